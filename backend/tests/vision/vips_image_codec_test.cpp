#include "adapters/vips/vips_image_codec.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <random>
#include <thread>

#include "adapters/vips/png_container.hpp"
#include "base/clock.hpp"
#include "ingest/preprocess/thumbnails.hpp"
#include "vision/photos.hpp"

namespace likeness {
namespace {

using namespace std::chrono_literals;
using photos::Color;
using photos::Encoding;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr Color kRed{220, 20, 20};
constexpr Color kGreen{20, 180, 20};
constexpr Color kBlue{20, 20, 220};
constexpr Color kYellow{230, 220, 30};

/// Red, green over blue, yellow.
Pixels four_corners(int width_px, int height_px) {
  Pixels pixels = photos::flat(width_px, height_px, kRed);
  photos::paint(pixels, {0.5, 0, 0.5, 0.5}, kGreen);
  photos::paint(pixels, {0, 0.5, 0.5, 0.5}, kBlue);
  photos::paint(pixels, {0.5, 0.5, 0.5, 0.5}, kYellow);
  return pixels;
}

testing::AssertionResult near(Color actual, Color expected, int tolerance) {
  const int off = std::max({std::abs(actual.red - expected.red), std::abs(actual.green - expected.green),
                            std::abs(actual.blue - expected.blue)});
  if (off <= tolerance) return testing::AssertionSuccess();
  return testing::AssertionFailure() << static_cast<int>(actual.red) << " " << static_cast<int>(actual.green) << " "
                                     << static_cast<int>(actual.blue);
}

bool contains(const Bytes& bytes, std::string_view text) {
  return std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()).find(text) !=
         std::string_view::npos;
}

class VipsImageCodecTest : public testing::Test {
 protected:
  Error decode_error(const Bytes& bytes, int side_px = 400) {
    const auto result = codec_.decode(bytes, side_px);
    if (result) {
      ADD_FAILURE() << "decoded";
      return Error(ErrorKind::cancelled, "");
    }
    EXPECT_THAT(result.error().message(), Not(HasSubstr("/")));
    return result.error();
  }

  VipsImageCodec codec_{ImageLimits{}};
};

TEST_F(VipsImageCodecTest, ReadsEveryFormat) {
  const Pixels scene = photos::scene(240, 180, 4);
  const std::pair<const char*, const char*> formats[] = {
      {"jpeg", ".jpg[Q=95]"},
      {"jpeg", ".jpg[Q=95,interlace]"},
      {"png", ".png"},
      {"png", ".png[interlace]"},
      {"webp", ".webp[Q=95]"},
      {"webp", ".webp[lossless]"},
      {"gif", ".gif"},
      {"tiff", ".tif"},
      {"tiff", ".tif[compression=lzw]"},
      {"tiff", ".tif[compression=deflate,tile]"},
      {"tiff", ".tif[compression=jpeg,Q=95]"},
      {"avif", ".avif[Q=90]"},
      {"heic", ".heic[Q=90]"},
  };
  for (const auto& [format, suffix] : formats) {
    const Bytes bytes = photos::encode(scene, {.suffix = suffix});
    if (bytes.empty()) {
      std::cout << "left out: libvips writes no " << suffix << " here\n";
      continue;
    }
    const auto decoded = codec_.decode(bytes, 1000);
    ASSERT_TRUE(decoded) << suffix << ": " << decoded.error().message();
    EXPECT_EQ(decoded->header.format, format);
    EXPECT_EQ(decoded->header.width_px, 240);
    EXPECT_EQ(decoded->header.height_px, 180);
    EXPECT_LT(photos::difference(decoded->pixels, scene), 6) << suffix;
  }
}

TEST_F(VipsImageCodecTest, ShrinksOnLoadAndNeverEnlarges) {
  const Bytes jpeg = photos::encode(photos::scene(1600, 1200, 1), {});
  const auto small = codec_.decode(jpeg, 400);
  ASSERT_TRUE(small);
  EXPECT_EQ(small->header.width_px, 1600);
  EXPECT_EQ(small->pixels.width_px, 400);
  EXPECT_EQ(small->pixels.height_px, 300);
  EXPECT_EQ(codec_.decode(jpeg, 5000)->pixels.width_px, 1600);
  const Bytes line = photos::encode(photos::flat(3000, 1, {9, 9, 9}), {.suffix = ".png"});
  EXPECT_EQ(codec_.decode(line, 100)->pixels.height_px, 1);
}

TEST_F(VipsImageCodecTest, TurnsAllEightOrientationsUpright) {
  // Where the upright picture's upper left, upper right, lower left and lower right come from (EXIF 2.3, tag 274).
  const std::array<Color, 4> upright[] = {
      {kRed, kGreen, kBlue, kYellow}, {kGreen, kRed, kYellow, kBlue}, {kYellow, kBlue, kGreen, kRed},
      {kBlue, kYellow, kRed, kGreen}, {kRed, kBlue, kGreen, kYellow}, {kBlue, kRed, kYellow, kGreen},
      {kYellow, kGreen, kBlue, kRed}, {kGreen, kYellow, kRed, kBlue},
  };
  for (const char* suffix : {".jpg", ".webp", ".tif"}) {
    for (int orientation = 1; orientation <= 8; ++orientation) {
      const Bytes bytes =
          photos::encode(four_corners(320, 160), {.suffix = suffix, .colors = "srgb", .orientation = orientation});
      const std::string name = std::string(suffix) + " orientation " + std::to_string(orientation);
      for (const int side_px : {1000, 80}) {
        const auto decoded = codec_.decode(bytes, side_px);
        ASSERT_TRUE(decoded) << name;
        EXPECT_EQ(decoded->header.width_px, orientation < 5 ? 320 : 160) << name;
        EXPECT_EQ(decoded->pixels.width_px > decoded->pixels.height_px, orientation < 5) << name;
        const auto& corners = upright[orientation - 1];
        EXPECT_TRUE(near(photos::at(decoded->pixels, 0.25, 0.25), corners[0], 12)) << name;
        EXPECT_TRUE(near(photos::at(decoded->pixels, 0.75, 0.25), corners[1], 12)) << name;
        EXPECT_TRUE(near(photos::at(decoded->pixels, 0.25, 0.75), corners[2], 12)) << name;
        EXPECT_TRUE(near(photos::at(decoded->pixels, 0.75, 0.75), corners[3], 12)) << name;
      }
    }
  }
}

TEST_F(VipsImageCodecTest, BringsEveryColorSpaceToRgb) {
  const Pixels corners = four_corners(200, 200);
  for (const Encoding& encoding : {Encoding{".png", "rgb16", 0, false}, Encoding{".tif", "rgb16", 0, false}}) {
    const auto decoded = codec_.decode(photos::encode(corners, encoding), 1000);
    ASSERT_TRUE(decoded);
    EXPECT_TRUE(near(photos::at(decoded->pixels, 0.25, 0.25), kRed, 2)) << encoding.suffix;
    EXPECT_TRUE(near(photos::at(decoded->pixels, 0.75, 0.75), kYellow, 2)) << encoding.suffix;
  }
  for (const char* suffix : {".jpg", ".tif"}) {
    const auto decoded = codec_.decode(photos::encode(corners, {suffix, "cmyk", 0, false}), 100);
    ASSERT_TRUE(decoded) << suffix;
    const Color red = photos::at(decoded->pixels, 0.25, 0.25);  // print red is duller, but red
    EXPECT_GT(red.red, 150) << suffix;
    EXPECT_LT(red.green, 90) << suffix;
    EXPECT_LT(red.blue, 90) << suffix;
  }
  for (const char* suffix : {".jpg", ".png", ".tif"}) {
    const auto decoded =
        codec_.decode(photos::encode(photos::flat(60, 60, {128, 128, 128}), {suffix, "grey", 0, false}), 50);
    ASSERT_TRUE(decoded) << suffix;
    EXPECT_TRUE(near(photos::at(decoded->pixels, 0.5, 0.5), {128, 128, 128}, 3)) << suffix;
  }
}

TEST_F(VipsImageCodecTest, ReadsColorsByTheirProfile) {
  // Display P3 to sRGB by the matrices of both (D65), worked out beforehand.
  const std::pair<Color, Color> p3_and_srgb[] = {{{180, 90, 120}, {193, 83, 120}}, {{90, 150, 100}, {67, 152, 95}}};
  for (const auto& [p3, srgb] : p3_and_srgb) {
    for (const char* suffix : {".jpg[Q=100,profile=p3]", ".png[profile=p3]", ".tif[profile=p3]"}) {
      const auto decoded = codec_.decode(photos::encode(photos::flat(64, 64, p3), {.suffix = suffix}), 32);
      ASSERT_TRUE(decoded) << suffix;
      EXPECT_TRUE(near(photos::at(decoded->pixels, 0.5, 0.5), srgb, 4)) << suffix;
    }
  }
}

TEST_F(VipsImageCodecTest, ALongRowIsNoPhoto) {
  const Bytes row = photos::encode(photos::flat(31'000, 1, kRed), {.suffix = ".png"});
  EXPECT_EQ(decode_error(row).kind(), ErrorKind::too_large);
}

TEST_F(VipsImageCodecTest, TextsOfAPngAreLeftUnread) {
  const Bytes plain = photos::encode(four_corners(64, 64), {.suffix = ".png"});
  constexpr std::size_t kHeaderEnd = 33;  // signature and IHDR
  Bytes text = {0, 0, 0, 9, 't', 'E', 'X', 't', 'C', 'o', 'm', 'm', 'e', 'n', 't', 0, 'x', 0, 0, 0, 0};
  Bytes with_texts(plain.begin(), plain.begin() + kHeaderEnd);
  for (int copy = 0; copy < 3; ++copy) with_texts.insert(with_texts.end(), text.begin(), text.end());
  with_texts.insert(with_texts.end(), plain.begin() + kHeaderEnd, plain.end());
  Bytes kept;
  const auto bare = without_png_texts(with_texts, kept);
  EXPECT_EQ(Bytes(bare.begin(), bare.end()), plain);
  EXPECT_EQ(without_png_texts(plain, kept).data(), plain.data()) << "nothing to leave out, nothing copied";
  with_texts.resize(40);
  Bytes cut;
  EXPECT_EQ(without_png_texts(with_texts, cut).size(), 40u);
}

TEST_F(VipsImageCodecTest, PutsTransparencyOnWhite) {
  for (const char* colors : {"srgb", "rgb16", "grey"}) {
    for (const char* suffix : {".png", ".tif"}) {
      const auto decoded =
          codec_.decode(photos::encode(photos::flat(200, 100, {90, 90, 90}), {suffix, colors, 0, true}), 100);
      ASSERT_TRUE(decoded) << colors << suffix;
      EXPECT_TRUE(near(photos::at(decoded->pixels, 0.25, 0.5), {90, 90, 90}, 3)) << std::string(colors) + suffix;
      EXPECT_TRUE(near(photos::at(decoded->pixels, 0.75, 0.5), {255, 255, 255}, 0)) << std::string(colors) + suffix;
    }
  }
}

TEST_F(VipsImageCodecTest, TakesTheFirstFrameOfAnAnimation) {
  Pixels frames = photos::flat(64, 128, kRed);
  photos::paint(frames, {0, 0.5, 1, 0.5}, kBlue);
  for (const char* suffix : {".gif[page_height=64]", ".webp[page_height=64,lossless]"}) {
    const auto decoded = codec_.decode(photos::encode(frames, {.suffix = suffix}), 1000);
    ASSERT_TRUE(decoded) << suffix;
    EXPECT_EQ(decoded->pixels.height_px, 64) << suffix;
    EXPECT_TRUE(near(photos::at(decoded->pixels, 0.5, 0.9), kRed, 8)) << suffix;
  }
}

TEST_F(VipsImageCodecTest, CutOffPhotosAreDamaged) {
  const Pixels scene = photos::scene(600, 400, 2);
  for (const char* suffix : {".jpg", ".jpg[interlace]", ".png", ".png[interlace]", ".webp", ".gif", ".tif", ".avif"}) {
    const Bytes whole = photos::encode(scene, {.suffix = suffix});
    if (whole.empty()) continue;
    for (const double part : {0.02, 0.5, 0.9}) {
      const Bytes bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(whole.size() * part));
      EXPECT_EQ(decode_error(bytes).kind(), ErrorKind::corrupt_data) << suffix << " " << part;
    }
  }
  EXPECT_EQ(decode_error({}).kind(), ErrorKind::corrupt_data);
}

TEST_F(VipsImageCodecTest, HugePhotosAreRefusedByTheirHeader) {
  const Bytes small = photos::encode(photos::flat(16, 16, kRed), {.suffix = ".png"});
  const Stopwatch watch;
  const Error bomb = decode_error(photos::with_png_size(small, 14000, 14000));
  EXPECT_EQ(bomb.kind(), ErrorKind::too_large);
  EXPECT_THAT(bomb.message(), HasSubstr("14000 x 14000"));
  EXPECT_EQ(decode_error(photos::with_png_size(small, 7000, 7000)).kind(), ErrorKind::corrupt_data);
  EXPECT_EQ(decode_error(photos::with_png_size(small, 0, 10)).kind(), ErrorKind::corrupt_data);
  EXPECT_LT(watch.seconds(), 4);
  Bytes heavy = small;
  heavy.resize((20u << 20) + 1);
  EXPECT_EQ(decode_error(heavy).kind(), ErrorKind::too_large);
}

TEST_F(VipsImageCodecTest, OtherFormatsAreRefusedHoweverTheyAreCalled) {
  const std::string svg = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>";
  EXPECT_EQ(decode_error(Bytes(svg.begin(), svg.end())).kind(), ErrorKind::unsupported);
  for (const char* suffix : {".ppm", ".v", ".hdr", ".jxl", ".jp2", ".bmp"}) {
    const Bytes bytes = photos::encode(photos::scene(40, 40, 1), {.suffix = suffix});
    if (bytes.empty()) continue;
    EXPECT_EQ(decode_error(bytes).kind(), ErrorKind::unsupported) << suffix;
  }
  // A JPEG's first bytes before something else do not open another reader.
  Bytes mixed = {0xff, 0xd8, 0xff};
  mixed.insert(mixed.end(), svg.begin(), svg.end());
  EXPECT_EQ(decode_error(mixed).kind(), ErrorKind::corrupt_data);
}

TEST_F(VipsImageCodecTest, RandomDamageNeverHurts) {
  std::mt19937 random(11);
  const Pixels scene = photos::scene(96, 64, 3);
  for (const char* suffix : {".jpg", ".png", ".webp", ".gif", ".tif", ".tif[compression=jpeg]", ".avif", ".heic"}) {
    const Bytes whole = photos::encode(scene, {.suffix = suffix, .colors = "srgb", .orientation = 6});
    for (int round = 0; round < 60 && !whole.empty(); ++round) {
      Bytes bytes = whole;
      for (int hit = 0; hit < 1 + round % 8; ++hit)
        bytes[random() % bytes.size()] = static_cast<std::uint8_t>(random());
      const auto decoded = codec_.decode(bytes, 64);
      if (decoded) {
        const Pixels& pixels = decoded->pixels;
        EXPECT_EQ(pixels.rgb.size(), static_cast<std::size_t>(pixels.width_px) * pixels.height_px * 3);
      } else {
        EXPECT_THAT(decoded.error().kind(),
                    testing::AnyOf(ErrorKind::corrupt_data, ErrorKind::unsupported, ErrorKind::too_large));
      }
    }
  }
}

TEST_F(VipsImageCodecTest, ABadColorProfileIsIgnored) {
  const Pixels corners = four_corners(200, 200);
  Bytes jpeg = photos::encode(corners, {.suffix = ".jpg[profile=srgb]"});
  const char mark[] = "ICC_PROFILE";
  const auto found = std::search(jpeg.begin(), jpeg.end(), mark, mark + sizeof(mark) - 1);
  ASSERT_NE(found, jpeg.end());
  ASSERT_TRUE(codec_.decode(jpeg, 100));
  std::fill(found + 14, found + 300, std::uint8_t{0x55});
  const auto decoded = codec_.decode(jpeg, 100);
  ASSERT_TRUE(decoded) << decoded.error().message();
  EXPECT_TRUE(near(photos::at(decoded->pixels, 0.25, 0.25), kRed, 12)) << "bad profile";
}

TEST_F(VipsImageCodecTest, ASlowDecodeIsStopped) {
  VipsImageCodec hurried(ImageLimits{}, 20ms);
  const Bytes png = photos::encode(photos::scene(8000, 6000, 1), {.suffix = ".png[compression=1]"});
  const Stopwatch watch;
  const auto result = hurried.decode(png, 300);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind(), ErrorKind::timeout);
  const double stopped_ms = watch.milliseconds();
  const Stopwatch whole;
  ASSERT_TRUE(codec_.decode(png, 300));
  EXPECT_LT(stopped_ms, whole.milliseconds());
}

TEST_F(VipsImageCodecTest, WritesWithoutMetadata) {
  const auto decoded = codec_.decode(
      photos::encode(four_corners(400, 200), {.suffix = ".jpg[profile=srgb]", .colors = "srgb", .orientation = 6}),
      1000);
  ASSERT_TRUE(decoded);
  const Bytes jpeg = codec_.encode_jpeg(decoded->pixels).value();
  const Bytes webp = codec_.thumbnail(decoded->pixels, 100).value();
  for (const char* mark : {"Exif", "EXIF", "ICC", "XMP", "http"}) {
    EXPECT_FALSE(contains(jpeg, mark)) << mark;
    EXPECT_FALSE(contains(webp, mark)) << mark;
  }
  const auto jpeg_header = codec_.probe(jpeg).value();
  EXPECT_EQ(jpeg_header.format, "jpeg");
  EXPECT_EQ(jpeg_header.width_px, 200);
  EXPECT_EQ(jpeg_header.height_px, 400);
  const auto webp_header = codec_.probe(webp).value();
  EXPECT_EQ(webp_header.format, "webp");
  EXPECT_EQ(webp_header.width_px, 50);
  EXPECT_EQ(webp_header.height_px, 100);
  EXPECT_EQ(codec_.probe(codec_.thumbnail(decoded->pixels, 4000).value())->height_px, 400);
}

TEST_F(VipsImageCodecTest, ThumbnailsOfASmallPhotoAreTheSame) {
  const auto all = [](int) { return true; };
  const auto bytes_of = [&](int width_px, int height_px) {
    const auto thumbnails = ingest::make_thumbnails(codec_, photos::scene(width_px, height_px, 3), all);
    std::map<int, Bytes> made;
    for (const auto& thumbnail : thumbnails->made) made[thumbnail.side_px] = thumbnail.webp;
    return made;
  };
  auto small = bytes_of(300, 400);
  EXPECT_EQ(small.at(1200), small.at(480));
  EXPECT_EQ(codec_.probe(small.at(480))->height_px, 400);
  EXPECT_EQ(codec_.probe(small.at(160))->height_px, 160);
  auto large = bytes_of(1600, 1000);
  for (const int side_px : {1200, 480, 160}) EXPECT_EQ(codec_.probe(large.at(side_px))->width_px, side_px);
}

TEST_F(VipsImageCodecTest, ThreadsShareIt) {
  const Bytes jpeg = photos::encode(photos::scene(500, 400, 6), {});
  const Bytes png = photos::encode(photos::scene(300, 200, 7), {.suffix = ".png"});
  const Bytes cut(jpeg.begin(), jpeg.begin() + jpeg.size() / 2);
  const Bytes expected_jpeg = codec_.decode(jpeg, 200)->pixels.rgb;
  const Bytes expected_png = codec_.decode(png, 200)->pixels.rgb;
  std::vector<std::jthread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&] {
      for (int run = 0; run < 15; ++run) {
        EXPECT_EQ(codec_.decode(jpeg, 200)->pixels.rgb, expected_jpeg);
        EXPECT_EQ(codec_.decode(png, 200)->pixels.rgb, expected_png);
        EXPECT_FALSE(codec_.decode(cut, 200));
      }
    });
  }
}

}  // namespace
}  // namespace likeness
