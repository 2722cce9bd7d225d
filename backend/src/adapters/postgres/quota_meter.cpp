#include "adapters/postgres/quota_meter.hpp"

#include <vector>

#include "adapters/postgres/quota_rows.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/clock.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

constexpr int kDaysKept = 31;

std::chrono::sys_days today() { return std::chrono::floor<std::chrono::days>(now()); }

std::string date_text(std::chrono::sys_days day) {
  return to_iso8601(std::chrono::time_point_cast<std::chrono::milliseconds>(day)).substr(0, 10);
}

}  // namespace

void PostgresQuotaMeter::take_query(OrgId org) {
  std::unique_lock lock(mutex_);
  auto& known = account(org, lock);
  if (known.day != today()) known.day = today(), known.queries = 0;
  const auto fresh = known.new_queries.find(known.day);
  const long used = known.queries + (fresh == known.new_queries.end() ? 0 : fresh->second);
  const long limit = known.quota.queries_per_day;
  if (limit > 0 && used >= limit) throw QuotaExceeded("queries_per_day", limit, used, until_midnight(now()));
  ++known.new_queries[known.day];
}

void PostgresQuotaMeter::take_storage(OrgId org, long bytes) {
  std::unique_lock lock(mutex_);
  auto& known = account(org, lock);
  const long used = known.storage_bytes + known.new_storage_bytes;
  const long limit = known.quota.storage_bytes;
  if (limit > 0 && used + bytes > limit) throw QuotaExceeded("storage_bytes", limit, used);
  known.new_storage_bytes += bytes;
}

void PostgresQuotaMeter::exchange() {
  std::vector<OrgId> orgs;
  {
    std::lock_guard lock(mutex_);
    ++exchanges_;
    std::erase_if(accounts_, [](const auto& entry) { return !entry.second.in_use; });
    for (const auto& [org, known] : accounts_) orgs.push_back(org);
  }
  for (const auto org : orgs) exchange(org);
}

PostgresQuotaMeter::Account& PostgresQuotaMeter::account(OrgId org, std::unique_lock<std::mutex>& lock) {
  auto found = accounts_.find(org);
  while (found == accounts_.end()) {
    const auto exchanges = exchanges_;
    lock.unlock();
    auto fresh = read(org);
    lock.lock();
    found = accounts_.find(org);
    // What was read before an exchange misses what that exchange handed over.
    if (found == accounts_.end() && exchanges == exchanges_) found = accounts_.try_emplace(org, std::move(fresh)).first;
  }
  found->second.in_use = true;
  return found->second;
}

PostgresQuotaMeter::Account PostgresQuotaMeter::read(OrgId org) const {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto usage = read_usage(transaction, org);
    return Account{.quota = quota_of(read_overrides(transaction, org), defaults_),
                   .day = today(),
                   .queries = usage.queries_today,
                   .storage_bytes = usage.storage_bytes,
                   .new_queries = {}};
  });
}

void PostgresQuotaMeter::exchange(OrgId org) {
  Account taken;
  {
    std::lock_guard lock(mutex_);
    taken = accounts_.at(org);
  }
  hand_over(org, taken);
  auto fresh = read(org);
  std::lock_guard lock(mutex_);
  auto& known = accounts_.at(org);
  fresh.in_use = known.new_queries != taken.new_queries || known.new_storage_bytes != taken.new_storage_bytes;
  fresh.new_queries = std::move(known.new_queries);
  for (const auto& [day, count] : taken.new_queries)
    if ((fresh.new_queries[day] -= count) == 0) fresh.new_queries.erase(day);
  fresh.new_storage_bytes = known.new_storage_bytes - taken.new_storage_bytes;
  known = std::move(fresh);
}

void PostgresQuotaMeter::hand_over(OrgId org, const Account& taken) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    for (const auto& [day, count] : taken.new_queries)
      transaction.exec_params(
          "INSERT INTO query_days AS d (org_id, day, queries) SELECT id, $2::date, $3::bigint FROM orgs WHERE id = $1"
          " ON CONFLICT (org_id, day) DO UPDATE SET queries = d.queries + excluded.queries",
          sql(org), date_text(day), count);
    if (!taken.new_queries.empty())
      transaction.exec_params("DELETE FROM query_days WHERE org_id = $1 AND day < $2::date", sql(org),
                              date_text(today() - std::chrono::days(kDaysKept)));
    if (taken.new_storage_bytes > 0)
      transaction.exec_params(
          "INSERT INTO usage_entries (org_id, storage_bytes) SELECT id, $2::bigint FROM orgs WHERE id = $1", sql(org),
          taken.new_storage_bytes);
  });
}

}  // namespace likeness
