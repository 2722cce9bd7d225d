#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/feed/change_reader.hpp"

namespace likeness::ingest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;
using testing::UnorderedElementsAre;

ProductChange change_of(const std::string& line) {
  auto change = ChangeReader().read(3, line);
  if (change) return *std::move(change);
  ADD_FAILURE() << line << ": " << change.error().front().field << " " << change.error().front().reason;
  return {};
}

/// Field and reason of each fault.
std::vector<std::pair<std::string, std::string>> faults_of(const std::string& line) {
  const auto change = ChangeReader().read(3, line);
  std::vector<std::pair<std::string, std::string>> faults;
  if (!change)
    for (const auto& fault : change.error()) {
      EXPECT_EQ(fault.line, 3);
      faults.emplace_back(fault.field, fault.reason);
    }
  return faults;
}

TEST(ChangeReader, AnUpsertIsARowOfAFeed) {
  const auto change = change_of(
      R"({"op": "upsert", "external_id": "mug", "title": "Coffee mug", "price": {"value": "8.00", "currency": "EUR"},)"
      R"( "color": ["blue", "white"], "size": null})");
  EXPECT_EQ(change.kind, ProductChange::Kind::upsert);
  EXPECT_EQ(change.external_id, "mug");
  EXPECT_FALSE(change.has_variants);
  ASSERT_EQ(change.rows.size(), 1u);
  EXPECT_EQ(change.rows[0].values.line, 3);
  EXPECT_THAT(
      change.rows[0].values.values,
      UnorderedElementsAre(Pair("id", ElementsAre("mug")), Pair("title", ElementsAre("Coffee mug")),
                           Pair("price", ElementsAre("8.00 EUR")), Pair("color", ElementsAre("blue", "white"))));
}

TEST(ChangeReader, VariantsSayWhatDiffersFromTheProduct) {
  const auto change =
      change_of(R"({"op": "upsert", "external_id": 7, "title": "Tee", "price": 12.5, "variants": [)"
                R"({"external_id": "7-s", "size": "S"}, {"external_id": "7-m", "size": "M", "price": "13 EUR"}]})");
  EXPECT_EQ(change.external_id, "7");
  ASSERT_EQ(change.rows.size(), 2u);
  EXPECT_EQ(change.rows[0].values.first("item_group_id"), "7");
  EXPECT_EQ(change.rows[0].values.first("id"), "7-s");
  EXPECT_EQ(change.rows[0].values.first("price"), "12.5");
  EXPECT_EQ(change.rows[1].values.first("price"), "13 EUR");
  EXPECT_EQ(change.rows[1].values.first("title"), "Tee");
  EXPECT_THAT(change.rows[1].own, UnorderedElementsAre("size", "price"));
}

TEST(ChangeReader, NullInAPatchTakesAway) {
  const auto change =
      change_of(R"({"op": "patch", "external_id": "mug", "price": "9 EUR", "sale_price": null, "link": ""})");
  ASSERT_EQ(change.rows.size(), 1u);
  EXPECT_EQ(change.rows[0].variant_external_id, "");
  EXPECT_EQ(change.rows[0].values.first("price"), "9 EUR");
  EXPECT_THAT(change.rows[0].cleared, UnorderedElementsAre("sale_price", "link"));
}

TEST(ChangeReader, WhatIsNotKnownIsAFault) {
  EXPECT_THAT(faults_of(R"({"op": "upsert", "external_id": "a", "title": "A", "prise": "1 EUR"})"),
              ElementsAre(Pair("prise", HasSubstr("is price meant?"))));
  EXPECT_THAT(faults_of(R"({"op": "patch", "external_id": "a", "title": "A", "availability": null})"),
              ElementsAre(Pair("availability", HasSubstr("cannot be taken away")), Pair("title", HasSubstr("upsert"))));
  EXPECT_THAT(faults_of(R"({"op": "delete", "external_id": "a", "title": "A", "variants": []})"),
              ElementsAre(Pair("title", HasSubstr("no place")), Pair("variants", HasSubstr("no place"))));
  EXPECT_THAT(faults_of(R"({"op": "upsert", "external_id": "a", "id": "b"})"),
              ElementsAre(Pair("id", HasSubstr("external_id"))));
  EXPECT_THAT(faults_of(R"({"op": "upsert", "external_id": "a", "price": {"amount": 5}, "color": [["red"]]})"),
              ElementsAre(Pair("color", HasSubstr("cannot be read")), Pair("price", HasSubstr("cannot be read"))));
}

TEST(ChangeReader, EverythingThatIsWrongIsTold) {
  EXPECT_THAT(faults_of("{\"op\""), ElementsAre(Pair("", HasSubstr("not valid JSON"))));
  EXPECT_THAT(faults_of("[1]"), ElementsAre(Pair("", HasSubstr("no JSON object"))));
  EXPECT_THAT(faults_of("{}"),
              ElementsAre(Pair("op", HasSubstr("upsert")), Pair("external_id", HasSubstr("required"))));
  EXPECT_THAT(faults_of(R"({"op": "delete", "external_id": true})"),
              ElementsAre(Pair("external_id", HasSubstr("required"))));
  EXPECT_THAT(faults_of(fmt::format(R"({{"op": "delete", "external_id": "{}"}})", std::string(51, 'x'))),
              ElementsAre(Pair("external_id", HasSubstr("longer than 50"))));
  EXPECT_THAT(faults_of("{\"op\": \"delete\", \"external_id\": \"a\\u0000b\"}"),
              ElementsAre(Pair("external_id", testing::_)));
  EXPECT_THAT(
      faults_of(R"({"op": "upsert", "external_id": "a", "variants": [{"external_id": "b"}, {"external_id": "b"}, 5]})"),
      ElementsAre(Pair("variants.1.external_id", HasSubstr("second time")),
                  Pair("variants.2", HasSubstr("no object"))));
  EXPECT_THAT(faults_of(R"({"op": "upsert", "external_id": "a", "variants": []})"),
              ElementsAre(Pair("variants", HasSubstr("1 to 100"))));
}

TEST(ChangeReader, OnlySoManyFaultsAreTold) {
  std::string line = R"({"op": "upsert", "external_id": "a")";
  for (int i = 0; i < 2000; ++i) line += fmt::format(R"(, "x{}": {})", i, i);
  EXPECT_EQ(faults_of(line + "}").size(), ChangeReader::kFaultsMax);
}

}  // namespace
}  // namespace likeness::ingest
