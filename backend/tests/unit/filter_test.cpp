#include "domain/filter.hpp"

#include <gmock/gmock.h>

#include <random>

#include "base/text.hpp"

namespace likeness {
namespace {

constexpr TimePoint kNow{std::chrono::days(20'000)};

VariantColumns variant(std::vector<std::string> colors, std::string size, std::int64_t minor = 1000) {
  return {
      .id = VariantId::generate(), .price = Money{minor, "EUR"}, .colors = std::move(colors), .size = std::move(size)};
}

Filter prices(std::optional<std::int64_t> least, std::optional<std::int64_t> most, std::string currency = "EUR") {
  return {.price_min_minor = least, .price_max_minor = most, .currency = std::move(currency)};
}

TEST(Filter, AllVariantPredicatesHoldOnOneVariant) {
  FilterColumns shirt{.variants = {variant({"red"}, "S", 1000), variant({"blue"}, "M", 2000)}};
  EXPECT_FALSE(matches({.colors = {"red"}, .sizes = {"M"}}, shirt, kNow)) << "red is S, M is blue";
  EXPECT_TRUE(matches({.colors = {"red"}, .sizes = {"S"}}, shirt, kNow));
  Filter cheap_blue = prices({}, 1500);
  cheap_blue.colors = {"blue"};
  EXPECT_FALSE(matches(cheap_blue, shirt, kNow));
  shirt.variants.push_back(variant({"red"}, "M"));
  const auto* found = matching_variant({.colors = {"red"}, .sizes = {"M"}}, shirt, kNow);
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->id, shirt.variants[2].id);
}

TEST(Filter, AnyValueOfAListSuffices) {
  const FilterColumns shirt{.brand = "Acme", .variants = {variant({"red", "white"}, "S")}};
  EXPECT_TRUE(matches({.brands = {"Other", "ACME"}, .colors = {"blue", "White"}, .sizes = {"s"}}, shirt, kNow));
  EXPECT_FALSE(matches({.brands = {"Other"}}, shirt, kNow));
  EXPECT_FALSE(matches({.brands = {"Acm"}}, shirt, kNow));
}

TEST(Filter, PriceBordersAreInside) {
  const FilterColumns shirt{.variants = {variant({}, "", 1000)}};
  EXPECT_TRUE(matches(prices(1000, 1000), shirt, kNow));
  EXPECT_FALSE(matches(prices(1001, {}), shirt, kNow));
  EXPECT_FALSE(matches(prices({}, 999), shirt, kNow));
  EXPECT_FALSE(matches(prices(0, 5000, "USD"), shirt, kNow)) << "another currency is not compared";
}

TEST(Filter, WhatHasNoPricePassesNoPriceFilter) {
  const FilterColumns gift{.variants = {{.id = VariantId::generate()}}};
  EXPECT_FALSE(matches(prices(0, {}), gift, kNow));
  EXPECT_TRUE(matches({}, gift, kNow));
}

TEST(Filter, TheSalePriceHoldsFromItsFirstToBeforeItsLastMoment) {
  auto sold = variant({}, "", 2000);
  sold.sale_price = Money{500, "EUR"};
  sold.sale_from = kNow;
  sold.sale_until = kNow + std::chrono::hours(1);
  const auto moment = std::chrono::milliseconds(1);
  EXPECT_EQ(effective_price(sold, kNow - moment)->minor, 2000);
  EXPECT_EQ(effective_price(sold, kNow)->minor, 500);
  EXPECT_EQ(effective_price(sold, *sold.sale_until - moment)->minor, 500);
  EXPECT_EQ(effective_price(sold, *sold.sale_until)->minor, 2000);
  const FilterColumns shirt{.variants = {sold}};
  EXPECT_TRUE(matches(prices({}, 600), shirt, kNow));
  EXPECT_FALSE(matches(prices({}, 600), shirt, *sold.sale_until));
}

TEST(Filter, ASaleWithoutIntervalHoldsAlwaysAndOneSidedOnesOnTheirSide) {
  auto sold = variant({}, "", 2000);
  sold.sale_price = Money{500, "EUR"};
  EXPECT_EQ(effective_price(sold, kNow)->minor, 500);
  sold.sale_from = kNow + std::chrono::hours(1);
  EXPECT_EQ(effective_price(sold, kNow)->minor, 2000);
  sold.sale_from.reset();
  sold.sale_until = kNow;
  EXPECT_EQ(effective_price(sold, kNow)->minor, 2000);
}

TEST(Filter, ACategoryHoldsWhatLiesBelowItByWholeWords) {
  const FilterColumns dress{.category = "Apparel > Dresses > Summer"};
  for (const std::string category : {"Apparel", "apparel > dresses", "Apparel > Dresses > Summer"})
    EXPECT_TRUE(matches({.categories = {category}}, dress, kNow)) << category;
  for (const std::string category : {"App", "Apparel > Dress", "Dresses", "Apparel > Dresses > Summer > Long"})
    EXPECT_FALSE(matches({.categories = {category}}, dress, kNow)) << category;
}

TEST(Filter, PhotoColoursCountOnlyWhereNoVariantNamesOne) {
  FilterColumns shirt{.photo_colors = {"red", "black"}, .variants = {variant({}, "S"), variant({}, "M")}};
  EXPECT_TRUE(matches({.colors = {"red"}}, shirt, kNow));
  EXPECT_FALSE(matches({.colors = {"green"}}, shirt, kNow));
  shirt.variants[1].colors = {"green"};
  EXPECT_FALSE(matches({.colors = {"red"}}, shirt, kNow));
  EXPECT_TRUE(matches({.colors = {"green"}}, shirt, kNow));
  EXPECT_FALSE(matches({.colors = {"green"}, .sizes = {"S"}}, shirt, kNow));
}

TEST(Filter, AvailabilityIsOfTheVariant) {
  FilterColumns shirt{.variants = {variant({"red"}, "S"), variant({"blue"}, "S")}};
  shirt.variants[0].availability = Availability::out_of_stock;
  EXPECT_FALSE(matches({.colors = {"red"}, .availabilities = {Availability::in_stock}}, shirt, kNow));
  EXPECT_TRUE(matches({.colors = {"red"}, .availabilities = {Availability::preorder, Availability::out_of_stock}},
                      shirt, kNow));
}

TEST(Filter, KnowsWhetherItAsksForAnything) {
  EXPECT_TRUE(Filter{}.empty());
  EXPECT_FALSE((Filter{.brands = {"a"}}.constrains_variant()));
  EXPECT_FALSE((Filter{.brands = {"a"}}.empty()));
  EXPECT_TRUE(prices(0, {}).constrains_variant());
  EXPECT_TRUE((Filter{.availabilities = {Availability::backorder}}.constrains_variant()));
}

TEST(Filter, MoreValuesNeverMatchLessAndMorePredicatesNeverMatchMore) {
  std::mt19937 random(5);
  const std::vector<std::string> words{"red", "blue", "green", "white"};
  const auto some = [&](int count_max) {
    std::vector<std::string> chosen;
    for (int i = static_cast<int>(random() % static_cast<unsigned>(count_max + 1)); i > 0; --i)
      chosen.push_back(words[random() % words.size()]);
    return chosen;
  };
  int matched = 0;
  for (int round = 0; round < 4000; ++round) {
    FilterColumns columns{.brand = words[random() % 4], .photo_colors = some(2)};
    for (unsigned i = random() % 4; i < 4; ++i)
      columns.variants.push_back(variant(some(1), words[random() % 4], random() % 5));
    Filter filter{.brands = some(2), .colors = some(2), .sizes = some(2)};
    const bool before = matches(filter, columns, kNow);
    matched += before;
    Filter wider = filter;
    for (auto* list : {&wider.brands, &wider.colors, &wider.sizes})
      if (!list->empty()) list->push_back(words[random() % 4]);
    EXPECT_GE(matches(wider, columns, kNow), before);
    Filter narrower = filter;
    narrower.price_max_minor = static_cast<std::int64_t>(random() % 5);
    narrower.currency = "EUR";
    EXPECT_LE(matches(narrower, columns, kNow), before);
  }
  EXPECT_GT(matched, 400);
  EXPECT_LT(matched, 3600);
}

}  // namespace
}  // namespace likeness
