// preprocess_bench steps ROUNDS PHOTO...: what preprocessing costs, as JSON: milliseconds a photo for each step and for
// the whole, every round measured by itself. preprocess_bench cosine PACK PHOTO...: how little embeddings change by
// decoding no more pixels than are wanted.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <span>

#include "adapters/openvino/openvino_model_pack.hpp"
#include "adapters/openvino/square_input.hpp"
#include "adapters/vips/vips_image_codec.hpp"
#include "base/clock.hpp"
#include "domain/object_keys.hpp"
#include "ingest/preprocess/dominant_colors.hpp"
#include "ingest/preprocess/perceptual_hash.hpp"
#include "ingest/preprocess/thumbnails.hpp"

namespace likeness {
namespace {

constexpr int kModelSidePx = 384;
constexpr int kUnlimitedPx = 30'000;

Bytes read_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return Bytes(std::istreambuf_iterator<char>(stream), {});
}

/// Milliseconds by step, in the order of the work.
class Steps {
 public:
  template <class Work>
  auto time(const std::string& step, Work&& work) {
    const Stopwatch watch;
    auto result = work();
    add(step, watch.milliseconds());
    return result;
  }
  void add(const std::string& step, double milliseconds) {
    if (!sums_.contains(step)) order_.push_back(step);
    sums_[step] += milliseconds;
  }
  void print(std::size_t photos) const {
    std::string line;
    for (const std::string& step : order_)
      line +=
          fmt::format("{}\"{}\": {:.3f}", line.empty() ? "" : ", ", step, sums_.at(step) / static_cast<double>(photos));
    fmt::print("{{{}}}\n", line);
    std::fflush(stdout);
  }

 private:
  std::vector<std::string> order_;
  std::map<std::string, double> sums_;
};

/// Adds up what the codec's own steps take while others call it.
class TimedCodec final : public ImageCodec {
 public:
  TimedCodec(ImageCodec& codec, Steps& steps) : codec_(codec), steps_(steps) {}
  Result<ImageHeader> probe(std::span<const std::uint8_t> bytes) override { return codec_.probe(bytes); }
  Result<DecodedImage> decode(std::span<const std::uint8_t> bytes, int side_px) override {
    return steps_.time("decode", [&] { return codec_.decode(bytes, side_px); });
  }
  Result<Bytes> thumbnail(const Pixels& pixels, int side_px) override {
    const Stopwatch watch;
    auto webp = codec_.thumbnail(pixels, side_px);
    steps_.add(fmt::format("WebP {}", side_px), watch.milliseconds());
    encoding_ms_ += watch.milliseconds();
    return webp;
  }
  Result<Bytes> encode_jpeg(const Pixels& pixels) override { return codec_.encode_jpeg(pixels); }

  double encoding_ms() const { return encoding_ms_; }

 private:
  ImageCodec& codec_;
  Steps& steps_;
  double encoding_ms_ = 0;
};

void preprocess(const Bytes& photo, TimedCodec& codec, Steps& steps) {
  const auto decoded = codec.decode(photo, std::ranges::max(kThumbnailSidesPx)).value();
  const Stopwatch watch;
  const double encoded_ms = codec.encoding_ms();
  const auto thumbnails = ingest::make_thumbnails(codec, decoded.pixels, [](int) { return true; }).value();
  steps.add("resize", watch.milliseconds() - (codec.encoding_ms() - encoded_ms));
  steps.time("pHash", [&] { return ingest::perceptual_hash(thumbnails.small); });
  steps.time("colours", [&] { return ingest::dominant_colors(thumbnails.small); });
  steps.time("model input", [&] { return to_square(decoded.pixels, kModelSidePx, Fit::pad, {255, 255, 255}); });
}

void measure_steps(int rounds, std::span<char*> files) {
  std::vector<Bytes> photos;
  for (const char* file : files) photos.push_back(read_file(file));
  VipsImageCodec codec{ImageLimits{}};
  for (int round = 0; round <= rounds; ++round) {
    Steps steps;
    TimedCodec timed(codec, steps);
    const Stopwatch whole;
    for (const Bytes& photo : photos) preprocess(photo, timed, steps);
    steps.add("whole", whole.milliseconds());
    if (round > 0) steps.print(photos.size());  // the first one warms up
  }
}

double cosine(const Vector& left, const Vector& right) {
  double product = 0;
  for (std::size_t at = 0; at < left.size(); ++at) product += static_cast<double>(left[at]) * right[at];
  return product;
}

void measure_cosine(const std::string& pack_directory, std::span<char*> files) {
  OpenVinoModelPack pack(pack_directory, make_openvino_runtime({}));
  VipsImageCodec codec{ImageLimits{}};
  for (const int side_px : {std::ranges::max(kThumbnailSidesPx), pack.decode_side_px()}) {
    std::vector<double> cosines;
    for (const char* file : files) {
      const Bytes photo = read_file(file);
      const Pixels pair[] = {codec.decode(photo, kUnlimitedPx).value().pixels,
                             codec.decode(photo, side_px).value().pixels};
      const auto vectors = pack.embed_images(pair, Priority::query);
      cosines.push_back(cosine(vectors[0], vectors[1]));
    }
    std::ranges::sort(cosines);
    double sum = 0;
    for (const double each : cosines) sum += each;
    fmt::print("{{\"side_px\": {}, \"photos\": {}, \"mean\": {:.5f}, \"first_percentile\": {:.5f}}}\n", side_px,
               cosines.size(), sum / static_cast<double>(cosines.size()), cosines[cosines.size() / 100]);
  }
}

}  // namespace
}  // namespace likeness

int main(int count, char** arguments) {
  const std::string task = count > 3 ? arguments[1] : "";
  const std::span files(arguments + std::min(count, 3), arguments + count);
  try {
    if (task == "steps") {
      likeness::measure_steps(std::atoi(arguments[2]), files);
    } else if (task == "cosine") {
      likeness::measure_cosine(arguments[2], files);
    } else {
      fmt::print(stderr, "usage: preprocess_bench steps ROUNDS PHOTO... | cosine PACK PHOTO...\n");
      return 2;
    }
  } catch (const std::exception& error) {
    fmt::print(stderr, "preprocess_bench: {}\n", error.what());
    return 1;
  }
  return 0;
}
