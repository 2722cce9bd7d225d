#include "adapters/postgres/catalog_sweep.hpp"

#include <fmt/format.h>

#include <span>
#include <utility>

#include "adapters/postgres/import_control.hpp"
#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"

namespace likeness {
namespace {

/// Products {} of the import's source with what becomes of each. $1 org, $2 import, $3 source, $4 whether the feed is
/// full. A row that was split by sizes bears its feed's id before the last slash.
constexpr char kMarks[] = R"(
  SELECT p.id, p.external_id, p.created_by,
         coalesce(bool_or(v.stays), false)
           OR EXISTS (SELECT FROM import_kept_ids AS k
                       WHERE k.org_id = $1 AND k.import_id = $2 AND k.external_id = p.external_id) AS stays,
         coalesce(bool_or(v.stays) AND NOT bool_and(v.stays), false) AS loses_variants,
         coalesce(bool_and(v.import_id = $2) FILTER (WHERE v.stays), false) AS whole
    FROM products AS p LEFT JOIN LATERAL (
      SELECT v.import_id,
             NOT $4 OR v.import_id >= $2
               OR EXISTS (SELECT FROM import_kept_ids AS k
                           WHERE k.org_id = $1 AND k.import_id = $2
                             AND k.external_id IN (v.external_id, substring(v.external_id FROM '^(.*)/[^/]*$')))
               AS stays
        FROM variants AS v WHERE v.org_id = $1 AND v.product_id = p.id) AS v ON true
   WHERE p.org_id = $1 AND p.source_id = $3 {}
   GROUP BY p.id, p.external_id, p.created_by)";

constexpr char kUnnamedImage[] =
    "EXISTS (SELECT FROM images AS i WHERE i.org_id = $1 AND i.product_id = m.id AND i.import_id < $2)";

std::vector<VectorId> read_vector_ids(const pqxx::result& rows) {
  std::vector<VectorId> ids;
  for (const auto& row : rows) ids.push_back(VectorId{row[0].as<std::int64_t>()});
  return ids;
}

std::string id_array(const std::vector<ProductId>& ids) { return sql_array(std::span<const ProductId>(ids)); }

void append(std::vector<VectorId>& ids, std::vector<VectorId> more) { ids.insert(ids.end(), more.begin(), more.end()); }

/// One page's sweep inside one transaction, over products that are locked.
class PageSweep {
 public:
  PageSweep(SqlTransaction& transaction, OrgId org, ImportId import, const HeldImport& held)
      : transaction_(transaction), org_(org), import_(import), held_(held) {}

  SweptPage run(const std::string& after, int limit) {
    SweptPage page;
    const auto ids = candidates(after, limit, page.next_after);
    if (ids.empty()) return page;
    transaction_.exec_params(
        "SELECT FROM products WHERE org_id = $1 AND id = ANY($2::uuid[]) ORDER BY external_id FOR UPDATE", sql(org_),
        id_array(ids));
    remove(ids, page);
    return page;
  }

  /// Of products that are locked.
  void remove(const std::vector<ProductId>& ids, SweptPage& page) {
    sort_out(ids, page);
    remove_products(page);
    remove_variants(page);
    remove_images(page);
  }

 private:
  /// What the page may have to lose; to be looked at again once it is locked.
  std::vector<ProductId> candidates(const std::string& after, int limit, std::optional<std::string>& next_after) {
    std::vector<ProductId> ids;
    const auto rows = transaction_.exec_params(
        fmt::format("SELECT m.id, m.external_id, NOT m.stays OR m.loses_variants OR (m.whole AND {}) FROM ({}) AS m"
                    " ORDER BY m.external_id",
                    kUnnamedImage,
                    fmt::format(kMarks,
                                "AND p.id IN (SELECT n.id FROM products AS n WHERE n.org_id = $1 AND"
                                " n.source_id = $3 AND n.external_id > $5 ORDER BY n.external_id LIMIT $6)")),
        sql(org_), sql(import_), sql(held_.source), held_.full, after, limit);
    for (const auto& row : rows)
      if (row[2].as<bool>()) ids.push_back(read_id<ProductId>(row[0]));
    if (std::cmp_equal(rows.size(), limit)) next_after = rows.back()[1].c_str();
    return ids;
  }

  void sort_out(const std::vector<ProductId>& ids, SweptPage& page) {
    const auto rows =
        transaction_.exec_params(fmt::format("SELECT m.id, m.stays, m.loses_variants, m.whole FROM ({}) AS m",
                                             fmt::format(kMarks, "AND p.id = ANY($5::uuid[])")),
                                 sql(org_), sql(import_), sql(held_.source), held_.full, id_array(ids));
    for (const auto& row : rows) {
      const auto id = read_id<ProductId>(row[0]);
      if (!row[1].as<bool>()) page.removed.push_back(id);
      if (row[2].as<bool>()) page.touched.push_back(id);
      if (row[3].as<bool>()) whole_.push_back(id);
    }
  }

  void remove_products(SweptPage& page) {
    if (page.removed.empty()) return;
    const auto ids = id_array(page.removed);
    append(page.vectors, read_vector_ids(transaction_.exec_params(
                             "DELETE FROM embeddings WHERE org_id = $1 AND product_id = ANY($2::uuid[]) RETURNING "
                             "vector_id",
                             sql(org_), ids)));
    transaction_.exec_params("DELETE FROM products WHERE org_id = $1 AND id = ANY($2::uuid[])", sql(org_), ids);
    transaction_.exec_params(
        "UPDATE imports SET products_removed = products_removed + $3 WHERE org_id = $1 AND id = $2", sql(org_),
        sql(import_), page.removed.size());
  }

  void remove_variants(const SweptPage& page) {
    if (page.touched.empty()) return;
    const auto ids = id_array(page.touched);
    transaction_.exec_params(
        "DELETE FROM variants AS v WHERE v.org_id = $1 AND v.product_id = ANY($3::uuid[]) AND v.import_id < $2"
        " AND NOT EXISTS (SELECT FROM import_kept_ids AS k WHERE k.org_id = $1 AND k.import_id = $2"
        "                    AND k.external_id IN (v.external_id, substring(v.external_id FROM '^(.*)/[^/]*$')))",
        sql(org_), sql(import_), ids);
    transaction_.exec_params(
        "UPDATE products SET updated_at = now(), changed_by = $2 WHERE org_id = $1 AND id = ANY($3::uuid[])", sql(org_),
        sql(import_), ids);
  }

  void remove_images(SweptPage& page) {
    if (whole_.empty()) return;
    SqlArray images;
    const auto unnamed = transaction_.exec_params(
        "SELECT id, product_id FROM images WHERE org_id = $1 AND product_id = ANY($3::uuid[]) AND import_id < $2"
        " ORDER BY id FOR UPDATE",
        sql(org_), sql(import_), id_array(whole_));
    if (unnamed.empty()) return;
    for (const auto& row : unnamed) {
      images.add(read_id<ImageId>(row[0]));
      page.lost_photos.push_back(read_id<ProductId>(row[1]));
    }
    append(page.vectors,
           read_vector_ids(transaction_.exec_params(
               "DELETE FROM embeddings WHERE org_id = $1 AND image_id = ANY($2::uuid[]) RETURNING vector_id", sql(org_),
               images.text())));
    transaction_.exec_params("DELETE FROM images WHERE org_id = $1 AND id = ANY($2::uuid[])", sql(org_), images.text());
  }

  SqlTransaction& transaction_;
  const OrgId org_;
  const ImportId import_;
  const HeldImport& held_;
  std::vector<ProductId> whole_;  ///< every variant that is left was named
};

}  // namespace

SweepPlan PostgresCatalogSweep::plan(OrgId org, ImportId import) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto held = require_reading(transaction, org, import);
    const auto marks = transaction.exec_params1(
        fmt::format("SELECT count(*) FILTER (WHERE m.created_by IS DISTINCT FROM $2),"
                    " count(*) FILTER (WHERE NOT m.stays), count(*) FILTER (WHERE m.loses_variants) FROM ({}) AS m",
                    fmt::format(kMarks, "")),
        sql(org), sql(import), sql(held.source), held.full);
    SweepPlan plan{.products_before = marks[0].as<long>(), .products_missing = marks[1].as<long>()};
    plan.anything = plan.products_missing > 0 || marks[2].as<long>() > 0 ||
                    transaction
                        .exec_params1(
                            "SELECT EXISTS (SELECT FROM images AS i JOIN variants AS v ON v.org_id = i.org_id"
                            " AND v.product_id = i.product_id WHERE i.org_id = $1 AND v.import_id = $2"
                            " AND i.import_id < $2)",
                            sql(org), sql(import))[0]
                        .as<bool>();
    return plan;
  });
}

SweptPage PostgresCatalogSweep::sweep_page(OrgId org, ImportId import, const std::string& after, int limit) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto held = require_reading(transaction, org, import);
    return PageSweep(transaction, org, import, held).run(after, limit);
  });
}

SweptPage PostgresCatalogSweep::sweep_products(OrgId org, ImportId import, std::span<const ProductId> ids) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    auto held = require_reading(transaction, org, import);
    held.full = true;
    SweptPage page;
    PageSweep(transaction, org, import, held).remove({ids.begin(), ids.end()}, page);
    return page;
  });
}

}  // namespace likeness
