// What seeing costs, photo by photo: model_bench PACK DETECTOR PHOTO... prints medians in milliseconds, each photo
// measured several times. Figures say nothing without the machine, its load and the commit beside them.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>

#include "adapters/openvino/openvino_model_pack.hpp"
#include "adapters/openvino/openvino_yolox_detector.hpp"
#include "adapters/vips/vips_image_codec.hpp"
#include "base/clock.hpp"
#include "ingest/preprocess/dominant_colors.hpp"
#include "ingest/preprocess/perceptual_hash.hpp"

namespace likeness {
namespace {

constexpr int kRuns = 5;
constexpr int kThumbnailPx = 320;

/// Times in the order in which the steps first ran.
class Table {
 public:
  void time(const std::string& step, const std::function<void()>& work) {
    const Stopwatch watch;
    work();
    if (!times_.contains(step)) order_.push_back(step);
    times_[step].push_back(watch.milliseconds());
  }
  void print() {
    fmt::print("{:<34} {:>9} {:>9} {:>9} {:>6}\n", "step", "median ms", "best ms", "p95 ms", "n");
    for (const std::string& step : order_) {
      std::vector<double>& times = times_[step];
      std::ranges::sort(times);
      fmt::print("{:<34} {:>9.2f} {:>9.2f} {:>9.2f} {:>6}\n", step, times[times.size() / 2], times.front(),
                 times[times.size() * 95 / 100], times.size());
    }
  }

 private:
  std::vector<std::string> order_;
  std::map<std::string, std::vector<double>> times_;
};

Bytes read_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return Bytes(std::istreambuf_iterator<char>(stream), {});
}

void measure_photo(Table& table, ImageCodec& codec, ModelPack& pack, ObjectDetector& detector, const Bytes& bytes) {
  Pixels pixels;
  table.time("decode, shrunk on load", [&] { pixels = codec.decode(bytes, pack.decode_side_px()).value().pixels; });
  table.time("embed one photo", [&] { pack.embed_images({&pixels, 1}, Priority::query); });
  table.time("detect", [&] { detector.detect(pixels, Priority::query); });
  table.time("perceptual hash", [&] { ingest::perceptual_hash(pixels); });
  table.time("colours", [&] { ingest::dominant_colors(pixels); });
  table.time("thumbnail, WebP", [&] { codec.thumbnail(pixels, kThumbnailPx).value(); });
}

void run(int count, char** arguments) {
  Table table;
  const auto runtime = make_openvino_runtime({});
  std::unique_ptr<OpenVinoModelPack> pack;
  std::unique_ptr<OpenVinoYoloxDetector> detector;
  table.time("load pack", [&] { pack = std::make_unique<OpenVinoModelPack>(arguments[1], runtime); });
  table.time("load detector", [&] { detector = std::make_unique<OpenVinoYoloxDetector>(arguments[2], runtime); });
  VipsImageCodec codec{ImageLimits{}};
  for (int round = 0; round < kRuns; ++round) {
    for (int index = 3; index < count; ++index) {
      measure_photo(table, codec, *pack, *detector, read_file(arguments[index]));
    }
  }
  const std::vector<std::string> one = {"red summer dress"};
  const std::vector<std::string> sixteen(16, "Golden Delicious apples from Italy, class 1, loose, sold by weight");
  for (int round = 0; round < kRuns * 4; ++round) {
    table.time("embed one short text", [&] { pack->embed_texts(one, Priority::query); });
    table.time("embed 16 product titles", [&] { pack->embed_texts(sixteen, Priority::ingest); });
  }
  table.print();
}

}  // namespace
}  // namespace likeness

int main(int count, char** arguments) {
  if (count < 4) {
    fmt::print(stderr, "usage: model_bench PACK DETECTOR PHOTO...\n");
    return 2;
  }
  try {
    likeness::run(count, arguments);
  } catch (const std::exception& error) {
    fmt::print(stderr, "model_bench: {}\n", error.what());
    return 1;
  }
  return 0;
}
