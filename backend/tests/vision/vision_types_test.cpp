#include <gmock/gmock.h>

#include <cmath>

#include "domain/vision.hpp"
#include "vision/photos.hpp"

namespace likeness {
namespace {

TEST(Box, MustLieInThePhoto) {
  EXPECT_TRUE(checked({0, 0, 1, 1}, "box"));
  EXPECT_TRUE(checked({0.99, 0.99, 0.01, 0.01}, "box"));
  for (const Box& box : {Box{-0.1, 0, 0.5, 0.5}, Box{0.6, 0, 0.5, 0.5}, Box{0, 0, 0.005, 0.5}, Box{0, 0, 0.5, 0},
                         Box{0, 0, -0.5, 0.5}, Box{NAN, 0, 0.5, 0.5}, Box{0, 0, INFINITY, 0.5}}) {
    const auto result = checked(box, "query.box");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind(), ErrorKind::invalid_argument);
    EXPECT_EQ(result.error().field(), "query.box");
  }
}

TEST(Box, RoundingOfAClientIsForgivenAndCutOff) {
  const Box box = checked({0.5, -1e-9, 0.5000000001, 1}, "box").value();
  EXPECT_LE(box.x + box.width, 1);
  EXPECT_GE(box.y, 0);
}

TEST(Box, OverlapFigures) {
  const Box left{0, 0, 0.5, 1};
  EXPECT_DOUBLE_EQ(intersection_over_union(left, left), 1);
  EXPECT_DOUBLE_EQ(intersection_over_union(left, {0.5, 0, 0.5, 1}), 0);
  EXPECT_NEAR(intersection_over_union(left, {0.25, 0, 0.5, 1}), 1.0 / 3, 1e-12);
  EXPECT_DOUBLE_EQ(containment(left, {0.1, 0.1, 0.2, 0.2}), 1);
  EXPECT_DOUBLE_EQ(containment({0, 0, 0, 0}, left), 0);
}

TEST(Crop, TakesTheBoxAndAtLeastOnePixel) {
  Pixels pixels = photos::flat(100, 50, {10, 20, 30});
  photos::paint(pixels, {0.5, 0.5, 0.5, 0.5}, {200, 100, 50});
  const Pixels part = crop(pixels, {0.5, 0.5, 0.5, 0.5});
  EXPECT_EQ(part.width_px, 50);
  EXPECT_EQ(part.height_px, 25);
  EXPECT_EQ(photos::at(part, 0, 0).red, 200);
  EXPECT_EQ(photos::at(part, 0.99, 0.99).blue, 50);
  const Pixels speck = crop(pixels, {0.999, 0.999, 0.001, 0.001});
  EXPECT_EQ(speck.width_px, 1);
  EXPECT_EQ(speck.rgb.size(), 3u);
  EXPECT_EQ(crop(pixels, {0, 0, 1, 1}).rgb, pixels.rgb);
}

TEST(ChooseRegions, LeavesOutFramesSpecksRepeatsAndTheUnsure) {
  const std::vector<Detection> found = {
      {{0.1, 0.1, 0.3, 0.3}, "shoe", 0.5},  {{0.11, 0.1, 0.3, 0.3}, "boot", 0.9}, {{0, 0, 1, 0.95}, "person", 0.99},
      {{0.5, 0.5, 0.05, 0.05}, "tie", 0.8}, {{0.6, 0.6, 0.3, 0.3}, "bag", 0.2},   {{0.6, 0.1, 0.3, 0.3}, "hat", 0.7},
      {{0.6, 0.6, 0.2, 0.2}, "cup", NAN},
  };
  const auto chosen = choose_regions(found, {});
  ASSERT_EQ(chosen.size(), 2u);
  EXPECT_EQ(chosen[0].label, "boot");
  EXPECT_EQ(chosen[1].label, "hat");
  RegionLimits one;
  one.count_max = 1;
  EXPECT_EQ(choose_regions(found, one).size(), 1u);
}

}  // namespace
}  // namespace likeness
