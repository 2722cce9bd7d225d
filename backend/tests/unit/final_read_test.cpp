#include "query/stream/final_read.hpp"

#include <gmock/gmock.h>

#include <random>

#include "unit/fake_catalog.hpp"

namespace likeness::query {
namespace {

class FinalReadTest : public testing::Test {
 protected:
  /// Candidates 0 … count-1, best first, each of them in the catalogue at a price of its number.
  void fill(int count) {
    for (int i = 0; i < count; ++i) {
      const auto id = ProductId::generate();
      candidates.push_back({id, ImageId::generate(), {}, 1.0 - i * 0.001, 0.95 - i * 0.01, 0.5, 0.25});
      catalog.put(columns_of(id, i));
    }
  }
  std::vector<int> page(std::size_t position, int limit, const Filter& filter = {}) {
    read = FinalRead(catalog).read(org, candidates, position, limit, filter, now());
    std::vector<int> numbers;
    for (const auto& hit : read.hits)
      for (std::size_t i = 0; i < candidates.size(); ++i)
        if (candidates[i].product_id == hit.product.id) numbers.push_back(static_cast<int>(i));
    return numbers;
  }

  const OrgId org = OrgId::generate();
  FakeCatalog catalog;
  std::vector<Candidate> candidates;
  ReadPage read;
};

using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(FinalReadTest, PagesFollowEachOther) {
  fill(7);
  EXPECT_THAT(page(0, 3), ElementsAre(0, 1, 2));
  EXPECT_THAT(page(read.next_position, 3), ElementsAre(3, 4, 5));
  EXPECT_THAT(page(read.next_position, 3), ElementsAre(6));
  EXPECT_EQ(read.next_position, 7u);
  EXPECT_THAT(page(read.next_position, 3), IsEmpty());
  EXPECT_THAT(page(99, 3), IsEmpty());
}

TEST_F(FinalReadTest, FillsUpForProductsThatAreGone) {
  fill(8);
  for (const int gone : {0, 2, 3}) catalog.erase(candidates[static_cast<std::size_t>(gone)].product_id);
  EXPECT_THAT(page(0, 3), ElementsAre(1, 4, 5));
  EXPECT_EQ(read.next_position, 6u);
  EXPECT_THAT(page(read.next_position, 3), ElementsAre(6, 7));
}

TEST_F(FinalReadTest, FillsUpForProductsThatNoLongerPassTheFilter) {
  fill(10);
  const Filter filter{.price_min_minor = 3, .price_max_minor = 6, .currency = "EUR"};
  EXPECT_THAT(page(0, 2, filter), ElementsAre(3, 4));
  EXPECT_THAT(page(read.next_position, 5, filter), ElementsAre(5, 6));
  EXPECT_EQ(read.next_position, 10u);
}

TEST_F(FinalReadTest, AFilterOnTheProductItselfDecidesToo) {
  fill(3);
  auto branded = columns_of(candidates[1].product_id);
  branded.brand = "Acme";
  catalog.put(branded);
  EXPECT_THAT(page(0, 3, {.brands = {"Acme"}}), ElementsAre(1));
}

TEST_F(FinalReadTest, NothingLeftIsAnEmptyPageAtTheEnd) {
  fill(50);
  for (const auto& candidate : candidates) catalog.erase(candidate.product_id);
  EXPECT_THAT(page(0, 10), IsEmpty());
  EXPECT_EQ(read.next_position, 50u);
  EXPECT_EQ(catalog.reads, 4) << "sixteen at a time, however short the page";
}

TEST_F(FinalReadTest, AHitCarriesItsTermsItsVariantAndItsBand) {
  fill(1);
  ASSERT_THAT(page(0, 1), ElementsAre(0));
  const auto& hit = read.hits[0];
  EXPECT_DOUBLE_EQ(hit.score, 1);
  EXPECT_DOUBLE_EQ(hit.confidence, 0.95);
  EXPECT_EQ(hit.band, Band::exact);
  EXPECT_DOUBLE_EQ(hit.image_score, 0.5);
  EXPECT_DOUBLE_EQ(hit.text_score, 0.25);
  const ProductId ids[] = {candidates[0].product_id};
  EXPECT_EQ(hit.variant_id, catalog.filter_columns(org, ids)[0].variants[0].id);
}

TEST_F(FinalReadTest, PicturesAndBoxesGoToTheHitsThatTheyBelongTo) {
  fill(4);
  candidates[0].image_id.reset();
  candidates[2].image_id.reset();
  candidates[1].region_id = RegionId::generate();
  candidates[3].region_id = RegionId::generate();
  catalog.covers[candidates[2].product_id] = ImageId::generate();
  catalog.boxes[*candidates[3].region_id] = {0.1, 0.2, 0.3, 0.4};
  page(0, 4);
  ASSERT_EQ(read.hits.size(), 4u);
  EXPECT_FALSE(read.hits[0].image_id) << "it has no cover";
  EXPECT_EQ(read.hits[1].image_id, candidates[1].image_id);
  EXPECT_FALSE(read.hits[1].box) << "its region is gone";
  EXPECT_EQ(read.hits[2].image_id, catalog.covers[candidates[2].product_id]);
  EXPECT_EQ(read.hits[3].box, (Box{0.1, 0.2, 0.3, 0.4}));
}

TEST_F(FinalReadTest, NoPageIsShortAndNothingComesTwiceWhateverIsGone) {
  std::mt19937 random(29);
  for (int round = 0; round < 200; ++round) {
    candidates.clear();
    fill(static_cast<int>(random() % 60));
    std::vector<int> expected;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (random() % 3 == 0)
        catalog.erase(candidates[i].product_id);
      else
        expected.push_back(static_cast<int>(i));
    }
    std::vector<int> all;
    const int limit = 1 + static_cast<int>(random() % 9);
    for (std::size_t position = 0; position < candidates.size(); position = read.next_position) {
      const auto numbers = page(position, limit);
      ASSERT_GT(read.next_position, position);
      const bool is_last = read.next_position == candidates.size();
      ASSERT_TRUE(is_last || numbers.size() == static_cast<std::size_t>(limit));
      all.insert(all.end(), numbers.begin(), numbers.end());
    }
    ASSERT_EQ(all, expected);
  }
}

}  // namespace
}  // namespace likeness::query
