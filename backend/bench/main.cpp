// likeness_bench: what the costly steps take on this machine. Figures say nothing without the machine, its load and the
// commit beside them; `make bench` prints those first.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <thread>

#include "base/log.hpp"
#include "inference_bench.hpp"

int main(int count, char** arguments) {
  likeness::log::set_level(likeness::log::Level::warning);
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 2;
  benchmark::AddCustomContext("cores", std::to_string(std::thread::hardware_concurrency()));
  benchmark::AddCustomContext("vectors",
                              "768 numbers; one thread; GB/s counts the bytes of the vectors that are scored");
  try {
    likeness::bench::register_inference();
    benchmark::RunSpecifiedBenchmarks();
  } catch (const std::exception& error) {
    fmt::print(stderr, "likeness_bench: {}\n", error.what());
    return 1;
  }
  benchmark::Shutdown();
  return 0;
}
