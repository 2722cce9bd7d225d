#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "domain/catalog.hpp"

namespace likeness {

/// What a hit must satisfy. Within a list any value suffices, between lists all must hold, and all variant predicates
/// (price, availability, colour, size) must hold on one and the same variant.
struct Filter {
  std::optional<std::int64_t> price_min_minor;
  std::optional<std::int64_t> price_max_minor;
  std::string currency;  ///< of the price bounds; required with them
  std::vector<std::string> brands;
  std::vector<std::string> categories;  ///< a path or the start of one: "Apparel" holds "Apparel > Dress"
  std::vector<std::string> colors;
  std::vector<std::string> sizes;
  std::vector<Availability> availabilities;

  bool empty() const;
  bool constrains_variant() const;
};

/// The columns of one variant that filters read.
struct VariantColumns {
  VariantId id;
  std::optional<Money> price;
  std::optional<Money> sale_price;
  std::optional<TimePoint> sale_from;
  std::optional<TimePoint> sale_until;
  Availability availability = Availability::in_stock;
  std::vector<std::string> colors;
  std::string size;
};

/// The columns of one product that filters read; a vector store keeps them beside the vectors.
struct FilterColumns {
  ProductId product_id;
  std::string brand;
  std::string category;                   ///< the path joined by " > "
  std::vector<std::string> photo_colors;  ///< dominant colours of the photos, used where no variant names one
  std::vector<VariantColumns> variants;
};

/// The price to pay at a moment: the sale price while its interval holds, else the price.
std::optional<Money> effective_price(const VariantColumns& variant, TimePoint at);
bool matches(const Filter& filter, const FilterColumns& columns, TimePoint at);
/// The first variant that satisfies all variant predicates; nullptr where none does.
const VariantColumns* matching_variant(const Filter& filter, const FilterColumns& columns, TimePoint at);

/// Reads one predicate of the command line: "brand=Acme", "price<=30", "color=red|blue". Error names what is allowed.
void add_predicate(Filter& filter, std::string_view predicate, std::string_view currency);

}  // namespace likeness
