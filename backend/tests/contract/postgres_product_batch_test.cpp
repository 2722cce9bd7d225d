#include <fmt/format.h>

#include <thread>

#include "adapters/postgres/unit_of_work.hpp"
#include "ingest/product_batch.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

using ingest::BatchOutcome;
using ingest::ChangeResult;
using testing::ElementsAre;
using testing::IsEmpty;

/// Changes of products that a request brings, as likeness_app and in its transaction.
class PostgresProductBatchTest : public PostgresTest {
 protected:
  BatchOutcome run(const std::string& body, ingest::ProductBatchLimits limits = {}, const std::string& source = "api") {
    // Import ids are in order of time, to the millisecond.
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    BatchOutcome outcome;
    unit_of_work_.run([&] {
      outcome = ingest::ProductBatch({catalog_, app_sweep_, imports_}, org_, source, "USD", limits).run(body);
    });
    return outcome;
  }
  /// The status of each line; of a failed one the problem and the field.
  static std::vector<std::string> told(const BatchOutcome& outcome) {
    std::vector<std::string> words;
    for (const auto& result : outcome.results) {
      constexpr const char* kWords[] = {"created", "updated", "unchanged", "deleted", "failed"};
      std::string word = kWords[static_cast<int>(result.status)];
      if (result.status == ChangeResult::Status::failed)
        word = fmt::format("{} {} {}", result.line, to_string(*result.problem), result.faults.at(0).field);
      words.push_back(word);
    }
    return words;
  }
  Product product(const std::string& external_id) {
    for (const auto& found : catalog_.products(org_, std::nullopt, 200).products)
      if (found.external_id == external_id) return catalog_.product(org_, found.id);
    throw std::runtime_error("there is no product " + external_id);
  }
  void understand_all() {
    claim_all(Unit::fetch);
    inspect(
        "UPDATE jobs SET unit = 'understand', state = 'queued', lease_until = NULL, run_after = now() WHERE kind = "
        "'image'");
    inspect("UPDATE images SET content_sha256 = location, checked_at = now()");
    for (const auto& job : claim_all(Unit::understand))
      if (job.kind == JobKind::image)
        jobs_.complete_image(job, understood(1));
      else
        jobs_.complete_text(job, {"tiny", 1}, HalfVector(4, 1));
  }

  PostgresUnitOfWork unit_of_work_{app_pool_};
  PostgresCatalogSweep app_sweep_{app_pool_};
};

constexpr char kMug[] =
    R"({"op": "upsert", "external_id": "mug", "title": "Coffee mug", "price": "8 USD", "image_link": "https://i.example/mug.jpg"})";
constexpr char kTee[] =
    R"({"op": "upsert", "external_id": "tee", "title": "Tee", "color": "red", "price": 12.5, "variants": [
 {"external_id": "tee-s", "size": "S"}, {"external_id": "tee-m", "size": "M", "price": "13 USD"}]})";

std::string line(std::string text) {
  std::erase(text, '\n');
  return text + "\n";
}

TEST_F(PostgresProductBatchTest, AnUpsertGoesTheWayOfAFeed) {
  const auto outcome = run(line(kMug) + line(kTee));
  EXPECT_THAT(told(outcome), ElementsAre("created", "created"));
  EXPECT_EQ(outcome.results[0].id, product("mug").id);
  EXPECT_EQ(product("tee").variants.size(), 2u);
  EXPECT_EQ(product("tee").variants[0].facts.price, (Money{1250, "USD"}));
  EXPECT_EQ(inspect("SELECT string_agg(kind || ' ' || unit, ', ' ORDER BY kind) FROM jobs"),
            "image fetch, text understand, text understand");
  const auto import = imports_.import(org_, outcome.import.value());
  EXPECT_EQ(import.state, "working");
  EXPECT_EQ(import.request.source_name, "api");
  EXPECT_EQ(std::tuple(import.rows_read, import.rows_broken, import.products_created, import.images_total),
            std::tuple(2, 0, 2, 1));
  understand_all();
  jobs_.sweep();
  EXPECT_EQ(imports_.import(org_, *outcome.import).state, "done");
}

TEST_F(PostgresProductBatchTest, TheSameAgainChangesNothing) {
  run(line(kMug) + line(kTee));
  understand_all();
  const auto outcome = run(line(kTee) + line(kMug));
  EXPECT_THAT(told(outcome), ElementsAre("unchanged", "unchanged"));
  EXPECT_THAT(outcome.touched, IsEmpty());
  EXPECT_THAT(outcome.removed_vectors, IsEmpty());
  EXPECT_EQ(imports_.import(org_, outcome.import.value()).state, "done");
  EXPECT_EQ(embeddings_.count(org_, {"tiny", 1}), 4);
}

TEST_F(PostgresProductBatchTest, AnUpsertSaysAllThereIsToSay) {
  run(line(kMug) + line(kTee) + R"({"op": "upsert", "external_id": "duck", "title": "Duck"})");
  understand_all();
  const auto outcome = run(
      line(R"({"op": "upsert", "external_id": "mug", "title": "Coffee mug", "price": "8 USD"})") +
      line(
          R"({"op": "upsert", "external_id": "tee", "title": "Tee", "color": "red", "variants": [{"external_id": "tee-m"}]})"));
  EXPECT_THAT(told(outcome), ElementsAre("updated", "updated"));
  EXPECT_THAT(product("mug").images, IsEmpty());
  EXPECT_EQ(product("tee").variants.size(), 1u);
  EXPECT_EQ(outcome.removed_vectors.size(), 2u);  // of the photo and its region
  EXPECT_THAT(outcome.touched, testing::Contains(product("tee").id));
  EXPECT_EQ(product("duck").title, "Duck");
}

TEST_F(PostgresProductBatchTest, APatchSetsTheOfferAndLeavesVectorsAlone) {
  run(line(kMug) + line(kTee));
  understand_all();
  const auto vectors = inspect("SELECT string_agg(vector_id::text, ' ' ORDER BY vector_id) FROM embeddings");
  const auto jobs = inspect("SELECT count(*) FROM jobs WHERE state <> 'done'");
  const auto outcome = run(
      line(
          R"({"op": "patch", "external_id": "mug", "price": "9 USD", "sale_price": "7 USD", "availability": "out of stock"})") +
      line(
          R"({"op": "patch", "external_id": "tee", "sale_price": 10, "variants": [{"external_id": "tee-s", "price": 11}, {"external_id": "tee-m"}]})"));
  EXPECT_THAT(told(outcome), ElementsAre("updated", "updated"));
  EXPECT_EQ(outcome.import, std::nullopt);
  EXPECT_THAT(outcome.touched, testing::UnorderedElementsAre(product("mug").id, product("tee").id));
  const auto mug = product("mug").variants.at(0).facts;
  EXPECT_EQ(std::tuple(mug.price, mug.sale_price, mug.availability),
            std::tuple(Money{900, "USD"}, Money{700, "USD"}, Availability::out_of_stock));
  EXPECT_EQ(product("tee").variants[0].facts.price, (Money{1100, "USD"}));
  EXPECT_EQ(product("tee").variants[1].facts.price, (Money{1300, "USD"}));
  EXPECT_EQ(product("tee").variants[1].facts.sale_price, (Money{1000, "USD"}));
  EXPECT_EQ(inspect("SELECT string_agg(vector_id::text, ' ' ORDER BY vector_id) FROM embeddings"), vectors);
  EXPECT_EQ(inspect("SELECT count(*) FROM jobs WHERE state <> 'done'"), jobs);

  const auto again = run(R"({"op": "patch", "external_id": "mug", "sale_price": null})"
                         "\n"
                         R"({"op": "patch", "external_id": "tee", "availability": "in stock"})");
  EXPECT_THAT(told(again), ElementsAre("updated", "unchanged"));
  EXPECT_EQ(product("mug").variants.at(0).facts.sale_price, std::nullopt);
  EXPECT_EQ(product("mug").variants.at(0).facts.price, (Money{900, "USD"}));
}

TEST_F(PostgresProductBatchTest, ASalePriceAboveThePriceIsLeftOut) {
  run(kMug);
  const auto outcome = run(R"({"op": "patch", "external_id": "mug", "sale_price": "8.01 USD"})");
  EXPECT_THAT(told(outcome), ElementsAre("unchanged"));
  EXPECT_THAT(outcome.results[0].faults.at(0).reason, testing::HasSubstr("left out"));
  EXPECT_EQ(product("mug").variants.at(0).facts.sale_price, std::nullopt);
}

TEST_F(PostgresProductBatchTest, ADeleteRemovesAndMayBeRepeated) {
  run(line(kMug) + line(kTee));
  understand_all();
  const auto id = product("mug").id;
  const auto outcome = run(R"({"op": "delete", "external_id": "mug"})");
  EXPECT_THAT(told(outcome), ElementsAre("deleted"));
  EXPECT_THAT(outcome.removed, ElementsAre(id));
  EXPECT_EQ(catalog_.products(org_, std::nullopt, 200).products.size(), 1u);
  EXPECT_EQ(embeddings_.count(org_, {"tiny", 1}), 1);
  EXPECT_THAT(told(run(R"({"op": "delete", "external_id": "mug"})")), ElementsAre("unchanged"));
}

TEST_F(PostgresProductBatchTest, ABadLineStopsNoOther) {
  run(line(kTee));
  const auto outcome = run(
      "nonsense\n\n" + line(R"({"op": "upsert", "external_id": "a", "title": "A", "price": "12,5,0"})") +
          line(R"({"op": "upsert", "external_id": "b"})") +
          line(R"({"op": "patch", "external_id": "nobody", "price": 1})") +
          line(
              R"({"op": "patch", "external_id": "tee", "price": 1, "variants": [{"external_id": "tee-s"}, {"external_id": "tee-x"}]})") +
          line(R"({"op": "upsert", "external_id": "c", "title": "C", "image_link": "c.jpg"})") + line(kMug) +
          line(R"({"op": "delete", "external_id": "mug"})") +
          line(R"({"op": "upsert", "external_id": "d", "title": ")" + std::string(300, 'd') + "\"}"),
      {.line_bytes_max = 280});
  EXPECT_THAT(told(outcome),
              ElementsAre("1 invalid_argument ", "3 invalid_argument price", "4 invalid_argument title",
                          "5 not_found external_id", "6 not_found variants", "7 invalid_argument image_link", "created",
                          "9 invalid_argument external_id", "10 too_large "));
  EXPECT_EQ(product("tee").variants[0].facts.price, (Money{1250, "USD"}));
  const auto import = imports_.import(org_, outcome.import.value());
  EXPECT_EQ(std::tuple(import.rows_read, import.rows_broken), std::tuple(4, 3));
}

TEST_F(PostgresProductBatchTest, TooManyLinesAreRefusedAsAWhole) {
  EXPECT_ERROR(run(line(kMug) + line(kTee), {.lines_max = 1}), ErrorKind::too_large);
  EXPECT_THAT(catalog_.products(org_, std::nullopt, 200).products, IsEmpty());
}

TEST_F(PostgresProductBatchTest, WhatANewerImportWroteIsLeftAlone) {
  run(line(kMug));
  inspect("UPDATE variants SET import_id = 'ffffffff-ffff-7fff-bfff-ffffffffffff'");
  EXPECT_THAT(told(run(R"({"op": "upsert", "external_id": "mug", "title": "Another mug"})")),
              ElementsAre("1 conflict external_id"));
  EXPECT_EQ(product("mug").title, "Coffee mug");
}

TEST_F(PostgresProductBatchTest, ProductsOfAFeedAreChangedUnderItsSource) {
  upsert(start_import(org_), {row("p1", "Thing")});
  EXPECT_THAT(told(run(R"({"op": "patch", "external_id": "p1", "price": 3})")), ElementsAre("1 not_found external_id"));
  EXPECT_THAT(told(run(R"({"op": "patch", "external_id": "p1", "price": 3})", {}, "shop")), ElementsAre("updated"));
}

TEST_F(PostgresProductBatchTest, WritesInPiecesAreOneImport) {
  std::string body;
  for (int i = 0; i < 25; ++i)
    body += fmt::format("{{\"op\": \"upsert\", \"external_id\": \"p{}\", \"title\": \"Thing {}\"}}\n", i, i);
  const auto outcome = run(body, {.rows_per_write = 10});
  EXPECT_EQ(std::ranges::count(told(outcome), "created"), 25);
  const auto import = imports_.import(org_, outcome.import.value());
  EXPECT_EQ(std::tuple(import.products_created, import.texts_total), std::tuple(25, 25));
  EXPECT_EQ(inspect("SELECT count(*) FROM imports"), "1");
}

TEST_F(PostgresProductBatchTest, ARequestThatFailsLeavesNothing) {
  EXPECT_THROW(unit_of_work_.run([&] {
    ingest::ProductBatch({catalog_, app_sweep_, imports_}, org_, "api", "USD", {}).run(kMug);
    throw std::runtime_error("the answer cannot be kept");
  }),
               std::runtime_error);
  EXPECT_EQ(inspect("SELECT count(*) FROM imports"), "0");
  EXPECT_THAT(catalog_.products(org_, std::nullopt, 200).products, IsEmpty());
}

}  // namespace
}  // namespace likeness::test
