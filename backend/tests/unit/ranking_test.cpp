#include "domain/ranking.hpp"

#include <gmock/gmock.h>

#include <random>

namespace likeness {
namespace {

ProductId product(int number) {
  ProductId id;
  id.uuid.bytes[14] = static_cast<std::uint8_t>(number >> 8);
  id.uuid.bytes[15] = static_cast<std::uint8_t>(number);
  return id;
}

Candidate by_image(int number, double score) {
  return {product(number), ImageId::generate(), {}, score, score, score, 0};
}
Candidate by_text(int number, double score) { return {product(number), {}, {}, score, score / 2, 0, score}; }

std::vector<ProductId> order_of(const std::vector<Candidate>& candidates) {
  std::vector<ProductId> order;
  for (const auto& candidate : candidates) order.push_back(candidate.product_id);
  return order;
}

using testing::ElementsAre;

TEST(FuseByRank, AddsUpReciprocalRanks) {
  const std::vector<RankedList> lists{{{product(1), product(2), product(3)}}, {{product(3), product(1)}}};
  const auto fused = fuse_by_rank(lists, 60);
  ASSERT_EQ(fused.size(), 3u);
  const double best = 2.0 / 61;
  EXPECT_EQ(fused[0].product_id, product(1));
  EXPECT_NEAR(fused[0].score, (1.0 / 61 + 1.0 / 62) / best, 1e-12);
  EXPECT_EQ(fused[1].product_id, product(3));
  EXPECT_NEAR(fused[1].score, (1.0 / 63 + 1.0 / 61) / best, 1e-12);
  EXPECT_EQ(fused[2].product_id, product(2));
  EXPECT_NEAR(fused[2].score, (1.0 / 62) / best, 1e-12);
}

TEST(FuseByRank, WeighsLists) {
  const std::vector<RankedList> lists{{{product(1)}, 1}, {{product(2)}, 0.5}};
  const auto fused = fuse_by_rank(lists, 10);
  ASSERT_EQ(fused.size(), 2u);
  EXPECT_NEAR(fused[0].score, (1.0 / 11) / (1.5 / 11), 1e-12);
  EXPECT_NEAR(fused[1].score, (0.5 / 11) / (1.5 / 11), 1e-12);
}

TEST(FuseByRank, FirstInEveryListIsOne) {
  const std::vector<RankedList> lists{{{product(9), product(1)}, 1}, {{product(9)}, 0.5}, {{product(9)}, 2}};
  EXPECT_NEAR(fuse_by_rank(lists).front().score, 1, 1e-12);
  EXPECT_TRUE(fuse_by_rank({}).empty());
}

TEST(FuseByRank, EqualScoresComeInOrderOfTheirIds) {
  const std::vector<RankedList> lists{{{product(5)}}, {{product(2)}}, {{product(7)}}};
  const auto fused = fuse_by_rank(lists);
  EXPECT_EQ(fused[0].product_id, product(2));
  EXPECT_EQ(fused[1].product_id, product(5));
  EXPECT_EQ(fused[2].product_id, product(7));
}

TEST(Blend, WeightsDecideBetweenPhotoAndWords) {
  const std::vector<Candidate> image{by_image(1, 0.9), by_image(2, 0.6)};
  const std::vector<Candidate> text{by_text(2, 0.8), by_text(3, 0.7)};
  EXPECT_THAT(order_of(blend(image, text, 1)), ElementsAre(product(1), product(2), product(3)));
  EXPECT_THAT(order_of(blend(image, text, 0)), ElementsAre(product(2), product(3), product(1)));
  const auto both = blend(image, text, 0.5);
  EXPECT_THAT(order_of(both), ElementsAre(product(2), product(1), product(3)));
  EXPECT_DOUBLE_EQ(both[0].score, 0.5 * 0.6 + 0.5 * 0.8);
  EXPECT_DOUBLE_EQ(both[1].score, 0.45);
  EXPECT_DOUBLE_EQ(both[2].score, 0.35);
}

TEST(Blend, KeepsTheTermsAndTheBestConfidence) {
  const std::vector<Candidate> image{by_image(2, 0.3)};
  const std::vector<Candidate> text{by_text(2, 0.8)};
  const auto both = blend(image, text, 0.25);
  ASSERT_EQ(both.size(), 1u);
  EXPECT_DOUBLE_EQ(both[0].image_score, 0.3);
  EXPECT_DOUBLE_EQ(both[0].text_score, 0.8);
  EXPECT_DOUBLE_EQ(both[0].confidence, 0.4);
  EXPECT_EQ(both[0].image_id, image[0].image_id);
}

TEST(Blend, TheOrderDoesNotDependOnTheOrderOfItsInput) {
  std::mt19937 random(3);
  std::vector<Candidate> image, text;
  for (int i = 0; i < 300; ++i) image.push_back(by_image(i, (i % 7) / 10.0));
  for (int i = 150; i < 450; ++i) text.push_back(by_text(i, (i % 5) / 10.0));
  const auto expected = order_of(blend(image, text, 0.5));
  for (int round = 0; round < 20; ++round) {
    std::ranges::shuffle(image, random);
    std::ranges::shuffle(text, random);
    ASSERT_EQ(order_of(blend(image, text, 0.5)), expected);
  }
}

TEST(Band, BordersBelongToTheBetterBand) {
  EXPECT_EQ(band_of(0.9), Band::exact);
  EXPECT_EQ(band_of(0.8999), Band::similar);
  EXPECT_EQ(band_of(0.5), Band::similar);
  EXPECT_EQ(band_of(0.4999), Band::weak);
}

}  // namespace
}  // namespace likeness
