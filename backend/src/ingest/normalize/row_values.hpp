#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/money.hpp"
#include "ingest/feed/raw_row.hpp"
#include "ports/import_store.hpp"

namespace likeness::ingest {

/// The first `length_max` code points.
std::string cut(const std::string& text, std::size_t length_max);

/// Reads the values of one row and gathers what is wrong with them: faults, for which the row is refused, and hints,
/// with which it is kept.
class RowValues {
 public:
  RowValues(const RawRow& row, const PriceStyle& prices) : row_(row), prices_(prices) {}

  const RawRow& row() const { return row_; }

  /// The first value; a fault where it is longer, or missing though required.
  std::string exact_text(std::string_view name, std::size_t length_max, bool required = false);
  /// The first value, cut with a hint where it is longer.
  std::string text(std::string_view name, std::size_t length_max);
  std::optional<Money> money(std::string_view name);
  /// All values, in their order.
  const std::vector<std::string>& all(std::string_view name) const;

  void fault(std::string_view name, std::string_view value, std::string reason);
  void hint(std::string_view name, std::string_view value, std::string reason);

  bool is_refused() const { return is_refused_; }
  std::vector<ImportFault> take_faults() { return std::move(faults_); }

 private:
  const RawRow& row_;
  const PriceStyle& prices_;
  bool is_refused_ = false;
  std::vector<ImportFault> faults_;
};

}  // namespace likeness::ingest
