#include "adapters/postgres/filter_sql.hpp"

#include <fmt/format.h>

#include "adapters/postgres/sql_array.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

/// The price to pay now, as in effective_price().
constexpr char kOnSale[] =
    "(v.sale_price_minor IS NOT NULL AND (v.sale_from IS NULL OR v.sale_from <= now())"
    " AND (v.sale_until IS NULL OR now() < v.sale_until))";

class Conditions {
 public:
  explicit Conditions(int first_parameter) : next_(first_parameter) {}

  /// `pattern` holds {0} where the parameter's number goes.
  void add(std::vector<std::string>& to, fmt::format_string<int> pattern, std::string parameter) {
    to.push_back(fmt::format(pattern, next_++));
    parameters.emplace_back(std::move(parameter));
  }

  std::vector<std::optional<std::string>> parameters;

 private:
  int next_;
};

/// In lower case by ASCII, as equals_ignoring_case() compares.
std::string lower_array(const std::vector<std::string>& words) {
  SqlArray array;
  for (const auto& word : words) array.add(std::string_view(to_lower(word)));
  return array.text();
}

void add_price(Conditions& conditions, std::vector<std::string>& to, const Filter& filter) {
  const std::string currency =
      fmt::format("CASE WHEN {} THEN v.sale_price_currency ELSE v.price_currency END", kOnSale);
  const std::string amount = fmt::format("CASE WHEN {} THEN v.sale_price_minor ELSE v.price_minor END", kOnSale);
  conditions.add(to, "${0}::text", filter.currency);
  to.back() = currency + " = " + to.back();
  if (filter.price_min_minor) {
    conditions.add(to, "${0}::bigint", std::to_string(*filter.price_min_minor));
    to.back() = amount + " >= " + to.back();
  }
  if (filter.price_max_minor) {
    conditions.add(to, "${0}::bigint", std::to_string(*filter.price_max_minor));
    to.back() = amount + " <= " + to.back();
  }
}

/// A variant's own colours count, or the photos' where no variant of the product names any.
constexpr fmt::format_string<int> kColorPattern =
    R"((EXISTS (SELECT FROM unnest(v.colors) AS c WHERE lower(c COLLATE "C") = ANY(${0}::text[]))
        OR (NOT EXISTS (SELECT FROM variants AS o WHERE o.org_id = p.org_id AND o.product_id = p.id
                           AND o.colors <> '{{}}')
            AND EXISTS (SELECT FROM images AS i, unnest(i.color_names) AS c WHERE i.org_id = p.org_id
                           AND i.product_id = p.id AND lower(c COLLATE "C") = ANY(${0}::text[])))))";

}  // namespace

FilterSql filter_sql(const Filter& filter, int first_parameter) {
  Conditions conditions(first_parameter);
  std::vector<std::string> product = {"true"};
  if (!filter.brands.empty())
    conditions.add(product, R"(lower(p.brand COLLATE "C") = ANY(${0}::text[]))", lower_array(filter.brands));
  if (!filter.categories.empty())
    conditions.add(product,
                   R"(EXISTS (SELECT FROM unnest(${0}::text[]) AS c WHERE lower(p.category COLLATE "C") = c
                                 OR starts_with(lower(p.category COLLATE "C"), c || ' > ')))",
                   lower_array(filter.categories));
  if (filter.constrains_variant()) {
    std::vector<std::string> variant = {"v.org_id = p.org_id", "v.product_id = p.id"};
    if (filter.price_min_minor || filter.price_max_minor) add_price(conditions, variant, filter);
    if (!filter.colors.empty()) conditions.add(variant, kColorPattern, lower_array(filter.colors));
    if (!filter.sizes.empty())
      conditions.add(variant, R"(lower(v.size COLLATE "C") = ANY(${0}::text[]))", lower_array(filter.sizes));
    if (!filter.availabilities.empty()) {
      std::vector<std::string> words;
      for (const auto availability : filter.availabilities) words.emplace_back(to_string(availability));
      conditions.add(variant, "v.availability = ANY(${0}::text[])", lower_array(words));
    }
    product.push_back("EXISTS (SELECT FROM variants AS v WHERE " + join(variant, " AND ") + ")");
  }
  return {join(product, " AND "), std::move(conditions.parameters)};
}

}  // namespace likeness
