#include "contract/vector_index_suite.hpp"

namespace likeness::contract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST_P(VectorIndexContract, AnEmptyIndexAnswersNothing) {
  EXPECT_THAT(found(query(axis(0))), IsEmpty());
  EXPECT_FALSE(index->contains(org, pack));
  EXPECT_EQ(index->status(org, pack).vectors, 0);
}

TEST_P(VectorIndexContract, TheNearestComesFirstWithItsCosine) {
  add(1, 1, at_cosine(0.2f));
  add(2, 2, at_cosine(0.9f));
  add(3, 3, at_cosine(-0.5f));
  add(4, 4, at_cosine(0.6f));
  EXPECT_THAT(found(query(axis(0))), ElementsAre(2, 4, 1, 3));
  const auto hits = search(query(axis(0)));
  EXPECT_NEAR(hits[0].cosine, 0.9, 1e-3);
  EXPECT_NEAR(hits[3].cosine, -0.5, 1e-3);
}

TEST_P(VectorIndexContract, TheLimitIsKept) {
  for (int i = 1; i <= 20; ++i) add(i, static_cast<std::uint64_t>(i), at_cosine(static_cast<float>(i) / 21));
  EXPECT_THAT(found(query(axis(0), {}, 3)), ElementsAre(20, 19, 18));
  EXPECT_THAT(found(query(axis(0), {}, 1)), ElementsAre(20));
  EXPECT_THAT(found(query(axis(0), {}, 0)), IsEmpty());
  EXPECT_EQ(found(query(axis(0), {}, 1000)).size(), 20u);
}

TEST_P(VectorIndexContract, LevelsAreSeparate) {
  add(1, 1, axis(0), Level::image);
  add(2, 1, axis(0), Level::region);
  add(3, 1, axis(0, kTextDimensions), Level::text);
  auto asked = query(axis(0));
  EXPECT_THAT(found(asked), ElementsAre(1));
  asked.levels = {Level::region};
  EXPECT_THAT(found(asked), ElementsAre(2));
  asked.levels = {Level::image, Level::region};
  EXPECT_THAT(found(asked), UnorderedElementsAre(1, 2));
  asked.levels = {};
  EXPECT_THAT(found(asked), IsEmpty());
  asked.levels = {Level::text};
  asked.vector = axis(0, kTextDimensions);
  EXPECT_THAT(found(asked), ElementsAre(3));
}

TEST_P(VectorIndexContract, AHitSaysWhatItStandsFor) {
  add(7, 1, axis(0), Level::image);
  add(8, 1, axis(1), Level::region);
  auto asked = query(axis(1));
  asked.levels = {Level::image, Level::region};
  const auto hits = search(asked);
  ASSERT_THAT(ids_of(hits), ElementsAre(8, 7));
  EXPECT_EQ(hits[0].level, Level::region);
  EXPECT_EQ(hits[0].region_id, id_of<RegionId>(8));
  EXPECT_EQ(hits[0].image_id, id_of<ImageId>(8));
  EXPECT_EQ(hits[0].product_id, product(1));
  EXPECT_EQ(hits[1].level, Level::image);
  EXPECT_FALSE(hits[1].region_id);
}

TEST_P(VectorIndexContract, ProductsWithoutColumnsAreFoundWithoutAFilterOnly) {
  add(1, 1, axis(0));
  add(2, 2, axis(0));
  put(branded(2, "Acme"));
  EXPECT_THAT(found(query(axis(0))), UnorderedElementsAre(1, 2));
  EXPECT_THAT(found(query(axis(0), {.brands = {"Acme"}})), ElementsAre(2));
}

TEST_P(VectorIndexContract, SalePricesAreJudgedAtTheMomentOfTheQuery) {
  FilterColumns columns{
      .product_id = product(1),
      .variants = {{.price = Money{2000, "EUR"}, .sale_price = Money{500, "EUR"}, .sale_until = kNow}}};
  put(columns);
  add(1, 1, axis(0));
  auto cheap = query(axis(0), {.price_max_minor = 1000, .currency = "EUR"});
  EXPECT_THAT(found(cheap), IsEmpty());
  cheap.at = kNow - std::chrono::milliseconds(1);
  EXPECT_THAT(found(cheap), ElementsAre(1));
}

TEST_P(VectorIndexContract, AQueryOfAnotherSizeFindsNothing) {
  add(1, 1, axis(0));
  try {
    EXPECT_THAT(search(query(axis(0, kImageDimensions + 1))), IsEmpty());
    EXPECT_THAT(search(query({})), IsEmpty());
  } catch (const Error& error) {
    SUCCEED() << "an engine may refuse it: " << error.message();
  }
  EXPECT_THAT(found(query(axis(0))), ElementsAre(1));
}

TEST_P(VectorIndexContract, FiltersAndQueriesEqualBruteForce) {
  const auto catalogue = Catalogue::random(2000, 41);
  fill(catalogue);
  std::mt19937 random(42);
  std::size_t empty = 0, narrowed = 0;
  for (int round = 0; round < 1000; ++round) {
    VectorQuery asked{.filter = random_filter(random), .at = kNow, .limit = static_cast<int>(1 + random() % 200)};
    switch (random() % 4) {
      case 0:
        asked.levels = {Level::image};
        break;
      case 1:
        asked.levels = {Level::region};
        break;
      case 2:
        asked.levels = {Level::image, Level::region};
        break;
      default:
        asked.levels = {Level::text};
    }
    asked.vector = random_vector(dimensions_of(asked.levels[0]), random);
    const auto all = catalogue.all_hits(asked);
    empty += all.empty();
    narrowed += !asked.filter.empty() && !all.empty();
    for (const bool exact : {false, true}) {
      asked.exact = exact;
      expect_answer(search(asked), all, asked);
      ASSERT_FALSE(HasFatalFailure()) << "round " << round << (exact ? ", reference scan" : "");
    }
  }
  EXPECT_GT(narrowed, 500u) << "the cases are to try something";
  EXPECT_LT(empty, 400u);
}

}  // namespace
}  // namespace likeness::contract
