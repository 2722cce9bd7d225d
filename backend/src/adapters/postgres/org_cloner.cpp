#include "adapters/postgres/org_cloner.hpp"

#include <fmt/format.h>

#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

/// What a copy has instead of its original's value, by table and column. r is the original.
const std::map<std::string, std::map<std::string, std::string>> kOtherValues = {
    // A feed fetches nothing until somebody gives it credentials and starts it.
    {"sources",
     {{"credentials_kind", "'none'"},
      {"credentials_sealed", "NULL"},
      {"paused", "true"},
      {"etag", "''"},
      {"last_modified", "''"},
      {"content_sha256", "''"}}},
    // What is under way in one org is not in the other; nor are the bytes of its feed.
    {"imports",
     {{"object_key", "''"},
      {"state", "CASE WHEN r.state IN ('done', 'failed') THEN r.state ELSE 'cancelled' END"},
      {"finished_at", "coalesce(r.finished_at, now())"}}},
    {"jobs",
     {{"state", "CASE r.state WHEN 'done' THEN 'done' ELSE 'dead' END"},
      {"last_error",
       "CASE WHEN r.state IN ('done', 'dead') THEN r.last_error ELSE 'it was not done yet when the org was"
       " copied' END"},
      {"tries", "0"},
      {"lease_until", "NULL"}}},
};

/// The columns of a table that can be written, and for each what a copy has there.
struct CopiedColumns {
  std::string names;
  std::string values;
};

/// $1 is the org that is written. Ids become the copy's own.
CopiedColumns columns_of(SqlTransaction& transaction, const std::string& table) {
  std::vector<std::string> names, values;
  const auto others = kOtherValues.find(table);
  const auto rows = transaction.exec_params(
      "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1"
      " AND is_generated = 'NEVER' AND is_identity = 'NO' ORDER BY ordinal_position",
      table);
  for (const auto& row : rows) {
    const std::string name = row[0].c_str();
    std::string value = fmt::format("r.{}", name);
    if (name == "org_id")
      value = "$1::uuid";
    else if (name == "vector_id")
      value = "nextval('vector_ids')";
    else if (others != kOtherValues.end() && others->second.contains(name))
      value = others->second.at(name);
    else if (std::string_view(row[1].c_str()) == "uuid")
      value = fmt::format("cloned_id($1::uuid, r.{})", name);
    names.push_back(name);
    values.push_back(std::move(value));
  }
  return {join(names, ", "), join(values, ", ")};
}

std::string rows_under(SqlTransaction& transaction, OrgId org, const std::string& table, const std::string& condition,
                       const std::string& argument) {
  set_scope(transaction, {.org = org, .user = {}});
  return transaction
      .exec_params1(fmt::format("SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]')::text FROM {} AS t"
                                " WHERE t.org_id = $1 AND {}",
                                table, condition),
                    sql(org), argument)[0]
      .c_str();
}

/// Copies the rows that fit and are not there yet; returns how many.
long copy_rows(SqlTransaction& transaction, OrgId from, OrgId to, const std::string& table,
               const std::string& condition, const std::string& argument) {
  const auto rows = rows_under(transaction, from, table, condition, argument);
  set_scope(transaction, {.org = to, .user = {}});
  const auto columns = columns_of(transaction, table);
  return static_cast<long>(
      transaction
          .exec_params(
              fmt::format("INSERT INTO {0} ({1}) SELECT {2} FROM jsonb_populate_recordset(NULL::{0}, $2::jsonb)"
                          " AS r ON CONFLICT DO NOTHING",
                          table, columns.names, columns.values),
              sql(to), rows)
          .affected_rows());
}

constexpr char kJobsOfProducts[] =
    "(j.product_id = ANY($2::uuid[]) OR j.image_id IN (SELECT i.id FROM images AS i WHERE i.org_id = $1 AND"
    " i.product_id = ANY($2::uuid[])))";

constexpr char kNextProducts[] =
    "SELECT id FROM products WHERE org_id = $1 AND id > coalesce(nullif($2, ''),"
    " '00000000-0000-0000-0000-000000000000')::uuid ORDER BY id LIMIT $3";

/// Those of the products that the other org has no copy of, as an SQL array.
std::string not_copied(SqlTransaction& transaction, OrgId to, const std::string& ids) {
  set_scope(transaction, {.org = to, .user = {}});
  return transaction
      .exec_params1(
          "SELECT coalesce(array_agg(n.id), '{}')::text FROM unnest($2::uuid[]) AS n (id) WHERE NOT EXISTS"
          " (SELECT FROM products WHERE org_id = $1 AND id = cloned_id($1, n.id))",
          sql(to), ids)[0]
      .c_str();
}

/// Photos that the copies of the products show.
std::vector<std::string> photos_of_copies(SqlTransaction& transaction, OrgId to, const std::string& ids) {
  std::vector<std::string> digests;
  for (const auto& row :
       transaction.exec_params("SELECT DISTINCT content_sha256 FROM images WHERE org_id = $1 AND content_sha256 <> ''"
                               " AND product_id IN (SELECT cloned_id($1, id) FROM unnest($2::uuid[]) AS n (id))",
                               sql(to), ids))
    digests.emplace_back(row[0].c_str());
  return digests;
}

}  // namespace

long PostgresOrgCloner::clone_feeds(OrgId from, OrgId to) {
  return in_org(pool_, from, [&](SqlTransaction& transaction) {
    return copy_rows(transaction, from, to, "sources", "$2 = ''", "");
  });
}

ClonedPage PostgresOrgCloner::clone_products(OrgId from, OrgId to, const std::string& after, int limit) {
  return in_org(pool_, from, [&](SqlTransaction& transaction) {
    ClonedPage page;
    SqlArray ids;
    const auto rows = transaction.exec_params(kNextProducts, sql(from), after, limit);
    for (const auto& row : rows) ids.add(std::string_view(row[0].c_str()));
    page.products = static_cast<long>(rows.size());
    if (page.products == limit) page.next_after = rows.back()[0].c_str();

    const auto wanted = not_copied(transaction, to, ids.text());
    copy_rows(transaction, from, to, "products", "t.id = ANY($2::uuid[])", wanted);
    copy_rows(transaction, from, to, "variants", "t.product_id = ANY($2::uuid[])", wanted);
    copy_rows(transaction, from, to, "images", "t.product_id = ANY($2::uuid[])", wanted);
    copy_rows(transaction, from, to, "regions",
              "t.image_id IN (SELECT id FROM images WHERE org_id = $1 AND product_id = ANY($2::uuid[]))", wanted);
    copy_rows(transaction, from, to, "imports",
              fmt::format("t.id IN (SELECT j.import_id FROM jobs AS j WHERE j.org_id = $1 AND {})", kJobsOfProducts),
              wanted);
    copy_rows(transaction, from, to, "jobs",
              fmt::format("t.id IN (SELECT j.id FROM jobs AS j WHERE j.org_id = $1 AND {})", kJobsOfProducts), wanted);
    page.vectors = copy_rows(transaction, from, to, "embeddings", "t.product_id = ANY($2::uuid[])", wanted);
    page.photos = photos_of_copies(transaction, to, ids.text());
    return page;
  });
}

long PostgresOrgCloner::count_products(OrgId from) {
  return in_org(pool_, from, [&](SqlTransaction& transaction) {
    return transaction.exec_params1("SELECT count(*) FROM products WHERE org_id = $1", sql(from))[0].as<long>();
  });
}

}  // namespace likeness
