#include "ingest/normalize/normalize.hpp"

#include <gmock/gmock.h>

#include "base/text.hpp"

namespace likeness::ingest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

RawRow row_with(std::map<std::string, std::string> changes) {
  RawRow row{7, {{"id", {"A1"}}, {"title", {"Cup"}}, {"image_link", {"cup.jpg"}}}};
  for (auto& [name, value] : changes) {
    if (value.empty())
      row.values.erase(name);
    else
      row.values[name] = {value};
  }
  return row;
}

std::vector<std::string> faults_of(const RawRow& row) {
  std::vector<std::string> lines;
  const auto normalized = normalize(row);
  bool is_refused = false;
  for (const auto& fault : normalized.faults) {
    EXPECT_EQ(fault.line, row.line);
    lines.push_back((fault.row_kept ? "hint " : "") + fault.field + ": " + fault.reason);
    is_refused = is_refused || !fault.row_kept;
  }
  EXPECT_EQ(normalized.rows.empty(), is_refused);
  return lines;
}

CatalogRow only_row_of(const RawRow& row) { return normalize(row).rows.at(0); }

TEST(Normalize, TheLeastRowIsEnough) {
  const auto row = only_row_of(row_with({}));
  EXPECT_EQ(row.product_external_id, "A1");
  EXPECT_EQ(row.variant.external_id, "A1");
  EXPECT_EQ(row.variant.availability, Availability::in_stock);
  EXPECT_FALSE(row.variant.price);
  EXPECT_THAT(row.images, ElementsAre(ImageReference{"cup.jpg", ImageRole::main, 0}));
}

TEST(Normalize, TakesEveryAttributeInOurUnits) {
  const auto row = only_row_of(row_with({{"item_group_id", "G1"},
                                         {"description", "A cup."},
                                         {"brand", "Acme"},
                                         {"price", "15.00 EUR"},
                                         {"sale_price", "EUR 12,50"},
                                         {"sale_price_effective_date", "2026-03-01T00:00+0100/2026-03-08"},
                                         {"availability", "Out of stock"},
                                         {"color", "Red/Navy Blue"},
                                         {"size", "XL"},
                                         {"gtin", "4006381333931"},
                                         {"mpn", "M-1"},
                                         {"link", "https://shop.example/cup"},
                                         {"product_type", "Home > Kitchen >Cups"},
                                         {"google_product_category", "ignored"}}));
  EXPECT_EQ(row.product_external_id, "G1");
  EXPECT_EQ(row.variant.price, (Money{1500, "EUR"}));
  EXPECT_EQ(row.variant.sale_price, (Money{1250, "EUR"}));
  EXPECT_EQ(row.variant.sale_from, parse_iso8601("2026-02-28T23:00Z"));
  EXPECT_EQ(row.variant.sale_until, parse_iso8601("2026-03-08"));
  EXPECT_EQ(row.variant.availability, Availability::out_of_stock);
  EXPECT_THAT(row.variant.colors, ElementsAre("red", "navy blue"));
  EXPECT_EQ(row.variant.size, "XL");
  EXPECT_EQ(row.variant.gtin, "4006381333931");
  EXPECT_EQ(row.variant.mpn, "M-1");
  EXPECT_EQ(row.link, "https://shop.example/cup");
  EXPECT_EQ(row.brand, "Acme");
  EXPECT_THAT(row.category_path, ElementsAre("Home", "Kitchen", "Cups"));
}

TEST(Normalize, GooglesCategoryStandsInForAMissingProductType) {
  for (const std::string category : {"Home > Decor", "696 - Home > Decor"})
    EXPECT_THAT(only_row_of(row_with({{"google_product_category", category}})).category_path,
                ElementsAre("Home", "Decor"));
  const auto row = only_row_of(row_with({{"google_product_category", "696"}}));
  EXPECT_THAT(row.category_path, IsEmpty());
  EXPECT_THAT(row.variant.attributes.at("google_product_category"), ElementsAre("696"));
}

TEST(Normalize, NamesTheFieldAndTheReason) {
  const std::tuple<std::string, std::string, std::string> table[] = {
      {"id", "", "required"},
      {"title", "", "required"},
      {"id", std::string(51, 'x'), "longer than 50"},
      {"item_group_id", std::string(51, 'x'), "longer than 50"},
      {"price", "12,5,0 EUR", "\"12,5,0\" is not a price"},
      {"price", "15.00", "with its currency"},
      {"sale_price", "free", "with its currency"},
      {"availability", "soon", "none of in_stock"},
      {"link", std::string(2001, 'x'), "longer than 2000"},
      {"price", "1,299 EUR", "\"1,299\" is not a price"},
      {"sale_price_effective_date", "2026-03-01", "interval"},
      {"sale_price_effective_date", "2026-03-08/2026-03-01", "interval"},
      {"sale_price_effective_date", "2026-03-01/never", "interval"},
  };
  for (const auto& [field, value, reason] : table)
    EXPECT_THAT(faults_of(row_with({{field, value}})),
                ElementsAre(testing::AllOf(testing::StartsWith(field + ":"), HasSubstr(reason))))
        << field << " = " << value;
}

TEST(Normalize, LengthsAreCountedInCharacters) {
  std::string euros;
  for (int i = 0; i < 150; ++i) euros += "\xE2\x82\xAC";
  EXPECT_THAT(faults_of(row_with({{"title", euros}})), IsEmpty());
  EXPECT_THAT(faults_of(row_with({{"title", euros + "x"}})),
              ElementsAre("hint title: is longer than 150 characters and was cut"));
  EXPECT_EQ(only_row_of(row_with({{"title", euros + "x"}})).title, euros);
}

TEST(Normalize, ALongDescriptionIsCutBetweenCharacters) {
  std::string description;
  for (int i = 0; i < 6000; ++i) description += "\xC3\xA9";
  const auto row = only_row_of(row_with({{"description", description}}));
  EXPECT_EQ(utf8_length(row.description), 5000u);
  EXPECT_TRUE(is_valid_utf8(row.description));
}

TEST(Normalize, ListsAllFaultsOfARowAtOnce) {
  const auto faults = faults_of(
      row_with({{"id", ""}, {"title", ""}, {"price", "x"}, {"availability", "x"}, {"image_link", "/etc/passwd"}}));
  EXPECT_THAT(faults, testing::UnorderedElementsAre(HasSubstr("id:"), HasSubstr("title:"), HasSubstr("price:"),
                                                    HasSubstr("availability:"), HasSubstr("image_link:")));
}

TEST(Normalize, WhatFaultsQuoteIsUtf8) {
  std::string euros = "x";
  for (int i = 0; i < 200; ++i) euros += "\xE2\x82\xAC";
  for (const std::string field :
       {"title", "brand", "price", "availability", "image_link", "sale_price_effective_date"}) {
    const auto normalized = normalize(row_with({{field, field == "image_link" ? "/" + euros : euros + " " + euros}}));
    ASSERT_FALSE(normalized.faults.empty()) << field;
    for (const auto& fault : normalized.faults) {
      EXPECT_TRUE(is_valid_utf8(fault.value)) << field;
      EXPECT_TRUE(is_valid_utf8(fault.reason)) << field;
      EXPECT_LE(fault.value.size(), 200u);
    }
  }
}

}  // namespace
}  // namespace likeness::ingest
