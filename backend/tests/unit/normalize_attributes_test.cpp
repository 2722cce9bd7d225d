#include <gmock/gmock.h>

#include "ingest/normalize/gtin.hpp"
#include "ingest/normalize/normalize_stage.hpp"
#include "ingest/normalize/sizes.hpp"

namespace likeness::ingest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

NormalizedRow normalized(std::map<std::string, std::vector<std::string>> values) {
  RawRow row{7, {{"id", {"A1"}}, {"title", {"Cup"}}, {"image_link", {"cup.jpg"}}}};
  for (auto& [name, texts] : values) row.values[name] = texts;
  return normalize(row);
}

TEST(NormalizeAttributes, SizesAreBoundedInLengthAndNumber) {
  const auto one_long = normalized({{"size", {std::string(150, 'Y') + "|S"}}});
  ASSERT_EQ(one_long.rows.size(), 2u);
  EXPECT_EQ(one_long.rows[0].variant.size.size(), 100u);
  std::string many = "0";
  for (int size = 1; size < 120; ++size) many += "|" + std::to_string(size);
  EXPECT_EQ(normalized({{"size", {many}}}).rows.size(), 50u);
}

TEST(NormalizeAttributes, AreKeptInGooglesWords) {
  const auto attributes = normalized({{"condition", {"https://schema.org/NewCondition"}},
                                      {"gender", {"Damen"}},
                                      {"age_group", {"Kids"}},
                                      {"size_type", {"Big, tall"}},
                                      {"size_system", {"eu"}},
                                      {"adult", {"FALSE"}},
                                      {"multipack", {"3"}},
                                      {"availability_date", {"2026-03-01"}},
                                      {"material", {"wool/silk"}},
                                      {"product_highlight", {"Warm", "Light"}},
                                      {"product_type", {"A > B", "C"}},
                                      {"mobile_link", {"https://m"}}})
                              .rows.at(0)
                              .variant.attributes;
  const std::map<std::string, std::vector<std::string>> expected = {{"condition", {"new"}},
                                                                    {"gender", {"female"}},
                                                                    {"age_group", {"kids"}},
                                                                    {"size_type", {"big", "tall"}},
                                                                    {"size_system", {"EU"}},
                                                                    {"adult", {"no"}},
                                                                    {"multipack", {"3"}},
                                                                    {"availability_date", {"2026-03-01T00:00:00.000Z"}},
                                                                    {"material", {"wool/silk"}},
                                                                    {"product_highlight", {"Warm", "Light"}},
                                                                    {"product_type", {"A > B", "C"}}};
  EXPECT_EQ(attributes, expected);
}

TEST(NormalizeAttributes, AValueThatMakesNoSenseIsLeftOutWithAHint) {
  const std::pair<std::string, std::string> table[] = {
      {"condition", "shiny"},    {"gender", "x"},         {"age_group", "old"},           {"size_type", "wide"},
      {"size_system", "XX"},     {"adult", "maybe"},      {"multipack", "many"},          {"availability_date", "soon"},
      {"gtin", "4006381333932"}, {"gtin", "4.00638E+12"}, {"color", std::string(41, 'x')}};
  for (const auto& [name, value] : table) {
    const auto row = normalized({{name, {value}}});
    ASSERT_EQ(row.faults.size(), 1u) << name;
    EXPECT_TRUE(row.faults[0].row_kept) << name;
    EXPECT_EQ(row.faults[0].field, name);
    EXPECT_THAT(row.faults[0].reason, HasSubstr("left out")) << name;
    ASSERT_EQ(row.rows.size(), 1u);
    EXPECT_THAT(row.rows[0].variant.attributes, IsEmpty()) << name;
    EXPECT_THAT(row.rows[0].variant.colors, IsEmpty());
  }
}

TEST(NormalizeAttributes, Gtins) {
  EXPECT_EQ(parse_gtin("4006381333931"), "4006381333931");
  EXPECT_EQ(parse_gtin("96385074"), "96385074");
  EXPECT_EQ(parse_gtin("0 36000 29145 2"), "036000291452");
  EXPECT_EQ(parse_gtin("10614141000415"), "10614141000415");
  EXPECT_EQ(parse_gtin("0-306-40615-2"), "9780306406157");
  for (const std::string wrong : {"", "1", "4006381333932", "400638133393", "4006381333931x", "12345678901"})
    EXPECT_FALSE(parse_gtin(wrong)) << wrong;
  const auto row = normalized({{"gtin", {"4006381333931, 96385074"}}}).rows.at(0);
  EXPECT_EQ(row.variant.gtin, "4006381333931");
  EXPECT_THAT(row.variant.attributes.at("gtin"), ElementsAre("4006381333931", "96385074"));
}

TEST(NormalizeAttributes, AListOfSizesIsAVariantEach) {
  EXPECT_THAT(split_sizes("S, M, L"), ElementsAre("S", "M", "L"));
  EXPECT_THAT(split_sizes("S|M|XL (tall)"), ElementsAre("S", "M", "XL (tall)"));
  EXPECT_THAT(split_sizes("38,39,40"), ElementsAre("38", "39", "40"));
  for (const std::string one : {"10,5", "S/M", "Waist 32, length 34", "One size", "42"})
    EXPECT_THAT(split_sizes(one), ElementsAre(one));
  const auto rows = normalized({{"size", {"S, M"}}}).rows;
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].variant.external_id, "A1/S");
  EXPECT_EQ(rows[1].variant.external_id, "A1/M");
  EXPECT_EQ(rows[1].product_external_id, "A1");
}

TEST(NormalizeAttributes, AvailabilityAndStructuredTexts) {
  for (const std::string word :
       {"in stock", "InStock", "https://schema.org/InStock", "in_stock", "limited_availability"})
    EXPECT_EQ(normalized({{"availability", {word}}}).rows.at(0).variant.availability, Availability::in_stock) << word;
  EXPECT_EQ(normalized({{"availability", {"PreOrder"}}}).rows.at(0).variant.availability, Availability::preorder);
  const auto row = normalized({{"item_group_id", {"G"}}, {"item_group_title", {"Cups"}}}).rows.at(0);
  EXPECT_EQ(row.title, "Cups");
  RawRow structured{
      1, {{"id", {"1"}}, {"image_link", {"a"}}, {"structured_title", {"trained_algorithmic_media:\"A cup\""}}}};
  EXPECT_EQ(normalize(structured).rows.at(0).title, "A cup");
}

TEST(NormalizeStage, APriceIsUnderstoodByWhatTheFeedShowsElsewhere) {
  const auto prices_of = [](const std::vector<std::string>& texts) {
    std::vector<std::string> prices;
    NormalizeStage stage("EUR", [&](NormalizedRow row) {
      prices.push_back(row.rows.empty() ? "fault" : to_string(*row.rows[0].variant.price));
    });
    for (const auto& text : texts) {
      RawRow row{1, {{"id", {"1"}}, {"title", {"t"}}, {"image_link", {"a"}}, {"price", {text}}}};
      stage.add(std::move(row));
    }
    stage.finish();
    return prices;
  };
  EXPECT_THAT(prices_of({"1.299", "15,00"}), ElementsAre("1299.00 EUR", "15.00 EUR"));
  EXPECT_THAT(prices_of({"1,299 USD", "15.00 USD", "2,000 USD"}),
              ElementsAre("1299.00 USD", "15.00 USD", "2000.00 USD"));
  EXPECT_THAT(prices_of({"1,299", "20"}), ElementsAre("fault", "20.00 EUR"));
  EXPECT_THAT(prices_of({"15,00", "15.00", "1.299"}), ElementsAre("15.00 EUR", "15.00 EUR", "fault"));
}

}  // namespace
}  // namespace likeness::ingest
