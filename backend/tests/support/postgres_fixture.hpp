#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pqxx/pqxx>

#include "adapters/postgres/catalog_store.hpp"
#include "adapters/postgres/catalog_sweep.hpp"
#include "adapters/postgres/embedding_store.hpp"
#include "adapters/postgres/identity_store.hpp"
#include "adapters/postgres/import_store.hpp"
#include "adapters/postgres/job_store.hpp"
#include "adapters/postgres/object_ledger.hpp"
#include "adapters/postgres/org_operation_store.hpp"
#include "adapters/postgres/org_record_eraser.hpp"
#include "adapters/postgres/outbox.hpp"
#include "adapters/postgres/query_image_store.hpp"
#include "support/postgres_cluster.hpp"

namespace likeness::test {

/// A database of its own for each test, with one org. Stores run as likeness_app and likeness_worker; only `inspect`
/// reads as the superuser, past row-level security.
class PostgresTest : public testing::Test {
 protected:
  PostgresTest()
      : database_(PostgresCluster::instance().create_database()),
        app_pool_({.url = PostgresCluster::instance().url("likeness_app", database_)}),
        worker_pool_({.url = PostgresCluster::instance().url("likeness_worker", database_)}),
        identity_(app_pool_),
        catalog_(app_pool_),
        worker_catalog_(worker_pool_),
        sweep_(worker_pool_),
        ledger_(worker_pool_),
        imports_(app_pool_),
        worker_imports_(worker_pool_),
        jobs_(worker_pool_),
        outbox_(worker_pool_),
        embeddings_(app_pool_),
        query_images_(app_pool_, worker_pool_),
        org_operations_(app_pool_, worker_pool_),
        eraser_(worker_pool_),
        org_(identity_.create_org("acme", "Acme", "USD").id) {}

  ~PostgresTest() override { PostgresCluster::instance().drop_database(database_); }

  /// The first column of the first row, read as the superuser.
  std::string inspect(const std::string& statement) {
    pqxx::connection connection(PostgresCluster::instance().url("postgres", database_));
    pqxx::work work(connection);
    const auto rows = work.exec(statement);
    work.commit();
    return rows.empty() || rows.columns() == 0 ? std::string{} : rows[0][0].c_str();
  }

  struct StartedImport {
    ImportId id;
    SourceId source;
  };
  StartedImport start_import(OrgId org, const std::string& source = "shop") {
    return start_import(org, ImportRequest{.source_name = source, .filename = {}, .format = {}, .object_key = {}});
  }
  StartedImport start_import(OrgId org, ImportRequest request) {
    request.filename = "feed.tsv";
    request.format = "tsv";
    request.object_key = "feeds/1";
    const auto id = imports_.create(org, request);
    return {id, imports_.import(org, id).source_id};
  }
  UpsertedRows upsert(const StartedImport& import, const std::vector<CatalogRow>& rows) {
    return upsert(org_, import, rows);
  }
  UpsertedRows upsert(OrgId org, const StartedImport& import, const std::vector<CatalogRow>& rows) {
    return worker_catalog_.upsert_rows(org, import.source, import.id, rows);
  }

  /// Every job of the unit that is due.
  std::vector<Job> claim_all(Unit unit) {
    std::vector<Job> all;
    for (auto some = jobs_.claim(unit, 100, std::chrono::seconds(60)); !some.empty();
         some = jobs_.claim(unit, 100, std::chrono::seconds(60)))
      all.insert(all.end(), some.begin(), some.end());
    return all;
  }
  /// Sweeps page by page of two products and returns all that went.
  SweptPage sweep(const StartedImport& import) {
    SweptPage all;
    std::optional<std::string> after = "";
    while (after) {
      const auto page = sweep_.sweep_page(org_, import.id, *after, 2);
      all.vectors.insert(all.vectors.end(), page.vectors.begin(), page.vectors.end());
      all.removed.insert(all.removed.end(), page.removed.begin(), page.removed.end());
      all.touched.insert(all.touched.end(), page.touched.begin(), page.touched.end());
      after = page.next_after;
    }
    return all;
  }
  /// The first job of the kind; others are put out of the way.
  std::optional<Job> claim_one(Unit unit, JobKind kind) {
    for (auto& job : claim_all(unit))
      if (job.kind == kind) return job;
    return std::nullopt;
  }
  /// Removes an org as the server does, a few rows at a time; returns what went.
  std::map<std::string, long> erase(OrgId org, const std::string& slug, int rows_per_batch = 3) {
    org_operations_.request_erasure(org, slug, "operator");
    const auto held = org_operations_.claim(std::chrono::seconds(60)).value();
    while (eraser_.erase_rows(held, rows_per_batch) > 0) continue;
    while (eraser_.erase_members(held, rows_per_batch) > 0) continue;
    eraser_.erase_org(held);
    org_operations_.finish(held, "{}", std::nullopt);
    return eraser_.removed(held);
  }
  /// With their images.
  std::vector<Product> whole_products(OrgId org) {
    std::vector<Product> products;
    for (const auto& product : catalog_.products(org, std::nullopt, 200).products)
      products.push_back(catalog_.product(org, product.id));
    return products;
  }
  ProductId only_product() { return catalog_.products(org_, std::nullopt, 200).products.at(0).id; }

  static CatalogRow row(const std::string& id, const std::string& title) {
    CatalogRow row;
    row.product_external_id = id;
    row.title = title;
    row.brand = "Acme";
    row.category_path = {"Apparel", "Dresses"};
    row.variant.external_id = id;
    row.variant.price = Money{1500, "USD"};
    return row;
  }
  static CatalogRow variant_row(const std::string& product, const std::string& id, std::vector<std::string> colors,
                                const std::string& size) {
    auto made = row(product, "Dress " + product);
    made.variant.external_id = id;
    made.variant.colors = std::move(colors);
    made.variant.size = size;
    return made;
  }
  static CatalogRow row_with_image(const std::string& id, const std::string& location) {
    auto made = row(id, "Thing " + id);
    made.images = {{.location = location, .role = ImageRole::main, .position = 0}};
    return made;
  }
  static UnderstoodImage understood(int regions, std::uint16_t bits = 0x3c00) {
    UnderstoodImage image{.width_px = 640,
                          .height_px = 480,
                          .perceptual_hash = PerceptualHash{0xf000000000000001},
                          .colors = {{"red", 0.5}},
                          .regions = {},
                          .pack = {"tiny", 1},
                          .vectors = {HalfVector(4, bits)}};
    for (int i = 0; i < regions; ++i) {
      image.regions.push_back({.box = {0.1 * i, 0.1, 0.2, 0.2}, .label = "shoe", .confidence = 0.9 - 0.1 * i});
      image.vectors.push_back(HalfVector(4, static_cast<std::uint16_t>(bits + 1 + i)));
    }
    return image;
  }

  std::string database_;
  PostgresConnectionPool app_pool_;
  PostgresConnectionPool worker_pool_;
  PostgresIdentityStore identity_;
  PostgresCatalogStore catalog_;
  PostgresCatalogStore worker_catalog_;
  PostgresCatalogSweep sweep_;
  PostgresObjectLedger ledger_;
  PostgresImportStore imports_;
  PostgresImportStore worker_imports_;
  PostgresJobStore jobs_;
  PostgresOutbox outbox_;
  PostgresEmbeddingStore embeddings_;
  PostgresQueryImageStore query_images_;
  PostgresOrgOperationStore org_operations_;
  PostgresOrgRecordEraser eraser_;
  OrgId org_;
};

/// Matches a call that throws Error of a kind.
#define EXPECT_ERROR(statement, expected)                   \
  do {                                                      \
    try {                                                   \
      statement;                                            \
      ADD_FAILURE() << "no error: " #statement;             \
    } catch (const ::likeness::Error& error) {              \
      EXPECT_EQ(error.kind(), expected) << error.message(); \
    }                                                       \
  } while (false)

}  // namespace likeness::test
