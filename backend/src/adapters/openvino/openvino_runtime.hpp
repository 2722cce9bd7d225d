#pragma once

#include <functional>
#include <openvino/openvino.hpp>
#include <string>

#include "adapters/openvino/inference_gate.hpp"
#include "adapters/openvino/openvino_options.hpp"

namespace likeness {

/// Compiled for one inference at a time on all threads, or for several on their shares of them.
enum class Streams { one, ingest };

/// A model's requests by lane of the gate, compiled twice: each is used by the holder of its lane only.
using LaneRequests = std::vector<ov::InferRequest>;

/// OpenVINO on the CPU, set for the least time per answer where it is a query's, and for the most answers where they
/// are the catalogue's; single precision on every machine so that vectors made on one match those of another.
/// Thread-safe.
class OpenVinoRuntime {
 public:
  explicit OpenVinoRuntime(const OpenVinoOptions& options);

  InferenceGate& gate() { return gate_; }
  /// Makes tokenizer graphs readable. Throws Error{unavailable} where the library is missing or does not fit.
  void load_tokenizer_extension();
  /// Reads IR or ONNX. `label` stands for the file in messages. Throws Error{corrupt_data}.
  std::shared_ptr<ov::Model> read(const std::filesystem::path& path, const std::string& label);
  /// Throws Error{internal}.
  ov::CompiledModel compile(const std::shared_ptr<ov::Model>& model, const std::string& label,
                            Streams streams = Streams::one);
  /// Throws Error{internal}.
  LaneRequests compile_lanes(const std::shared_ptr<ov::Model>& model, const std::string& label);

 private:
  ov::Core core_;
  const int threads_;
  InferenceGate gate_;
  const std::filesystem::path cache_dir_;
  const std::filesystem::path tokenizer_extension_path_;
  std::once_flag tokenizer_once_;
};

/// Runs `work`; a foreign exception is logged in full and becomes Error{kind} with `message`, which is safe to show.
void translating_errors(ErrorKind kind, const std::string& message, const std::function<void()>& work);

}  // namespace likeness
