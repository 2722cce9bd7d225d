#include "adapters/postgres/org_operation_store.hpp"

#include <fmt/format.h>

#include "adapters/postgres/org_operation_rows.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

constexpr std::size_t kReasonBytesMax = 1000;

const char* kind_word(OrgOperationKind kind) { return kind == OrgOperationKind::clone ? "clone" : "export"; }

OrgOperation read_only(const pqxx::result& rows, OrgOperationId id) {
  if (rows.empty()) throw Error(ErrorKind::not_found, "there is no operation " + id.to_string(), "operation_id");
  return read_org_operation(rows[0]);
}

OrgOperationPage read_page(const pqxx::result& rows, int limit) {
  OrgOperationPage page;
  for (const auto& row : rows) page.operations.push_back(read_org_operation(row));
  if (std::ssize(page.operations) <= limit) return page;
  page.operations.pop_back();
  page.next_before = page.operations.back().id;
  return page;
}

void require_org(SqlTransaction& transaction, OrgId org) {
  if (transaction.exec_params("SELECT FROM orgs WHERE id = $1 FOR KEY SHARE", sql(org)).empty())
    throw Error(ErrorKind::not_found, "there is no org " + org.to_string(), "org_id");
}

void require_none_open(SqlTransaction& transaction, OrgId org, OrgOperationKind kind) {
  const auto open = transaction.exec_params(
      "SELECT id FROM org_operations WHERE org_id = $1 AND kind = $2 AND state IN ('queued', 'running')", sql(org),
      kind_word(kind));
  if (!open.empty())
    throw Error(ErrorKind::conflict, fmt::format("{} {} of the org is under way: wait until it is through",
                                                 kind == OrgOperationKind::clone ? "clone" : "export",
                                                 read_id<OrgOperationId>(open[0][0]).to_string()));
}

std::optional<ClaimedOrgOperation> claim_from(SqlTransaction& transaction, OrgOperationKind kind,
                                              std::chrono::seconds lease) {
  const bool erases = kind == OrgOperationKind::erase;
  const char* table = org_operation_table(kind);
  const auto rows = transaction.exec_params(
      fmt::format(
          R"(WITH due AS (
               SELECT t.id, t.{1} FROM {0} AS t
                WHERE (t.state = 'queued' AND t.run_after <= now() OR t.state = 'running' AND t.lease_until < now()) {2}
                ORDER BY t.run_after, t.id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED)
             UPDATE {0} AS t SET state = 'running', tries = t.tries + 1, claim = t.claim + 1,
                    lease_until = now() + $1 * interval '1 second', started_at = coalesce(t.started_at, now())
               FROM due WHERE t.id = due.id AND t.{1} = due.{1}
             RETURNING t.claim, {3})",
          table, erases ? "erased_org" : "org_id",
          erases ? "" : "AND NOT EXISTS (SELECT FROM orgs WHERE id = t.org_id AND erasing_since IS NOT NULL)",
          org_operation_columns(kind, "t")),
      lease.count());
  if (rows.empty()) return std::nullopt;
  const auto row = rows[0];
  return ClaimedOrgOperation{read_org_operation(row.slice(1, row.size())), row[0].as<long>()};
}

}  // namespace

OrgOperation PostgresOrgOperationStore::request_export(OrgId org, const std::string& requested_by) {
  return in_org(app_pool_, org, [&](SqlTransaction& transaction) {
    require_org(transaction, org);
    require_none_open(transaction, org, OrgOperationKind::export_archive);
    return read_org_operation(
        transaction.exec_params1(fmt::format("INSERT INTO org_operations AS t (org_id, id, kind, requested_by)"
                                             " VALUES ($1, $2, 'export', $3) RETURNING {}",
                                             org_operation_columns(OrgOperationKind::export_archive, "t")),
                                 sql(org), sql(OrgOperationId::generate()), requested_by));
  });
}

OrgOperation PostgresOrgOperationStore::request_clone(OrgId org, const std::string& slug, const std::string& name,
                                                      const std::string& requested_by) {
  return in_org(app_pool_, org, [&](SqlTransaction& transaction) {
    require_org(transaction, org);
    require_none_open(transaction, org, OrgOperationKind::clone);
    if (!transaction
             .exec_params("SELECT FROM imports WHERE org_id = $1 AND state IN ('reading', 'working') LIMIT 1", sql(org))
             .empty())
      throw Error(ErrorKind::conflict, "an import of the org is under way: wait until it is through, or cancel it");
    const auto made = transaction.exec_params(
        "INSERT INTO orgs (id, slug, name, currency) SELECT $2, $3, CASE WHEN $4 = '' THEN name ELSE $4 END, currency"
        " FROM orgs WHERE id = $1 ON CONFLICT (slug) DO NOTHING RETURNING id",
        sql(org), sql(OrgId::generate()), slug, name);
    if (made.empty()) throw Error(ErrorKind::conflict, "org \"" + slug + "\" exists already", "slug");
    return read_org_operation(transaction.exec_params1(
        fmt::format("INSERT INTO org_operations AS t (org_id, id, kind, requested_by, target_org, target_slug)"
                    " VALUES ($1, $2, 'clone', $3, $4, $5) RETURNING {}",
                    org_operation_columns(OrgOperationKind::clone, "t")),
        sql(org), sql(OrgOperationId::generate()), requested_by, made[0][0].c_str(), slug));
  });
}

OrgOperation PostgresOrgOperationStore::request_erasure(OrgId org, const std::string& slug,
                                                        const std::string& requested_by) {
  return across_orgs(app_pool_, [&](SqlTransaction& transaction) {
    const auto rows =
        transaction.exec_params("SELECT slug FROM orgs WHERE id = $1 AND erasing_since IS NULL FOR UPDATE", sql(org));
    if (rows.empty()) throw Error(ErrorKind::not_found, "there is no org " + org.to_string(), "org_id");
    if (slug != rows[0][0].c_str())
      throw Error(ErrorKind::invalid_argument,
                  "slug must repeat the short name of the org that is to be erased, and it is another", "slug");
    transaction.exec_params("UPDATE orgs SET erasing_since = now() WHERE id = $1", sql(org));
    return read_org_operation(transaction.exec_params1(
        fmt::format("INSERT INTO erasures AS t (id, erased_org, slug, requested_by) VALUES ($1, $2, $3, $4)"
                    " RETURNING {}",
                    org_operation_columns(OrgOperationKind::erase, "t")),
        sql(OrgOperationId::generate()), sql(org), slug, requested_by));
  });
}

OrgOperation PostgresOrgOperationStore::operation(OrgId org, OrgOperationKind kind, OrgOperationId id) {
  return in_org(app_pool_, org, [&](SqlTransaction& transaction) {
    return read_only(transaction.exec_params(
                         fmt::format("SELECT {} FROM org_operations AS t WHERE org_id = $1 AND id = $2 AND kind = $3",
                                     org_operation_columns(kind, "t")),
                         sql(org), sql(id), kind_word(kind)),
                     id);
  });
}

OrgOperationPage PostgresOrgOperationStore::operations(OrgId org, OrgOperationKind kind,
                                                       std::optional<OrgOperationId> before, int limit) {
  return in_org(app_pool_, org, [&](SqlTransaction& transaction) {
    return read_page(
        transaction.exec_params(fmt::format("SELECT {} FROM org_operations AS t WHERE org_id = $1 AND kind = $2"
                                            " AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4",
                                            org_operation_columns(kind, "t")),
                                sql(org), kind_word(kind), sql(before), limit + 1),
        limit);
  });
}

OrgOperation PostgresOrgOperationStore::erasure(OrgOperationId id) {
  return across_orgs(app_pool_, [&](SqlTransaction& transaction) {
    return read_only(transaction.exec_params(fmt::format("SELECT {} FROM erasures AS t WHERE id = $1",
                                                         org_operation_columns(OrgOperationKind::erase, "t")),
                                             sql(id)),
                     id);
  });
}

OrgOperationPage PostgresOrgOperationStore::erasures(std::optional<OrgOperationId> before, int limit) {
  return across_orgs(app_pool_, [&](SqlTransaction& transaction) {
    return read_page(transaction.exec_params(fmt::format("SELECT {} FROM erasures AS t WHERE ($1::uuid IS NULL OR"
                                                         " id < $1) ORDER BY id DESC LIMIT $2",
                                                         org_operation_columns(OrgOperationKind::erase, "t")),
                                             sql(before), limit + 1),
                     limit);
  });
}

std::optional<ClaimedOrgOperation> PostgresOrgOperationStore::claim(std::chrono::seconds lease) {
  return across_orgs(worker_pool_, [&](SqlTransaction& transaction) {
    auto claimed = claim_from(transaction, OrgOperationKind::erase, lease);
    return claimed ? claimed : claim_from(transaction, OrgOperationKind::export_archive, lease);
  });
}

void PostgresOrgOperationStore::report_progress(const ClaimedOrgOperation& held, const OrgOperationProgress& progress,
                                                std::chrono::seconds lease) {
  in_operation(worker_pool_, held, [&](SqlTransaction& transaction) {
    update_held(transaction, held,
                fmt::format("lease_until = now() + interval '{} seconds', step = $1, done = {}, total = {}",
                            lease.count(), progress.done, progress.total),
                progress.step);
  });
}

void PostgresOrgOperationStore::postpone(const ClaimedOrgOperation& held, const std::string& reason,
                                         std::chrono::seconds delay) {
  in_operation(worker_pool_, held, [&](SqlTransaction& transaction) {
    update_held(transaction, held,
                fmt::format("state = 'queued', lease_until = NULL, failure = $1,"
                            " run_after = now() + interval '{} seconds'",
                            delay.count()),
                std::string(valid_start(reason, kReasonBytesMax)));
  });
}

void PostgresOrgOperationStore::finish(const ClaimedOrgOperation& held, const std::string& result,
                                       std::optional<TimePoint> expires_at) {
  std::string assignments =
      "state = 'done', lease_until = NULL, failure = '', finished_at = now(), done = total, result = $1::jsonb";
  if (expires_at) assignments += fmt::format(", expires_at = '{}'", sql(expires_at).value());
  in_operation(worker_pool_, held,
               [&](SqlTransaction& transaction) { update_held(transaction, held, assignments, result); });
}

void PostgresOrgOperationStore::fail(const ClaimedOrgOperation& held, const std::string& reason) {
  in_operation(worker_pool_, held, [&](SqlTransaction& transaction) {
    update_held(transaction, held, "state = 'failed', lease_until = NULL, finished_at = now(), failure = $1",
                std::string(valid_start(reason, kReasonBytesMax)));
  });
}

std::vector<OrgOperation> PostgresOrgOperationStore::expired_exports(int limit) {
  return across_orgs(worker_pool_, [&](SqlTransaction& transaction) {
    std::vector<OrgOperation> expired;
    for (const auto& row : transaction.exec_params(
             fmt::format("SELECT {} FROM org_operations AS t WHERE state = 'done' AND kind = 'export'"
                         " AND expires_at < now() ORDER BY expires_at LIMIT $1",
                         org_operation_columns(OrgOperationKind::export_archive, "t")),
             limit))
      expired.push_back(read_org_operation(row));
    return expired;
  });
}

void PostgresOrgOperationStore::mark_expired(const OrgOperation& expired) {
  in_org(worker_pool_, expired.org_id, [&](SqlTransaction& transaction) {
    transaction.exec_params("UPDATE org_operations SET state = 'expired' WHERE org_id = $1 AND id = $2",
                            sql(expired.org_id), sql(expired.id));
  });
}

}  // namespace likeness
