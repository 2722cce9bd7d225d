#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ingest/normalize/normalize.hpp"

namespace likeness::ingest {

/// Normalizes the rows of one feed, in their order. It holds back the first ones until it has seen how the feed writes
/// prices, so that "1,299" is understood wherever the feed shows elsewhere which mark it uses. Where a feed shows both,
/// what is ambiguous stays a fault.
class NormalizeStage {
 public:
  using OnRow = std::function<void(NormalizedRow)>;

  /// `currency`: of prices that name none.
  NormalizeStage(std::string currency, OnRow on_row) : on_row_(std::move(on_row)) {
    prices_.currency = std::move(currency);
  }

  void add(RawRow row);
  /// After the last row.
  void finish();

 private:
  void learn_from(const RawRow& row);
  void release();

  PriceStyle prices_;
  bool shows_both_marks_ = false;
  OnRow on_row_;
  std::vector<RawRow> held_;
  std::size_t held_bytes_ = 0;
  bool is_holding_ = true;
};

}  // namespace likeness::ingest
