#include "domain/filter.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace likeness {
namespace {

bool contains_word(const std::vector<std::string>& wanted, std::string_view value) {
  return std::ranges::any_of(wanted, [&](const auto& word) { return equals_ignoring_case(word, value); });
}

bool starts_path(std::string_view path, std::string_view start) {
  if (path.size() < start.size() || !equals_ignoring_case(path.substr(0, start.size()), start)) return false;
  return path.size() == start.size() || path.substr(start.size()).starts_with(" > ");
}

bool price_matches(const Filter& filter, const VariantColumns& variant, TimePoint at) {
  if (!filter.price_min_minor && !filter.price_max_minor) return true;
  const auto price = effective_price(variant, at);
  return price && price->currency == filter.currency && price->minor >= filter.price_min_minor.value_or(price->minor) &&
         price->minor <= filter.price_max_minor.value_or(price->minor);
}

bool color_matches(const Filter& filter, const std::vector<std::string>& colors) {
  return filter.colors.empty() ||
         std::ranges::any_of(colors, [&](const auto& color) { return contains_word(filter.colors, color); });
}

}  // namespace

bool Filter::empty() const { return brands.empty() && categories.empty() && !constrains_variant(); }

bool Filter::constrains_variant() const {
  return price_min_minor || price_max_minor || !colors.empty() || !sizes.empty() || !availabilities.empty();
}

std::optional<Money> effective_price(const VariantColumns& variant, TimePoint at) {
  const bool on_sale = variant.sale_price && (!variant.sale_from || *variant.sale_from <= at) &&
                       (!variant.sale_until || at < *variant.sale_until);
  return on_sale ? variant.sale_price : variant.price;
}

const VariantColumns* matching_variant(const Filter& filter, const FilterColumns& columns, TimePoint at) {
  const bool variants_name_colors =
      std::ranges::any_of(columns.variants, [](const auto& variant) { return !variant.colors.empty(); });
  for (const auto& variant : columns.variants) {
    if (!price_matches(filter, variant, at)) continue;
    if (!color_matches(filter, variants_name_colors ? variant.colors : columns.photo_colors)) continue;
    if (!filter.sizes.empty() && !contains_word(filter.sizes, variant.size)) continue;
    if (!filter.availabilities.empty() &&
        std::ranges::find(filter.availabilities, variant.availability) == filter.availabilities.end())
      continue;
    return &variant;
  }
  return nullptr;
}

bool matches(const Filter& filter, const FilterColumns& columns, TimePoint at) {
  if (!filter.brands.empty() && !contains_word(filter.brands, columns.brand)) return false;
  if (!filter.categories.empty() && std::ranges::none_of(filter.categories, [&](const auto& category) {
        return starts_path(columns.category, category);
      }))
    return false;
  return !filter.constrains_variant() || matching_variant(filter, columns, at) != nullptr;
}

void add_predicate(Filter& filter, std::string_view predicate, std::string_view currency) {
  const auto mark = predicate.find_first_of("<>=");
  const std::string name = to_lower(trim(predicate.substr(0, mark)));
  const auto refuse = [&](const std::string& reason) {
    throw Error(ErrorKind::invalid_argument, "filter \"" + std::string(predicate) + "\": " + reason, "filter");
  };
  if (mark == std::string_view::npos)
    refuse("write name=value; names are price, brand, category, color, size, availability");
  const bool two_marks = predicate.substr(mark + 1).starts_with('=');
  const auto operation = predicate.substr(mark, two_marks ? 2 : 1);
  const auto value = trim(predicate.substr(mark + operation.size()));
  if (value.empty()) refuse("there is no value");
  if (operation == "==") refuse("write one =");

  if (name == "price") {
    const auto money = parse_amount(value, currency);
    if (!money) refuse(money.error().message());
    filter.currency = currency;
    if (operation == "<=" || operation == "=") filter.price_max_minor = money->minor;
    if (operation == ">=" || operation == "=") filter.price_min_minor = money->minor;
    if (operation == "<") filter.price_max_minor = money->minor - 1;
    if (operation == ">") filter.price_min_minor = money->minor + 1;
    return;
  }
  if (operation != "=") refuse("only price can be compared with " + std::string(operation));
  const auto values = split(value, "|");
  if (values.empty()) refuse("there is no value");
  const auto append = [&values](std::vector<std::string>& list) {
    list.insert(list.end(), values.begin(), values.end());
  };
  if (name == "brand") return append(filter.brands);
  if (name == "category") return append(filter.categories);
  if (name == "color" || name == "colour") return append(filter.colors);
  if (name == "size") return append(filter.sizes);
  if (name == "availability") {
    for (const auto& word : values) {
      const auto availability = parse_availability(word);
      if (!availability) refuse("availability is one of in_stock, out_of_stock, preorder, backorder");
      filter.availabilities.push_back(*availability);
    }
    return;
  }
  refuse("unknown name; names are price, brand, category, color, size, availability");
}

}  // namespace likeness
