#include "query/rank/ranker.hpp"

#include <gmock/gmock.h>

namespace likeness::query {
namespace {

class RankerTest : public testing::Test {
 protected:
  VectorHit hit(int product, Level level, float cosine) const {
    VectorHit hit{.level = level, .product_id = products[product], .cosine = cosine};
    if (level != Level::text) hit.image_id = ImageId::generate();
    if (level == Level::region) hit.region_id = RegionId::generate();
    return hit;
  }

  const std::vector<ProductId> products{ProductId::generate(), ProductId::generate(), ProductId::generate(),
                                        ProductId::generate()};
  // A region's cosine of 0.8 is worth as much as an image's of 0.5.
  const PackInfo pack{.image_calibration = {10, -5}, .region_calibration = {10, -8}, .text_calibration = {10, -5}};
  const Ranker ranker{pack, 3};
};

TEST_F(RankerTest, AProductIsAsGoodAsItsBestPhotoOrRegionAfterCalibration) {
  const std::vector<VectorHit> hits{hit(0, Level::region, 0.85f), hit(1, Level::image, 0.7f),
                                    hit(0, Level::image, 0.6f), hit(1, Level::region, 0.69f),
                                    hit(0, Level::image, 0.2f)};
  const auto candidates = ranker.collapse(hits);
  ASSERT_EQ(candidates.size(), 2u);
  EXPECT_EQ(candidates[0].product_id, products[1]);
  EXPECT_EQ(candidates[0].image_id, hits[1].image_id);
  EXPECT_NEAR(candidates[0].confidence, pack.image_calibration.confidence(0.7), 1e-6);
  EXPECT_EQ(candidates[1].product_id, products[0]);
  EXPECT_EQ(candidates[1].image_id, hits[2].image_id) << "the region's cosine is higher, its confidence is not";
  EXPECT_FALSE(candidates[1].region_id);
  EXPECT_DOUBLE_EQ(candidates[1].image_score, candidates[1].confidence);
  EXPECT_DOUBLE_EQ(candidates[1].text_score, 0);
}

TEST_F(RankerTest, ARegionThatSpeaksBestIsNamed) {
  const std::vector<VectorHit> hits{hit(0, Level::image, 0.5f), hit(0, Level::region, 0.95f)};
  const auto candidates = ranker.collapse(hits);
  ASSERT_EQ(candidates.size(), 1u);
  EXPECT_EQ(candidates[0].region_id, hits[1].region_id);
}

TEST_F(RankerTest, FusesWordsAndTextVectorsByRank) {
  TextEvidence evidence;
  evidence.words.full_text = {products[0], products[1]};
  evidence.words.trigram = {products[1], products[2]};
  evidence.vectors = {hit(1, Level::text, 0.8f), hit(3, Level::text, 0.6f)};
  const auto candidates = ranker.fuse(evidence);
  ASSERT_EQ(candidates.size(), 4u);
  EXPECT_EQ(candidates[0].product_id, products[1]);
  const double best = 2.5 / 61;
  EXPECT_NEAR(candidates[0].score, (1.0 / 62 + 0.5 / 61 + 1.0 / 61) / best, 1e-12);
  EXPECT_NEAR(candidates[0].confidence, pack.text_calibration.confidence(0.8), 1e-6);
  EXPECT_DOUBLE_EQ(candidates[0].text_score, candidates[0].score);
  EXPECT_EQ(candidates[1].product_id, products[0]);
  EXPECT_LT(candidates[1].confidence, 0.1) << "no vector speaks for it";
}

TEST_F(RankerTest, ANearestNeighbourThatHasNothingToDoWithTheWordsIsLeftOut) {
  TextEvidence evidence;
  evidence.vectors = {hit(0, Level::text, 0.9f), hit(1, Level::text, 0.1f)};
  const auto candidates = ranker.fuse(evidence);
  ASSERT_EQ(candidates.size(), 1u);
  EXPECT_EQ(candidates[0].product_id, products[0]);
}

TEST_F(RankerTest, TheWeightCountsOnlyForPhotoAndWordsTogether) {
  const std::vector<Candidate> image{{products[0], {}, {}, 0, 0.9, 0.9, 0}};
  const std::vector<Candidate> text{{products[0], {}, {}, 0, 0.4, 0, 0.4}};
  SearchRequest request{.image_weight = 0.25};
  request.text = "cup";
  EXPECT_DOUBLE_EQ(ranker.rank(request, {}, text)[0].score, 0.4);
  request.image = ImageSource{};
  EXPECT_DOUBLE_EQ(ranker.rank(request, image, text)[0].score, 0.25 * 0.9 + 0.75 * 0.4);
  request.text.clear();
  EXPECT_DOUBLE_EQ(ranker.rank(request, image, {})[0].score, 0.9);
}

TEST_F(RankerTest, KeepsTheBestUpToItsLimit) {
  std::vector<Candidate> text;
  for (int i = 0; i < 4; ++i) text.push_back({products[i], {}, {}, 0, 0, 0, (i + 1) / 10.0});
  const auto ranked = ranker.rank({.text = "cup"}, {}, text);
  ASSERT_EQ(ranked.size(), 3u);
  EXPECT_EQ(ranked[0].product_id, products[3]);
  EXPECT_EQ(ranked[2].product_id, products[1]);
}

}  // namespace
}  // namespace likeness::query
