#include "adapters/postgres/object_ledger.hpp"

#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"

namespace likeness {

void PostgresObjectLedger::note(OrgId org, const std::string& content_sha256) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    transaction.exec_params(
        "INSERT INTO unowned_objects (org_id, content_sha256) VALUES ($1, $2)"
        " ON CONFLICT (org_id, content_sha256) DO UPDATE SET since = now()",
        sql(org), content_sha256);
  });
}

int PostgresObjectLedger::collect(std::chrono::seconds grace, int limit,
                                  const std::function<void(OrgId, const std::string&)>& remove) {
  const auto grace_s = static_cast<long>(grace.count());
  std::vector<OrgId> orgs;
  across_orgs(pool_, [&](SqlTransaction& transaction) {
    orgs.clear();
    for (const auto& row :
         transaction.exec_params("SELECT DISTINCT org_id FROM (SELECT org_id FROM unowned_objects"
                                 " WHERE since < now() - $1 * interval '1 second' ORDER BY since LIMIT $2) AS oldest",
                                 grace_s, limit))
      orgs.push_back(read_id<OrgId>(row[0]));
  });
  int looked_at = 0;
  for (const auto org : orgs)
    looked_at += in_org(pool_, org, [&](SqlTransaction& transaction) {
      const auto entries = transaction.exec_params(
          "SELECT content_sha256 FROM unowned_objects WHERE org_id = $1 AND since < now() - $2 * interval '1 second'"
          " ORDER BY content_sha256 LIMIT $3 FOR UPDATE SKIP LOCKED",
          sql(org), grace_s, limit);
      SqlArray locked;
      for (const auto& row : entries) locked.add(std::string_view(row[0].c_str()));
      // A statement of its own: it sees images that were committed before the entries were locked.
      for (const auto& row :
           transaction.exec_params("SELECT s FROM unnest($2::text[]) AS s"
                                   " WHERE NOT EXISTS (SELECT FROM images WHERE org_id = $1 AND content_sha256 = s)",
                                   sql(org), locked.text()))
        remove(org, row[0].c_str());
      transaction.exec_params("DELETE FROM unowned_objects WHERE org_id = $1 AND content_sha256 = ANY($2::text[])",
                              sql(org), locked.text());
      return static_cast<int>(entries.size());
    });
  return looked_at;
}

}  // namespace likeness
