#pragma once

#include <memory>
#include <mutex>

#include "adapters/openvino/openvino_runtime.hpp"
#include "adapters/openvino/pack_manifest.hpp"

namespace likeness {

/// The tokenizer and text model of a pack. Texts of like length share an inference, at most 16 texts and 512 tokens;
/// lengths are rounded up to a multiple of 8 tokens, because each new shape costs the model a few milliseconds once.
/// Thread-safe.
class TextTower {
 public:
  TextTower(const PackManifest& manifest, std::shared_ptr<OpenVinoRuntime> runtime);
  std::vector<Vector> embed(std::span<const std::string> texts, Priority priority);

 private:
  /// Token numbers, masks and types of one text, as long as one another.
  using Columns = std::vector<std::vector<std::int64_t>>;

  Columns tokenize(const std::string& text, Priority priority);
  void embed_group(std::span<const Columns* const> group, std::span<Vector* const> out, Priority priority);

  const int dimensions_;
  const int max_tokens_;
  const std::string tokenizer_label_;
  const std::string model_label_;
  const std::shared_ptr<OpenVinoRuntime> runtime_;
  std::vector<std::string> inputs_;  ///< the model's inputs, which are outputs of the tokenizer
  std::mutex mutex_;                 ///< of both requests, for all lanes alike: texts are short
  ov::InferRequest tokenizer_request_;
  ov::InferRequest model_request_;
};

}  // namespace likeness
