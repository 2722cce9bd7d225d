#include "adapters/postgres/dead_letter_store.hpp"

#include <fmt/format.h>

#include <set>

#include "adapters/postgres/outbox.hpp"
#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

/// A photo that only the client has, and did not send.
constexpr char kNeverUploaded[] = "(j.kind = 'image' AND j.unit = 'fetch' AND i.location !~ '^https?://')";

/// $1: org, $2: import, $3: stage, $4: kind of error.
constexpr char kFits[] =
    "j.org_id = $1 AND j.state = 'dead' AND ($2::uuid IS NULL OR j.import_id = $2::uuid)"
    " AND ($3 = '' OR j.stage = $3) AND ($4 = '' OR j.error_kind = $4)";

JobKind parse_kind(std::string_view word) {
  for (const auto kind : {JobKind::feed, JobKind::image, JobKind::text})
    if (word == to_string(kind)) return kind;
  throw Error(ErrorKind::corrupt_data, "the database holds a broken job");
}

DeadLetter read_letter(const pqxx::row& row) {
  return {.id = read_id<JobId>(row["id"]),
          .kind = parse_kind(row["kind"].c_str()),
          .stage = row["stage"].c_str(),
          .error_kind = row["error_kind"].c_str(),
          .reason = row["last_error"].c_str(),
          .tries = row["tries"].as<int>(),
          .import_id = read_id<ImportId>(row["import_id"]),
          .product_id = read_optional_id<ProductId>(row["product_id"]),
          .image_id = read_optional_id<ImageId>(row["image_id"]),
          .location = row["location"].c_str(),
          .retryable = row["retryable"].as<bool>(),
          .died_at = read_time(row["died_ms"])};
}

/// Jobs first, then their imports in order, as everywhere.
void revive(SqlTransaction& transaction, OrgId org, const std::string& ids) {
  const auto revived = transaction.exec_params(
      R"(UPDATE jobs SET state = 'queued', run_after = now(), updated_at = now(), stage = '', error_kind = '',
                traceparent = DEFAULT,
                last_error = '', tries = CASE WHEN coalesce(lease_until, '-infinity') < now() THEN 0 ELSE tries END
          WHERE org_id = $1 AND id = ANY($2::uuid[]) AND state = 'dead' RETURNING unit, import_id, kind)",
      sql(org), ids);
  std::set<ImportId> imports, with_feed;
  std::set<std::string> units;
  for (const auto& row : revived) {
    units.insert(row[0].c_str());
    const auto import = read_id<ImportId>(row[1]);
    (row[2].as<std::string>() == "feed" ? with_feed : imports).insert(import);
  }
  for (const auto& import : imports)
    if (!with_feed.contains(import))
      transaction.exec_params(
          "UPDATE imports SET state = 'working', finished_at = NULL WHERE org_id = $1 AND id = $2 AND state = 'done'",
          sql(org), sql(import));
  for (const auto& import : with_feed)
    transaction.exec_params(
        "UPDATE imports SET state = 'reading', failure = '', finished_at = NULL WHERE org_id = $1 AND id = $2"
        " AND state = 'failed'",
        sql(org), sql(import));
  for (const auto unit : {Unit::fetch, Unit::understand})
    if (units.contains(std::string(to_string(unit)))) add_wake_up(transaction, org, unit, "retry");
}

}  // namespace

DeadLetterPage PostgresDeadLetterStore::list(OrgId org, const DeadLetterFilter& filter, std::optional<JobId> after,
                                             int limit) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto rows = transaction.exec_params(fmt::format(R"(
          SELECT j.id, j.kind, j.stage, j.error_kind, j.last_error, j.tries, j.import_id, j.image_id,
                 coalesce(j.product_id, i.product_id) AS product_id, coalesce(i.location, '') AS location,
                 NOT coalesce({}, false) AS retryable, epoch_ms(j.updated_at) AS died_ms
            FROM jobs AS j LEFT JOIN images AS i ON i.org_id = j.org_id AND i.id = j.image_id
           WHERE {} AND ($5::uuid IS NULL OR j.id < $5::uuid) ORDER BY j.id DESC LIMIT $6)",
                                                          kNeverUploaded, kFits),
                                              sql(org), sql(filter.import_id), filter.stage, filter.error_kind,
                                              sql(after), limit + 1);
    DeadLetterPage page;
    for (const auto& row : rows) page.letters.push_back(read_letter(row));
    if (page.letters.size() > static_cast<std::size_t>(limit)) {
      page.letters.pop_back();
      page.next_after = page.letters.back().id;
    }
    return page;
  });
}

void PostgresDeadLetterStore::retry(OrgId org, JobId id) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto rows = transaction.exec_params(
        fmt::format("SELECT coalesce({}, false) FROM jobs AS j LEFT JOIN images AS i ON i.org_id = j.org_id"
                    " AND i.id = j.image_id WHERE j.org_id = $1 AND j.id = $2 AND j.state = 'dead'"
                    " FOR NO KEY UPDATE OF j",
                    kNeverUploaded),
        sql(org), sql(id));
    if (rows.empty()) throw Error(ErrorKind::not_found, "there is no dead letter " + id.to_string(), "job_id");
    if (rows[0][0].as<bool>())
      throw Error(ErrorKind::conflict, "its photo was never uploaded: import the feed again, with the photo beside it",
                  "job_id");
    SqlArray ids;
    ids.add(id);
    revive(transaction, org, ids.text());
  });
}

int PostgresDeadLetterStore::retry_all(OrgId org, const DeadLetterFilter& filter, int limit) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto rows = transaction.exec_params(
        fmt::format("SELECT j.id FROM jobs AS j LEFT JOIN images AS i ON i.org_id = j.org_id AND i.id = j.image_id"
                    " WHERE {} AND NOT coalesce({}, false) ORDER BY j.id LIMIT $5 FOR NO KEY UPDATE OF j",
                    kFits, kNeverUploaded),
        sql(org), sql(filter.import_id), filter.stage, filter.error_kind, limit);
    if (rows.empty()) return 0;
    SqlArray ids;
    for (const auto& row : rows) ids.add(read_id<JobId>(row[0]));
    revive(transaction, org, ids.text());
    return static_cast<int>(rows.size());
  });
}

}  // namespace likeness
