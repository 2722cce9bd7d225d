#include "adapters/confined/confined_image_codec.hpp"

#include <gmock/gmock.h>
#include <signal.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "adapters/process/child_process.hpp"
#include "adapters/vips/vips_image_codec.hpp"
#include "base/clock.hpp"
#include "vision/photos.hpp"

namespace likeness {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

/// Decoders of the test's own program.
class Decoders {
 public:
  explicit Decoders(std::string mode) : mode_(std::move(mode)) {}

  StartDecoder starter() {
    return [this](int socket) -> StartedDecoder {
      const char* build = std::getenv("LIKENESS_BUILD_DIR");
      if (build == nullptr) throw Error(ErrorKind::internal, "LIKENESS_BUILD_DIR is not set: run the tests by ctest");
      ChildOptions options{.arguments = {std::string(build) + "/tests/confined_decoder", mode_}};
      options.input_descriptor = socket;
      auto process = std::make_shared<ChildProcess>(options);
      ++started;
      last = process->pid();
      return {process->pid(), process};
    };
  }

  std::atomic<int> started = 0;
  std::atomic<pid_t> last = -1;

 private:
  const std::string mode_;
};

ConfinedCodecOptions options() {
  ConfinedCodecOptions options;
  options.processes = 1;
  options.photo_time_max = 1500ms;
  options.memory_bytes_max = 256u << 20;
  return options;
}

class ConfinedImageCodecTest : public testing::Test {
 protected:
  Result<DecodedImage> ask(const std::string& mode, int longest_side_px = 64) {
    Decoders decoders(mode);
    ConfinedImageCodec codec(options(), decoders.starter(), own_);
    auto result = codec.decode(jpeg_, longest_side_px);
    started_ = decoders.started;
    return result;
  }
  void expect_killed(const std::string& mode) {
    const auto result = ask(mode);
    ASSERT_FALSE(result) << mode;
    EXPECT_EQ(result.error().kind(), ErrorKind::corrupt_data) << mode << ": " << result.error().message();
    EXPECT_THAT(result.error().message(), HasSubstr("the decoder was stopped")) << mode;
    EXPECT_EQ(started_, 3) << mode;  // two tries, and one for the next photo
  }

  VipsImageCodec own_{ImageLimits{}};
  const Bytes jpeg_ = photos::encode(photos::scene(300, 200, 1), {});
  int started_ = 0;
};

TEST_F(ConfinedImageCodecTest, DecodesAsTheCodecInsideDoes) {
  Decoders decoders("vips");
  ConfinedImageCodec codec(options(), decoders.starter(), own_);
  const Pixels scene = photos::scene(240, 180, 4);
  for (const char* suffix : {".jpg", ".jpg[interlace]", ".jpg[profile=p3]", ".png", ".png[interlace,profile=p3]",
                             ".webp[Q=95]", ".webp[lossless]", ".gif", ".tif", ".tif[compression=jpeg]",
                             ".tif[compression=lzw,tile]", ".avif[Q=90]", ".heic[Q=90]"}) {
    for (const char* colors : {"srgb", "rgb16", "cmyk", "grey"}) {
      const Bytes bytes = photos::encode(scene, {.suffix = suffix, .colors = colors, .orientation = 6});
      if (bytes.empty()) continue;
      const auto expected = own_.decode(bytes, 100);
      const auto decoded = codec.decode(bytes, 100);
      ASSERT_EQ(decoded.has_value(), expected.has_value()) << suffix << colors << decoded.error().message();
      if (!decoded) continue;
      EXPECT_EQ(decoded->header.format, expected->header.format);
      EXPECT_EQ(decoded->header.width_px, expected->header.width_px) << suffix;
      EXPECT_EQ(codec.probe(bytes)->height_px, expected->header.height_px) << suffix;
      EXPECT_LT(photos::difference(decoded->pixels, expected->pixels), 1) << suffix << colors;
    }
  }
  EXPECT_EQ(decoders.started, 1);
}

TEST_F(ConfinedImageCodecTest, SaysWhatIsWrongAsTheCodecInsideDoes) {
  Decoders decoders("vips");
  ConfinedImageCodec codec(options(), decoders.starter(), own_);
  const Bytes png = photos::encode(photos::flat(16, 16, {9, 9, 9}), {.suffix = ".png"});
  const Bytes cut(jpeg_.begin(), jpeg_.begin() + static_cast<std::ptrdiff_t>(jpeg_.size() / 2));
  for (const Bytes& bytes :
       {cut, photos::with_png_size(png, 14000, 14000), Bytes{}, Bytes(100, 'x'), Bytes((20u << 20) + 1, 0xff)}) {
    const auto expected = own_.decode(bytes, 100);
    const auto actual = codec.decode(bytes, 100);
    ASSERT_FALSE(actual);
    EXPECT_EQ(actual.error().kind(), expected.error().kind());
    EXPECT_EQ(actual.error().message(), expected.error().message());
  }
  EXPECT_EQ(decoders.started, 1);
}

TEST_F(ConfinedImageCodecTest, ADecoderCanDoNothingElse) {
  for (const char* mode : {"fork", "program", "network", "code", "signal", "crash"}) expect_killed(mode);
  const auto files = ask("open_files");
  ASSERT_FALSE(files);
  EXPECT_EQ(files.error().message(), "no file");
}

TEST_F(ConfinedImageCodecTest, ADecodersMemoryIsLimited) {
  const auto result = ask("allocate");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message(), "stopped at a limit");
}

TEST_F(ConfinedImageCodecTest, WhatADecoderSaysIsHeldToTheLimits) {
  for (const char* mode : {"claim_size", "claim_huge_size", "claim_negative_size", "claim_format"}) {
    const auto result = ask(mode);
    ASSERT_FALSE(result) << mode;
    EXPECT_EQ(result.error().kind(), ErrorKind::corrupt_data) << mode;
  }
  for (const char* mode : {"claim_kind", "claim_message"}) {
    const auto result = ask(mode);
    ASSERT_FALSE(result) << mode;
    EXPECT_EQ(result.error().kind(), ErrorKind::corrupt_data) << mode;
    EXPECT_EQ(result.error().message(), "the photo cannot be decoded") << mode;
  }
}

TEST_F(ConfinedImageCodecTest, ASlowDecoderIsKilledAndReplaced) {
  Decoders decoders("spin");
  ConfinedImageCodec codec(options(), decoders.starter(), own_);
  ASSERT_TRUE(codec.probe(jpeg_));
  const pid_t before = decoders.last;
  const Stopwatch watch;
  const auto result = codec.decode(jpeg_, 64);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind(), ErrorKind::timeout);
  EXPECT_LT(watch.seconds(), 2.5);
  EXPECT_NE(::kill(before, 0), 0) << "the slow one is still there";
  EXPECT_TRUE(codec.probe(jpeg_)) << "a new one answers";
  EXPECT_EQ(decoders.started, 2);
}

TEST_F(ConfinedImageCodecTest, ADecoderThatSomebodyElseKilledCostsNoPhoto) {
  Decoders decoders("vips");
  ConfinedImageCodec codec(options(), decoders.starter(), own_);
  ASSERT_TRUE(codec.decode(jpeg_, 64));
  ::kill(decoders.last, SIGKILL);
  EXPECT_TRUE(codec.decode(jpeg_, 64));
  EXPECT_EQ(decoders.started, 2);
}

TEST_F(ConfinedImageCodecTest, ADecoderThatDoesNotStartIsAnError) {
  const auto result = ask("mute");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind(), ErrorKind::unavailable);
}

TEST_F(ConfinedImageCodecTest, ProcessesAreReplacedAfterTheirShare) {
  Decoders decoders("vips");
  auto few = options();
  few.photos_max = 3;
  ConfinedImageCodec codec(few, decoders.starter(), own_);
  for (int photo = 0; photo < 7; ++photo) ASSERT_TRUE(codec.decode(jpeg_, 64));
  EXPECT_EQ(decoders.started, 3);
}

TEST_F(ConfinedImageCodecTest, ThreadsShareTheProcesses) {
  Decoders decoders("vips");
  auto two = options();
  two.processes = 2;
  ConfinedImageCodec codec(two, decoders.starter(), own_);
  const Bytes expected = codec.decode(jpeg_, 200)->pixels.rgb;
  const Bytes other = photos::encode(photos::scene(500, 400, 7), {.suffix = ".png"});
  const Bytes expected_other = codec.decode(other, 200)->pixels.rgb;
  std::vector<std::jthread> threads;
  for (int thread = 0; thread < 6; ++thread) {
    threads.emplace_back([&] {
      for (int run = 0; run < 20; ++run) {
        EXPECT_EQ(codec.decode(jpeg_, 200)->pixels.rgb, expected);
        EXPECT_EQ(codec.decode(other, 200)->pixels.rgb, expected_other);
      }
    });
  }
  threads.clear();
  EXPECT_EQ(decoders.started, 2);
}

TEST_F(ConfinedImageCodecTest, NoFreeProcessInTimeIsAnError) {
  Decoders decoders("spin");
  auto hurried = options();
  hurried.wait_max = 100ms;
  ConfinedImageCodec codec(hurried, decoders.starter(), own_);
  ASSERT_TRUE(codec.probe(jpeg_));
  std::jthread busy([&] { EXPECT_FALSE(codec.decode(jpeg_, 64)); });
  std::this_thread::sleep_for(200ms);
  const auto result = codec.probe(jpeg_);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind(), ErrorKind::unavailable);
}

TEST_F(ConfinedImageCodecTest, CostsLittleMoreThanDecodingHere) {
  Decoders decoders("vips");
  ConfinedImageCodec codec(options(), decoders.starter(), own_);
  const Bytes megapixel = photos::encode(photos::scene(1154, 866, 2), {.suffix = ".jpg[Q=90]"});
  std::vector<double> inside;
  std::vector<double> outside;
  for (int run = 0; run < 25; ++run) {
    const Stopwatch own_watch;
    ASSERT_TRUE(own_.decode(megapixel, 1200));
    inside.push_back(own_watch.milliseconds());
    const Stopwatch watch;
    ASSERT_TRUE(codec.decode(megapixel, 1200));
    outside.push_back(watch.milliseconds());
  }
  std::ranges::sort(inside);
  std::ranges::sort(outside);
  std::cout << "JPEG of 1 megapixel, median (best) of 25: " << inside[12] << " (" << inside[0]
            << ") ms in this process, " << outside[12] << " (" << outside[0] << ") ms confined\n";
  EXPECT_LT(outside[12], inside[12] * 3 + 20) << "far from what copying takes";
}

}  // namespace
}  // namespace likeness
