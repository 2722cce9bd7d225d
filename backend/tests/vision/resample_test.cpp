#include "domain/resample.hpp"

#include <gmock/gmock.h>

#include "vision/photos.hpp"

namespace likeness {
namespace {

constexpr Kernel kKernels[] = {Kernel::box, Kernel::bilinear, Kernel::bicubic, Kernel::lanczos3};

TEST(Resample, KeepsAFlatPictureFlat) {
  const Pixels flat = photos::flat(37, 53, {255, 128, 1});
  for (const Kernel kernel : kKernels) {
    for (const auto& [width, height] : {std::pair{1, 1}, {5, 90}, {384, 384}, {37, 53}}) {
      const Pixels out = resample(flat, width, height, kernel);
      EXPECT_EQ(out.rgb, photos::flat(width, height, {255, 128, 1}).rgb);
    }
  }
}

TEST(Resample, TheSameSizeChangesNothing) {
  const Pixels scene = photos::scene(61, 47, 1);
  for (const Kernel kernel : kKernels) EXPECT_EQ(resample(scene, 61, 47, kernel).rgb, scene.rgb);
}

TEST(Resample, BoxIsThePlainAverage) {
  Pixels pixels{4, 2, {0, 0, 0, 100, 0, 0, 10, 10, 10, 30, 30, 30, 0, 0, 0, 100, 0, 0, 10, 10, 10, 30, 30, 30}};
  EXPECT_EQ(resample(pixels, 2, 1, Kernel::box).rgb, (Bytes{50, 0, 0, 20, 20, 20}));
  // 4 columns onto 3: the first target covers one whole column and a third of the next.
  EXPECT_EQ(resample(pixels, 3, 1, Kernel::box).rgb[0], 25);
}

/// Pillow 13.0, Image.resize((3, 1)) of the row 0 40 80 250 10 160 30.
TEST(Resample, FollowsPillow) {
  Pixels row{7, 1, {}};
  for (const std::uint8_t value : {0, 40, 80, 250, 10, 160, 30}) row.rgb.insert(row.rgb.end(), 3, value);
  const auto values = [&](Kernel kernel) {
    const Pixels out = resample(row, 3, 1, kernel);
    return std::array<int, 3>{out.rgb[0], out.rgb[3], out.rgb[6]};
  };
  EXPECT_THAT(values(Kernel::bilinear), testing::ElementsAre(34, 136, 81));
  EXPECT_THAT(values(Kernel::bicubic), testing::ElementsAre(34, 138, 81));
  EXPECT_THAT(values(Kernel::lanczos3), testing::ElementsAre(34, 140, 79));
}

TEST(Resample, ShrinkingDoesNotAlias) {
  Pixels stripes = photos::flat(400, 16, {0, 0, 0});
  for (int column = 0; column < 400; column += 2)
    photos::paint(stripes, {column / 400.0, 0, 1 / 400.0, 1}, {255, 255, 255});
  for (const Kernel kernel : {Kernel::box, Kernel::bicubic, Kernel::lanczos3}) {
    const Pixels grey = resample(stripes, 50, 4, kernel);
    EXPECT_LT(photos::difference(crop(grey, {0.1, 0, 0.8, 1}), photos::flat(40, 4, {128, 128, 128})), 3);
  }
}

/// Rows and columns are summed by different code.
TEST(Resample, TurnsWithThePicture) {
  const auto turned = [](const Pixels& pixels) {
    Pixels out{pixels.height_px, pixels.width_px, Bytes(pixels.rgb.size())};
    for (int y = 0; y < pixels.height_px; ++y)
      for (int x = 0; x < pixels.width_px; ++x)
        for (int channel = 0; channel < 3; ++channel)
          out.rgb[(x * pixels.height_px + y) * 3 + channel] = pixels.rgb[(y * pixels.width_px + x) * 3 + channel];
    return out;
  };
  for (const auto& [width, height] : {std::pair{331, 217}, {1, 9}, {13, 1}, {86, 115}, {64, 3}}) {
    const Pixels scene = photos::scene(width, height, 5);
    for (const auto& [new_width, new_height] : {std::pair{100, 100}, {1, 1}, {99, 3}, {17, 60}, {400, 231}})
      for (const Kernel kernel : kKernels) {
        const Pixels straight = turned(resample(scene, new_width, new_height, kernel));
        const Pixels other = resample(turned(scene), new_height, new_width, kernel);
        int worst = 0;
        for (std::size_t at = 0; at < straight.rgb.size(); ++at)
          worst = std::max(worst, std::abs(straight.rgb[at] - other.rgb[at]));
        EXPECT_LE(worst, 1) << width << " x " << height << " to " << new_width << " x " << new_height;
      }
  }
}

TEST(Resample, WritesIntoAPartOfALargerPicture) {
  Pixels canvas = photos::flat(10, 10, {7, 7, 7});
  resample_into(photos::flat(3, 3, {90, 91, 92}), {canvas.rgb.data() + (2 * 10 + 3) * 3, 30, 4, 5}, Kernel::bicubic);
  Pixels expected = photos::flat(10, 10, {7, 7, 7});
  photos::paint(expected, {0.3, 0.2, 0.4, 0.5}, {90, 91, 92});
  EXPECT_EQ(canvas.rgb, expected.rgb);
}

}  // namespace
}  // namespace likeness
