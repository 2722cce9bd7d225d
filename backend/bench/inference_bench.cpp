#include "inference_bench.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cstdlib>
#include <random>

#include "adapters/openvino/openvino_model_pack.hpp"
#include "adapters/openvino/openvino_yolox_detector.hpp"

namespace likeness::bench {
namespace {

std::filesystem::path named_or(const char* variable, const std::filesystem::path& relative) {
  if (const char* named = std::getenv(variable); named != nullptr) return named;
  // The program is build/<preset>/likeness_bench.
  const auto program = std::filesystem::read_symlink("/proc/self/exe");
  return (program.parent_path() / "../.." / relative).lexically_normal();
}

/// Noise over a gradient: a model takes the same time for every picture.
Pixels picture(int side_px) {
  std::mt19937 random(1);
  Pixels pixels{side_px, side_px, Bytes(static_cast<std::size_t>(side_px) * static_cast<std::size_t>(side_px) * 3)};
  for (std::size_t i = 0; i < pixels.rgb.size(); ++i)
    pixels.rgb[i] = static_cast<std::uint8_t>(i * 200 / pixels.rgb.size() + random() % 50);
  return pixels;
}

/// What one picture or text takes.
void count_items(benchmark::State& state, std::size_t batch) {
  state.counters["each"] = benchmark::Counter(static_cast<double>(state.iterations()) * static_cast<double>(batch),
                                              benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void embed_images(benchmark::State& state, ModelPack& pack) {
  const auto batch = static_cast<std::size_t>(state.range(0));
  const std::vector<Pixels> pictures(batch, picture(pack.decode_side_px()));
  for (auto _ : state) benchmark::DoNotOptimize(pack.embed_images(pictures, Priority::query));
  count_items(state, batch);
}

void embed_texts(benchmark::State& state, ModelPack& pack) {
  const auto batch = static_cast<std::size_t>(state.range(0));
  const std::vector<std::string> texts(batch, "Golden Delicious apples from Italy, class 1, loose");
  for (auto _ : state) benchmark::DoNotOptimize(pack.embed_texts(texts, Priority::query));
  count_items(state, batch);
}

void detect(benchmark::State& state, ObjectDetector& detector) {
  const auto pixels = picture(640);
  for (auto _ : state) benchmark::DoNotOptimize(detector.detect(pixels, Priority::query));
  count_items(state, 1);
}

}  // namespace

std::filesystem::path pack_directory() { return named_or("LIKENESS_PACK", "build/packs/lite"); }
std::filesystem::path detector_file() { return named_or("LIKENESS_DETECTOR", "../shared/models/yolox_nano.onnx"); }

void register_inference() {
  static const auto runtime = make_openvino_runtime({});
  if (std::filesystem::exists(pack_directory() / "pack.toml")) {
    static OpenVinoModelPack pack(pack_directory(), runtime);
    const auto name = pack.info().key.to_string();
    using Work = void (*)(benchmark::State&, ModelPack&);
    for (const auto& [word, work] :
         {std::pair<const char*, Work>{"embed_image", embed_images}, {"embed_text", embed_texts}})
      benchmark::RegisterBenchmark((std::string(word) + "/" + name).c_str(),
                                   [work](benchmark::State& state) { work(state, pack); })
          ->Arg(1)
          ->Arg(8)
          ->ArgName("batch")
          ->UseRealTime()
          ->Unit(benchmark::kMillisecond);
  } else {
    fmt::print(stderr, "not measured, there is no model pack: embed_image, embed_text (`make build` makes one)\n");
  }
  if (std::filesystem::exists(detector_file())) {
    static OpenVinoYoloxDetector detector(detector_file(), runtime);
    benchmark::RegisterBenchmark(("detect/" + detector.name()).c_str(),
                                 [](benchmark::State& state) { detect(state, detector); })
        ->UseRealTime()
        ->Unit(benchmark::kMillisecond);
  } else {
    fmt::print(stderr, "not measured, there is no detector: detect\n");
  }
}

}  // namespace likeness::bench
