#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/filter.hpp"

namespace likeness {

/// A filter as a condition on the products row `p`, equal to matches() at the transaction's time. "true" where the
/// filter is empty.
struct FilterSql {
  std::string condition;
  std::vector<std::optional<std::string>> parameters;  ///< of the condition's $n, in order
};

/// `first_parameter` is the n of the first $n that is free.
FilterSql filter_sql(const Filter& filter, int first_parameter);

}  // namespace likeness
