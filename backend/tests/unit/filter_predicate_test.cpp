#include <gmock/gmock.h>

#include "domain/filter.hpp"

namespace likeness {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Filter filter_of(std::initializer_list<std::string> predicates, std::string_view currency = "EUR") {
  Filter filter;
  for (const auto& predicate : predicates) add_predicate(filter, predicate, currency);
  return filter;
}

std::string refusal_of(const std::string& predicate) {
  try {
    filter_of({predicate});
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::invalid_argument);
    EXPECT_EQ(error.field(), "filter");
    EXPECT_THAT(error.message(), HasSubstr(predicate));
    return error.message();
  }
  return "(taken)";
}

TEST(FilterPredicate, ReadsListsAndAddsToThem) {
  const auto filter = filter_of({"brand=Acme", "BRAND = Other | Third", "color=red|blue", "colour=white", "size=M",
                                 "category=Apparel > Dress", "availability=in_stock|preorder"});
  EXPECT_THAT(filter.brands, ElementsAre("Acme", "Other", "Third"));
  EXPECT_THAT(filter.colors, ElementsAre("red", "blue", "white"));
  EXPECT_THAT(filter.sizes, ElementsAre("M"));
  EXPECT_THAT(filter.categories, ElementsAre("Apparel > Dress"));
  EXPECT_THAT(filter.availabilities, ElementsAre(Availability::in_stock, Availability::preorder));
}

TEST(FilterPredicate, ReadsPricesInTheCurrencyOfTheShop) {
  auto filter = filter_of({"price>=10", "price<=30.50"});
  EXPECT_EQ(filter.price_min_minor, 1000);
  EXPECT_EQ(filter.price_max_minor, 3050);
  EXPECT_EQ(filter.currency, "EUR");
  filter = filter_of({"price>10", "price<30"});
  EXPECT_EQ(filter.price_min_minor, 1001);
  EXPECT_EQ(filter.price_max_minor, 2999);
  filter = filter_of({"price=500"}, "JPY");
  EXPECT_EQ(filter.price_min_minor, 500);
  EXPECT_EQ(filter.price_max_minor, 500);
  EXPECT_EQ(filter.currency, "JPY");
}

TEST(FilterPredicate, SaysWhatIsAllowed) {
  EXPECT_THAT(refusal_of("brand"), HasSubstr("price, brand, category, color, size, availability"));
  EXPECT_THAT(refusal_of("weight=3"), HasSubstr("unknown name"));
  EXPECT_THAT(refusal_of("=3"), HasSubstr("unknown name"));
  EXPECT_THAT(refusal_of("brand="), HasSubstr("no value"));
  EXPECT_THAT(refusal_of("color=|"), HasSubstr("no value"));
  EXPECT_THAT(refusal_of("brand<Acme"), HasSubstr("only price"));
  EXPECT_THAT(refusal_of("price<=cheap"), HasSubstr("not a price"));
  EXPECT_THAT(refusal_of("price<=30 EUR"), HasSubstr("not a price"));
  EXPECT_THAT(refusal_of("price==30"), HasSubstr("one ="));
  EXPECT_THAT(refusal_of("brand==Acme"), HasSubstr("one ="));
  EXPECT_THAT(refusal_of("availability=soon"), HasSubstr("in_stock, out_of_stock, preorder, backorder"));
}

}  // namespace
}  // namespace likeness
