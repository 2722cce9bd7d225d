// Predicates of the command line, one a line: each is read or refused with a reason, and what they make is a filter
// that can be asked. A further predicate never lets more through.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/error.hpp"
#include "base/text.hpp"
#include "domain/filter.hpp"

using namespace likeness;

namespace {

FilterColumns shirt() {
  FilterColumns columns;
  columns.brand = "Acme";
  columns.category = "Apparel > Shirts";
  columns.photo_colors = {"red"};
  columns.variants.resize(2);
  columns.variants[0].price = Money{1500, "EUR"};
  columns.variants[0].size = "M";
  columns.variants[1].price = Money{2500, "EUR"};
  columns.variants[1].colors = {"blue"};
  return columns;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const FilterColumns columns = shirt();
  const TimePoint at{};
  Filter filter;
  for (const std::string& predicate : split(std::string(reinterpret_cast<const char*>(data), size), "\n")) {
    try {
      add_predicate(filter, predicate, "EUR");
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::invalid_argument || error.message().empty()) std::abort();
    }
  }
  const bool passes = matches(filter, columns, at);
  if (filter.empty() && !passes) std::abort();
  if (passes && filter.constrains_variant() && !matching_variant(filter, columns, at)) std::abort();
  Filter narrower = filter;
  if (narrower.sizes.empty()) narrower.sizes = {"XXL"};
  if (!passes && matches(narrower, columns, at)) std::abort();
  return 0;
}
