#include "ingest/normalize/normalize_stage.hpp"

#include <utility>

namespace likeness::ingest {
namespace {

constexpr std::size_t kRowsHeld = 500;
constexpr std::size_t kBytesHeld = 4u << 20;

}  // namespace

void NormalizeStage::add(RawRow row) {
  learn_from(row);
  if (!is_holding_) return on_row_(normalize(row, prices_));
  for (const auto& [name, texts] : row.values)
    for (const auto& text : texts) held_bytes_ += text.size();
  held_.push_back(std::move(row));
  if (held_.size() >= kRowsHeld || held_bytes_ >= kBytesHeld || prices_.mark != DecimalMark::unknown) release();
}

void NormalizeStage::finish() { release(); }

void NormalizeStage::learn_from(const RawRow& row) {
  for (const auto* name : {"price", "sale_price"}) {
    const auto mark = shown_decimal_mark(row.first(name));
    if (mark == DecimalMark::unknown || shows_both_marks_) continue;
    shows_both_marks_ = prices_.mark != DecimalMark::unknown && prices_.mark != mark;
    prices_.mark = shows_both_marks_ ? DecimalMark::unknown : mark;
  }
}

void NormalizeStage::release() {
  is_holding_ = false;
  for (const auto& row : std::exchange(held_, {})) on_row_(normalize(row, prices_));
}

}  // namespace likeness::ingest
