#include "ingest/preprocess/dominant_colors.hpp"

#include <gmock/gmock.h>

#include <random>

#include "vision/photos.hpp"

namespace likeness::ingest {
namespace {

using photos::Color;

std::vector<std::string> names(const Pixels& pixels) {
  std::vector<std::string> found;
  for (const ColorShare& color : dominant_colors(pixels)) found.push_back(color.name);
  return found;
}

/// Noise as a camera makes it, the same each time.
Pixels noisy(Pixels pixels) {
  std::mt19937 random(3);
  for (std::uint8_t& value : pixels.rgb) {
    value =
        static_cast<std::uint8_t>(std::clamp(static_cast<int>(value) + static_cast<int>(random() % 13) - 6, 0, 255));
  }
  return pixels;
}

TEST(DominantColors, NamesAThingOnAPlainBackground) {
  const std::pair<const char*, Color> cases[] = {
      {"black", {18, 18, 20}},       {"grey", {128, 128, 130}},  {"beige", {222, 205, 175}}, {"brown", {110, 70, 40}},
      {"red", {200, 25, 35}},        {"orange", {245, 130, 25}}, {"yellow", {250, 215, 40}}, {"green", {40, 140, 60}},
      {"turquoise", {50, 190, 185}}, {"blue", {50, 100, 200}},   {"navy", {25, 35, 80}},     {"purple", {115, 50, 140}},
      {"pink", {245, 140, 170}},
  };
  for (const auto& [name, color] : cases) {
    for (const Color background : {Color{255, 255, 255}, Color{225, 228, 230}}) {
      Pixels card = photos::flat(300, 400, background);
      photos::paint(card, {0.3, 0.2, 0.4, 0.6}, color);
      EXPECT_THAT(names(noisy(card)), testing::ElementsAre(name));
    }
  }
}

TEST(DominantColors, AWhiteThingOnWhiteIsWhite) {
  EXPECT_THAT(names(noisy(photos::flat(200, 200, {250, 250, 250}))), testing::ElementsAre("white"));
}

TEST(DominantColors, ABackgroundColorInsideTheThingStays) {
  Pixels card = photos::flat(200, 200, {255, 255, 255});
  photos::paint(card, {0.1, 0.1, 0.8, 0.8}, {200, 20, 30});
  photos::paint(card, {0.3, 0.3, 0.4, 0.4}, {255, 255, 255});
  EXPECT_THAT(names(card), testing::ElementsAre("red", "white"));
}

TEST(DominantColors, SharesAddUpAndSmallOnesAreLeftOut) {
  Pixels card = photos::flat(400, 400, {30, 30, 200});
  photos::paint(card, {0, 0, 0.5, 1}, {200, 20, 30});
  photos::paint(card, {0.6, 0.6, 0.2, 0.2}, {250, 215, 40});
  const auto colors = dominant_colors(card);
  ASSERT_EQ(colors.size(), 2u);
  EXPECT_EQ(colors[0].name, "red");
  EXPECT_NEAR(colors[0].share, 0.5, 0.02);
  EXPECT_NEAR(colors[1].share, 0.46, 0.02);
}

TEST(DominantColors, ArePartOfTheListAndRepeatable) {
  for (unsigned seed = 0; seed < 8; ++seed) {
    const Pixels scene = photos::scene(500, 300, seed);
    const auto colors = dominant_colors(scene);
    EXPECT_EQ(colors, dominant_colors(scene));
    double sum = 0;
    for (const ColorShare& color : colors) {
      EXPECT_THAT(kColorNames, testing::Contains(color.name));
      EXPECT_GE(color.share, 0.1);
      sum += color.share;
    }
    EXPECT_LE(sum, 1.0 + 1e-9);
  }
}

TEST(DominantColors, TinyPhotos) {
  EXPECT_THAT(names(photos::flat(1, 1, {255, 0, 0})), testing::ElementsAre("red"));
  EXPECT_THAT(names(photos::flat(1, 3000, {0, 0, 0})), testing::ElementsAre("black"));
  EXPECT_TRUE(dominant_colors({}).empty());
}

}  // namespace
}  // namespace likeness::ingest
