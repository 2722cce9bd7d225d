#pragma once

#include <filesystem>
#include <memory>

namespace likeness {

struct OpenVinoOptions {
  /// Threads of all inferences together; 0 takes all cores.
  int threads = 0;
  /// Inferences of the catalogue at once, each with its share of the threads; no more than there are threads.
  int ingest_streams = 1;
  /// Compiled models are kept here, so that the next start is quick; empty compiles anew each time.
  std::filesystem::path cache_dir{};
  /// The openvino-tokenizers library; empty takes libopenvino_tokenizers.so beside libopenvino.
  std::filesystem::path tokenizer_extension_path{};
};

class OpenVinoRuntime;

/// One per process, shared by every model in it: they take turns on the same cores. Throws Error{internal} where
/// OpenVINO cannot start.
std::shared_ptr<OpenVinoRuntime> make_openvino_runtime(const OpenVinoOptions& options);

}  // namespace likeness
