#include <map>

#include "base/error.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

class PostgresSearchTest : public PostgresTest {
 protected:
  void write(const std::vector<CatalogRow>& rows) {
    upsert(start_import(org_), rows);
    for (const auto& product : catalog_.products(org_, std::nullopt, 200).products) {
      names_[product.id] = product.external_id;
      ids_.push_back(product.id);
    }
  }
  std::vector<std::string> named(const std::vector<ProductId>& ids) const {
    std::vector<std::string> names;
    for (const auto& id : ids) names.push_back(names_.at(id));
    return names;
  }
  std::vector<std::string> full_text(const std::string& text, const Filter& filter = {}) {
    return named(catalog_.match_text(org_, text, filter, 50).full_text);
  }
  /// External ids of all products that pass, by SQL and by the domain's own rule, which must agree.
  std::vector<std::string> passing(const Filter& filter) {
    auto by_sql = full_text("dress", filter);
    std::ranges::sort(by_sql);
    std::vector<std::string> by_rule;
    for (const auto& columns : catalog_.filter_columns(org_, ids_))
      if (matches(filter, columns, now())) by_rule.push_back(names_.at(columns.product_id));
    std::ranges::sort(by_rule);
    EXPECT_EQ(by_sql, by_rule);
    return by_sql;
  }
  std::map<std::string, int> facet(const std::string& name) {
    std::map<std::string, int> counts;
    const auto facets = catalog_.facets(org_, ids_, std::vector{name}, 100);
    for (const auto& value : facets.at(0).values) counts[value.value] = value.count;
    return counts;
  }

  std::map<ProductId, std::string> names_;
  std::vector<ProductId> ids_;
};

TEST_F(PostgresSearchTest, WordsAreStemmedAndTitlesComeFirst) {
  auto in_description = row("described", "Blue skirt");
  in_description.description = "Goes well with running shoes.";
  write({in_description, row("titled", "Running shoe"), row("neither", "Lamp")});
  EXPECT_THAT(full_text("shoes"), testing::ElementsAre("titled", "described"));
  EXPECT_THAT(full_text("shoe -running"), testing::IsEmpty());
}

TEST_F(PostgresSearchTest, AnUnknownWordDoesNotEmptyTheAnswer) {
  write({row("red", "Red gown"), row("blue", "Blue gown"), row("lamp", "Lamp")});
  EXPECT_THAT(full_text("red gown"), testing::ElementsAre("red"));
  EXPECT_THAT(full_text("red qwertyuiop"), testing::ElementsAre("red"));
  EXPECT_THAT(full_text("gown qwertyuiop -blue"), testing::ElementsAre("red"));
  EXPECT_THAT(full_text(""), testing::IsEmpty());
  EXPECT_THAT(full_text("  ' & | ! ( ) <-> :* \" \\"), testing::IsEmpty());
}

TEST_F(PostgresSearchTest, StopWordsAloneAreSearchedAsTheyAre) {
  auto who = row("who", "The Who");
  write({who, row("lamp", "Lamp")});
  EXPECT_THAT(full_text("the who"), testing::ElementsAre("who"));
}

TEST_F(PostgresSearchTest, TrigramsForgiveSpelling) {
  write({row("sneaker", "Canvas sneakers"), row("lamp", "Table lamp")});
  const auto matches = catalog_.match_text(org_, "snaekers", {}, 10);
  EXPECT_THAT(matches.full_text, testing::IsEmpty());
  EXPECT_THAT(named(matches.trigram), testing::ElementsAre("sneaker"));
}

TEST_F(PostgresSearchTest, RedAndMediumMustBeOneVariant) {
  write({variant_row("split", "s1", {"red"}, "L"), variant_row("split", "s2", {"blue"}, "M"),
         variant_row("one", "o1", {"Red"}, "m"), variant_row("one", "o2", {"blue"}, "L")});
  EXPECT_THAT(passing({.colors = {"red"}, .sizes = {"M"}}), testing::ElementsAre("one"));
  EXPECT_THAT(passing({.colors = {"red"}}), testing::ElementsAre("one", "split"));
  EXPECT_THAT(passing({.sizes = {"M", "XL"}}), testing::ElementsAre("one", "split"));
}

TEST_F(PostgresSearchTest, PricesAreThoseToPayNowInTheNamedCurrency) {
  const auto priced = [](const std::string& id, Money price, std::optional<Money> sale, int from_hours,
                         int until_hours) {
    auto made = variant_row(id, id, {}, "");
    made.variant.price = std::move(price);
    made.variant.sale_price = std::move(sale);
    made.variant.sale_from = now() + std::chrono::hours(from_hours);
    made.variant.sale_until = now() + std::chrono::hours(until_hours);
    return made;
  };
  auto unpriced = variant_row("unpriced", "unpriced", {}, "");
  unpriced.variant.price.reset();
  write({priced("plain", {2000, "USD"}, {}, 0, 1), priced("on sale", {2000, "USD"}, Money{900, "USD"}, -1, 1),
         priced("sale over", {2000, "USD"}, Money{900, "USD"}, -2, -1),
         priced("sale to come", {2000, "USD"}, Money{900, "USD"}, 1, 2), priced("euro", {900, "EUR"}, {}, 0, 1),
         unpriced});
  EXPECT_THAT(passing({.price_max_minor = 1000, .currency = "USD"}), testing::ElementsAre("on sale"));
  EXPECT_THAT(passing({.price_min_minor = 900, .price_max_minor = 900, .currency = "EUR"}),
              testing::ElementsAre("euro"));
  EXPECT_THAT(passing({.price_min_minor = 1000, .currency = "USD"}),
              testing::ElementsAre("plain", "sale over", "sale to come"));
}

TEST_F(PostgresSearchTest, BrandsCategoriesAndAvailability) {
  auto other = row("other", "Dress of another");
  other.brand = "Other";
  other.category_path = {"Apparel", "Dresses", "Maxi"};
  auto near = row("near", "Dress nearby");
  near.category_path = {"Apparel", "Dresses and more"};
  near.variant.availability = Availability::out_of_stock;
  write({row("plain", "Dress"), other, near});
  EXPECT_THAT(passing({.brands = {"OTHER", "nobody"}}), testing::ElementsAre("other"));
  EXPECT_THAT(passing({.categories = {"apparel > dresses"}}), testing::ElementsAre("other", "plain"));
  EXPECT_THAT(passing({.categories = {"Dresses"}}), testing::IsEmpty());
  EXPECT_THAT(passing({.availabilities = {Availability::out_of_stock}}), testing::ElementsAre("near"));
  EXPECT_THAT(passing({}), testing::ElementsAre("near", "other", "plain"));
}

TEST_F(PostgresSearchTest, ColoursOfPhotosCountWhereNoVariantNamesOne) {
  auto silent = variant_row("silent", "s1", {}, "M");
  silent.images = {{"photos/1.jpg", ImageRole::main, 0}};
  auto speaking = variant_row("speaking", "t1", {"blue"}, "M");
  speaking.images = {{"photos/2.jpg", ImageRole::main, 0}};
  write({silent, speaking, variant_row("speaking", "t2", {}, "L")});
  const auto import = imports_.imports(org_, std::nullopt, 1).imports.at(0).id;
  imports_.accept_file(org_, import, "photos/1.jpg", "aa");
  imports_.accept_file(org_, import, "photos/2.jpg", "bb");
  for (const auto& job : jobs_.claim(Unit::understand, 100, std::chrono::seconds(60)))
    if (job.kind == JobKind::image) jobs_.complete_image(job, understood(0));  // both photos are red
  EXPECT_THAT(passing({.colors = {"Red"}}), testing::ElementsAre("silent"));
  EXPECT_THAT(passing({.colors = {"blue"}}), testing::ElementsAre("speaking"));
  EXPECT_THAT(facet("color"), testing::UnorderedElementsAre(testing::Pair("red", 1), testing::Pair("blue", 1)));
}

TEST_F(PostgresSearchTest, FacetsCountProductsAsFiltersDo) {
  auto shouted = variant_row("b", "b1", {"RED", "blue"}, "M");
  shouted.brand = "ACME";
  shouted.category_path = {"Apparel"};
  write({variant_row("a", "a1", {"red"}, "M"), variant_row("a", "a2", {"red"}, "L"), shouted});
  EXPECT_THAT(facet("brand"), testing::ElementsAre(testing::Pair("ACME", 2)));
  EXPECT_THAT(facet("category"),
              testing::UnorderedElementsAre(testing::Pair("Apparel", 2), testing::Pair("Apparel > Dresses", 1)));
  EXPECT_THAT(facet("color"), testing::UnorderedElementsAre(testing::Pair("RED", 2), testing::Pair("blue", 1)));
  EXPECT_THAT(facet("size"), testing::UnorderedElementsAre(testing::Pair("M", 2), testing::Pair("L", 1)));
  EXPECT_THAT(facet("availability"), testing::ElementsAre(testing::Pair("in_stock", 2)));
  const auto first = catalog_.facets(org_, ids_, std::vector<std::string>{"size"}, 1);
  ASSERT_EQ(first[0].values.size(), 1u);
  EXPECT_EQ(first[0].values[0].value, "M");
  EXPECT_ERROR(facet("weight"), ErrorKind::invalid_argument);
  EXPECT_THAT(catalog_.facets(org_, {}, std::vector<std::string>{"size"}, 5)[0].values, testing::IsEmpty());
}

}  // namespace
}  // namespace likeness::test
