#pragma once

#include <map>
#include <mutex>
#include <unordered_map>

#include "adapters/postgres/transaction.hpp"
#include "ports/quota_store.hpp"

namespace likeness {

/// Keeps the counts of the orgs that were heard of since the last exchange, which one thread makes. What cannot be
/// handed over because the database is away is handed over later.
class PostgresQuotaMeter final : public QuotaMeter {
 public:
  PostgresQuotaMeter(PostgresConnectionPool& app_pool, Quota defaults) : pool_(app_pool), defaults_(defaults) {}

  void take_query(OrgId org) override;
  void take_storage(OrgId org, long bytes) override;
  void exchange() override;

 private:
  using Day = std::chrono::sys_days;

  struct Account {
    Quota quota;
    Day day{};
    long queries = 0;        ///< of the day, as of the last exchange
    long storage_bytes = 0;  ///< as of the last exchange
    std::map<Day, long> new_queries;
    long new_storage_bytes = 0;
    bool in_use = true;  ///< since the last exchange
  };

  /// The org's account, read from the database where it is not known. Call with the mutex held; it is let go meanwhile.
  Account& account(OrgId org, std::unique_lock<std::mutex>& lock);
  Account read(OrgId org) const;
  void exchange(OrgId org);
  void hand_over(OrgId org, const Account& taken);

  PostgresConnectionPool& pool_;
  const Quota defaults_;
  std::mutex mutex_;
  std::unordered_map<OrgId, Account> accounts_;
  long exchanges_ = 0;  ///< begun so far
};

}  // namespace likeness
