#include "adapters/openvino/text_tower.hpp"

#include <algorithm>
#include <numeric>

#include "base/text.hpp"

namespace likeness {
namespace {

constexpr std::size_t kGroupTextsMax = 16;
constexpr std::size_t kGroupTokensMax = 512;
constexpr std::size_t kLengthStep = 8;
constexpr std::size_t kBytesPerToken = 64;

std::size_t rounded_up(std::size_t length) { return (length + kLengthStep - 1) / kLengthStep * kLengthStep; }

/// The text with a space for every byte that is not part of valid UTF-8, and for NUL: the tokenizer's regular
/// expressions run without checks and read out of bounds on such bytes.
std::string well_formed(const std::string& text) {
  constexpr std::size_t kSequenceMax = 4;
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 1;
    while (length <= kSequenceMax && !is_valid_utf8(std::string_view(text).substr(at, length))) ++length;
    const bool usable = length <= kSequenceMax && at + length <= text.size() && text[at] != '\0';
    clean += usable ? text.substr(at, length) : " ";
    at += usable ? length : 1;
  }
  return clean;
}

/// The beginning of a text, cut between characters: what lies behind it can never be among the tokens kept.
std::string beginning(const std::string& text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return text;
  std::size_t end = bytes_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace

TextTower::TextTower(const PackManifest& manifest, std::shared_ptr<OpenVinoRuntime> runtime)
    : dimensions_(manifest.info.text_dimensions),
      max_tokens_(manifest.max_tokens),
      tokenizer_label_(manifest.label(manifest.tokenizer)),
      model_label_(manifest.label(manifest.text_model)),
      runtime_(std::move(runtime)) {
  runtime_->load_tokenizer_extension();
  const auto tokenizer = runtime_->read(manifest.directory / manifest.tokenizer, tokenizer_label_);
  const auto model = runtime_->read(manifest.directory / manifest.text_model, model_label_);
  translating_errors(ErrorKind::corrupt_data, model_label_ + " does not fit its tokenizer", [&] {
    OPENVINO_ASSERT(tokenizer->inputs().size() == 1 && tokenizer->input().get_element_type() == ov::element::string,
                    "the tokenizer does not take texts");
    for (const ov::Output<ov::Node>& input : model->inputs()) {
      inputs_.push_back(input.get_any_name());
      OPENVINO_ASSERT(tokenizer->output(inputs_.back()).get_element_type() == ov::element::i64 &&
                          input.get_element_type() == ov::element::i64,
                      "token numbers are not i64");
    }
    OPENVINO_ASSERT(std::ranges::count(inputs_, "input_ids") == 1, "there is no input_ids");
    OPENVINO_ASSERT(model->output("embedding").get_element_type() == ov::element::f32, "embedding is not f32");
  });
  tokenizer_request_ = runtime_->compile(tokenizer, tokenizer_label_).create_infer_request();
  model_request_ = runtime_->compile(model, model_label_).create_infer_request();
}

TextTower::Columns TextTower::tokenize(const std::string& text, Priority priority) {
  std::string start = well_formed(beginning(text, max_tokens_ * kBytesPerToken));
  Columns columns;
  translating_errors(ErrorKind::internal, tokenizer_label_ + " failed", [&] {
    const InferenceGate::Pass pass = runtime_->gate().enter(priority);
    const std::lock_guard lock(mutex_);
    tokenizer_request_.set_input_tensor(ov::Tensor(ov::element::string, {1}, &start));
    tokenizer_request_.infer();
    for (const std::string& input : inputs_) {
      const ov::Tensor tokens = tokenizer_request_.get_tensor(input);
      const std::int64_t* begin = tokens.data<std::int64_t>();
      columns.emplace_back(begin, begin + std::min<std::size_t>(tokens.get_size(), max_tokens_));
    }
  });
  return columns;
}

void TextTower::embed_group(std::span<const Columns* const> group, std::span<Vector* const> out, Priority priority) {
  std::size_t longest = 1;
  for (const Columns* columns : group) longest = std::max(longest, columns->front().size());
  const std::size_t length = rounded_up(longest);
  std::vector<ov::Tensor> tensors;
  for (std::size_t input = 0; input < inputs_.size(); ++input) {
    ov::Tensor tensor(ov::element::i64, {group.size(), length});
    std::int64_t* row = tensor.data<std::int64_t>();
    std::fill_n(row, tensor.get_size(), 0);
    for (const Columns* columns : group) {
      std::ranges::copy((*columns)[input], row);
      row += length;
    }
    tensors.push_back(std::move(tensor));
  }
  translating_errors(ErrorKind::internal, model_label_ + " failed", [&] {
    const InferenceGate::Pass pass = runtime_->gate().enter(priority);
    const std::lock_guard lock(mutex_);
    for (std::size_t input = 0; input < inputs_.size(); ++input)
      model_request_.set_tensor(inputs_[input], tensors[input]);
    model_request_.infer();
    const ov::Tensor embedding = model_request_.get_tensor("embedding");
    OPENVINO_ASSERT(embedding.get_size() == group.size() * dimensions_, "embedding has another shape");
    const float* row = embedding.data<float>();
    for (Vector* vector : out) {
      vector->assign(row, row + dimensions_);
      row += dimensions_;
    }
  });
}

std::vector<Vector> TextTower::embed(std::span<const std::string> texts, Priority priority) {
  std::vector<Columns> columns;
  columns.reserve(texts.size());
  for (const std::string& text : texts) columns.push_back(tokenize(text, priority));
  std::vector<std::size_t> order(texts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t index) { return columns[index].front().size(); });

  std::vector<Vector> vectors(texts.size());
  std::vector<const Columns*> group;
  std::vector<Vector*> out;
  const auto flush = [&] {
    if (!group.empty()) embed_group(group, out, priority);
    group.clear();
    out.clear();
  };
  for (const std::size_t index : order) {
    const std::size_t length = rounded_up(columns[index].front().size());
    if (group.size() == kGroupTextsMax || (group.size() + 1) * length > kGroupTokensMax) flush();
    group.push_back(&columns[index]);
    out.push_back(&vectors[index]);
  }
  flush();
  return vectors;
}

}  // namespace likeness
