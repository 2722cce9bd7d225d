#include <charconv>

#include "adapters/postgres/import_store.hpp"
#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

/// Where a page of faults starts: after a fault of the feed ("f-LINE-NUMBER") or after a photo ("j-JOB").
struct FaultKey {
  long line = -1;
  long number = 0;
  std::optional<JobId> job;  ///< past the feed's own
};

[[noreturn]] void throw_bad_cursor() {
  throw Error(ErrorKind::invalid_argument, "cursor is not one that this list returned", "cursor");
}

long parse_number(std::string_view text) {
  long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < 0) throw_bad_cursor();
  return number;
}

FaultKey parse_key(std::string_view text) {
  FaultKey key;
  if (text.empty()) return key;
  if (text.starts_with("j-")) {
    try {
      key.job = JobId::parse(std::string(text.substr(2)));
    } catch (const Error&) {
      throw_bad_cursor();
    }
    return key;
  }
  const auto dash = text.find('-', 2);
  if (!text.starts_with("f-") || dash == std::string_view::npos) throw_bad_cursor();
  key.line = parse_number(text.substr(2, dash - 2));
  key.number = parse_number(text.substr(dash + 1));
  return key;
}

void add_feed_faults(SqlTransaction& transaction, OrgId org, ImportId id, const FaultKey& after, int limit,
                     FaultPage& page, std::vector<std::string>& keys) {
  const auto rows = transaction.exec_params(
      "SELECT line, field, value, reason, row_kept, number FROM import_faults WHERE org_id = $1 AND import_id = $2"
      " AND line >= $3 AND (line, number) > ($3, $4) ORDER BY line, number LIMIT $5",
      sql(org), sql(id), after.line, after.number, limit);
  for (const auto& row : rows) {
    page.faults.push_back({row[0].as<long>(), row[1].c_str(), row[2].c_str(), row[3].c_str(), row[4].as<bool>()});
    keys.push_back("f-" + std::string(row[0].c_str()) + "-" + row[5].c_str());
  }
}

void add_lost_photos(SqlTransaction& transaction, OrgId org, ImportId id, JobId after, int limit, FaultPage& page,
                     std::vector<std::string>& keys) {
  const auto rows = transaction.exec_params(
      "SELECT j.id, i.location, j.last_error FROM jobs AS j JOIN images AS i ON i.org_id = j.org_id"
      " AND i.id = j.image_id WHERE j.org_id = $1 AND j.import_id = $2 AND j.state = 'dead' AND j.id > $3"
      " ORDER BY j.id LIMIT $4",
      sql(org), sql(id), sql(after), limit);
  for (const auto& row : rows) {
    page.faults.push_back({0, "image_link", row[1].c_str(), row[2].c_str()});
    keys.push_back("j-" + read_id<JobId>(row[0]).to_string());
  }
}

}  // namespace

void PostgresImportStore::add_faults(OrgId org, ImportId id, std::span<const ImportFault> faults) {
  if (faults.empty()) return;
  SqlArray lines, fields, values, reasons, kept;
  for (const auto& fault : faults) {
    lines.add(static_cast<long long>(fault.line));
    fields.add(std::string_view(fault.field));
    values.add(std::string_view(fault.value));
    reasons.add(std::string_view(fault.reason));
    kept.add(std::string_view(fault.row_kept ? "t" : "f"));
  }
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    transaction.exec_params(
        "INSERT INTO import_faults (org_id, import_id, line, field, value, reason, row_kept)"
        " SELECT $1, $2, * FROM unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::boolean[])"
        " ON CONFLICT DO NOTHING",
        sql(org), sql(id), lines.text(), fields.text(), values.text(), reasons.text(), kept.text());
  });
}

void PostgresImportStore::keep_ids(OrgId org, ImportId id, std::span<const std::string> external_ids) {
  if (external_ids.empty()) return;
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    transaction.exec_params(
        "INSERT INTO import_kept_ids (org_id, import_id, external_id) SELECT DISTINCT $1::uuid, $2::uuid, k"
        " FROM unnest($3::text[]) AS k ON CONFLICT DO NOTHING",
        sql(org), sql(id), sql_array(external_ids));
  });
}

FaultPage PostgresImportStore::faults(OrgId org, ImportId id, const std::string& after, int limit) {
  const auto key = parse_key(after);
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    if (transaction.exec_params("SELECT FROM imports WHERE org_id = $1 AND id = $2", sql(org), sql(id)).empty())
      throw Error(ErrorKind::not_found, "there is no import " + id.to_string(), "import_id");
    FaultPage page;
    std::vector<std::string> keys;
    if (!key.job) add_feed_faults(transaction, org, id, key, limit + 1, page, keys);
    const int left = limit + 1 - static_cast<int>(page.faults.size());
    if (left > 0) add_lost_photos(transaction, org, id, key.job.value_or(JobId{}), left, page, keys);
    if (page.faults.size() > static_cast<std::size_t>(limit)) {
      page.faults.pop_back();
      page.next_after = keys[static_cast<std::size_t>(limit) - 1];
    }
    return page;
  });
}

}  // namespace likeness
