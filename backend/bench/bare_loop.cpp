// The limit that ingest is measured against: decode, detect and embed in a bare loop over the same photos, by two
// threads, because one of them decodes while the other has the model. bare_loop PACK DETECTOR|- PHOTO... prints one
// JSON object.
#include <fmt/format.h>

#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>

#include "adapters/openvino/openvino_model_pack.hpp"
#include "adapters/openvino/openvino_yolox_detector.hpp"
#include "adapters/vips/vips_image_codec.hpp"
#include "base/clock.hpp"
#include "ingest/detect/detect_stage.hpp"
#include "ingest/embed/embed_stage.hpp"

namespace likeness {
namespace {

constexpr int kThreads = 2;

Bytes read_file(const char* path) {
  std::ifstream stream(path, std::ios::binary);
  return Bytes(std::istreambuf_iterator<char>(stream), {});
}

void run(int count, char** arguments) {
  const auto runtime = make_openvino_runtime({});
  OpenVinoModelPack pack(arguments[1], runtime);
  std::unique_ptr<OpenVinoYoloxDetector> detector;
  if (std::string_view(arguments[2]) != "-") detector = std::make_unique<OpenVinoYoloxDetector>(arguments[2], runtime);
  ingest::DetectStage detect(detector.get(), {});
  ingest::EmbedStage embed(pack);
  VipsImageCodec codec{ImageLimits{}};

  std::atomic<int> next = 3;
  std::atomic<long> vectors = 0;
  const auto work = [&] {
    for (int at = next++; at < count; at = next++) {
      const auto pixels = codec.decode(read_file(arguments[at]), pack.decode_side_px()).value().pixels;
      ingest::ImageToEmbed image{&pixels, {}};
      for (const auto& region : detect.run(pixels, Priority::ingest)) image.regions.push_back(region.box);
      vectors += static_cast<long>(embed.run({&image, 1}).front().size());
    }
  };
  const Stopwatch watch;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < kThreads; ++i) threads.emplace_back(work);
  }
  fmt::print("{{\"photos\": {}, \"vectors\": {}, \"seconds\": {:.3f}}}\n", count - 3, vectors.load(), watch.seconds());
}

}  // namespace
}  // namespace likeness

int main(int count, char** arguments) {
  if (count < 4) {
    fmt::print(stderr, "usage: bare_loop PACK DETECTOR|- PHOTO...\n");
    return 2;
  }
  try {
    likeness::run(count, arguments);
  } catch (const std::exception& error) {
    fmt::print(stderr, "bare_loop: {}\n", error.what());
    return 1;
  }
  return 0;
}
