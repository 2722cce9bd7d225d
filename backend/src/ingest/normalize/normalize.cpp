#include "ingest/normalize/normalize.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "ingest/normalize/attributes.hpp"
#include "ingest/normalize/gtin.hpp"
#include "ingest/normalize/images.hpp"
#include "ingest/normalize/row_values.hpp"
#include "ingest/normalize/sizes.hpp"

namespace likeness::ingest {
namespace {

constexpr std::size_t kSizeLengthMax = 100;
constexpr std::size_t kSizesMax = 50;
constexpr std::size_t kTitleLengthMax = 150;
constexpr std::size_t kDescriptionLengthMax = 5000;
constexpr std::size_t kColorsMax = 10;
constexpr std::size_t kColorLengthMax = 40;
constexpr std::size_t kGtinsMax = 10;
constexpr std::size_t kProductTypesMax = 20;

/// Structured texts of tables name their source first: "trained_algorithmic_media:The words".
std::string without_source_type(std::string text) {
  for (const std::string_view source : {"trained_algorithmic_media:", "default:"})
    if (text.starts_with(source)) text = trim(std::string_view(text).substr(source.size()));
  if (text.size() > 1 && text.starts_with('"') && text.ends_with('"')) text = text.substr(1, text.size() - 2);
  return text;
}

std::string read_title(RowValues& values, bool is_in_group) {
  if (is_in_group && !values.row().first("item_group_title").empty())
    return values.text("item_group_title", kTitleLengthMax);
  if (!values.row().first("title").empty()) return values.text("title", kTitleLengthMax);
  const auto structured = without_source_type(values.row().first("structured_title"));
  if (structured.empty()) values.fault("title", "", "is required and missing");
  return cut(structured, kTitleLengthMax);
}

std::string read_description(const RowValues& values) {
  const auto& plain = values.row().first("description");
  return cut(plain.empty() ? without_source_type(values.row().first("structured_description")) : plain,
             kDescriptionLengthMax);
}

void read_sale(RowValues& values, VariantFacts& variant) {
  variant.sale_price = values.money("sale_price");
  if (variant.price && variant.sale_price && variant.price->currency == variant.sale_price->currency &&
      variant.sale_price->minor > variant.price->minor) {
    values.hint("sale_price", values.row().first("sale_price"), "is higher than the price and was left out");
    variant.sale_price.reset();
  }
  const auto& text = values.row().first("sale_price_effective_date");
  if (text.empty()) return;
  const auto slash = text.find('/');
  if (slash != std::string::npos) {
    variant.sale_from = parse_iso8601(trim(std::string_view(text).substr(0, slash)));
    variant.sale_until = parse_iso8601(trim(std::string_view(text).substr(slash + 1)));
  }
  if (!variant.sale_from || !variant.sale_until || *variant.sale_until < *variant.sale_from)
    values.fault("sale_price_effective_date", text, "is not an interval such as 2026-03-01T00:00Z/2026-03-08T00:00Z");
}

std::vector<std::string> read_colors(RowValues& values) {
  std::vector<std::string> colors;
  for (const auto& value : values.all("color"))
    for (const auto& part : split(value, "/")) {
      if (utf8_length(part) > kColorLengthMax) {
        values.hint("color", part,
                    "is longer than " + std::to_string(kColorLengthMax) + " characters and was left out");
        continue;
      }
      auto color = to_lower(part);
      if (colors.size() < kColorsMax && std::ranges::find(colors, color) == colors.end())
        colors.push_back(std::move(color));
    }
  return colors;
}

/// The first goes into its column; where there are more, all of them are among the attributes.
void read_gtins(RowValues& values, VariantFacts& variant) {
  std::vector<std::string> gtins;
  for (const auto& value : values.all("gtin"))
    for (const auto& part : split(value, ",")) {
      if (gtins.size() == kGtinsMax) return values.hint("gtin", part, "is more than the 10 that are taken");
      auto gtin = parse_gtin(part);
      if (!gtin)
        values.hint("gtin", part, gtin.error() + "; it was left out");
      else if (std::ranges::find(gtins, *gtin) == gtins.end())
        gtins.push_back(std::move(*gtin));
    }
  if (!gtins.empty()) variant.gtin = gtins.front();
  if (gtins.size() > 1) variant.attributes["gtin"] = std::move(gtins);
}

void read_offer(RowValues& values, VariantFacts& variant) {
  variant.price = values.money("price");
  read_sale(values, variant);
  if (const auto& word = values.row().first("availability"); !word.empty()) {
    if (const auto availability = parse_availability(word))
      variant.availability = *availability;
    else
      values.fault("availability", word, "is none of in_stock, out_of_stock, preorder, backorder");
  }
}

std::string read_link(RowValues& values) { return values.exact_text("link", 2000); }

void read_variant(RowValues& values, VariantFacts& variant) {
  variant.external_id = values.exact_text("id", values.row().id_length_max, true);
  read_offer(values, variant);
  variant.colors = read_colors(values);
  variant.mpn = values.text("mpn", 70);
  variant.link = read_link(values);
  variant.attributes = read_attributes(values);
  read_gtins(values, variant);
}

/// "2271 - Apparel > Clothing" is the path "Apparel > Clothing"; a number alone is none.
std::string category_words(std::string_view category) {
  const auto first = category.find_first_not_of("0123456789");
  if (first == std::string_view::npos) return {};
  if (first == 0) return std::string(category);
  const auto rest = trim(category.substr(first));
  return rest.starts_with('-') ? std::string(trim(rest.substr(1))) : std::string(category);
}

void read_category(RowValues& values, CatalogRow& row) {
  row.product_type = values.text("product_type", 750);
  const auto& types = values.all("product_type");
  if (types.size() > 1)
    row.variant.attributes["product_type"] = {
        types.begin(), types.begin() + static_cast<std::ptrdiff_t>(std::min(types.size(), kProductTypesMax))};
  const auto category = category_words(cut(values.row().first("google_product_category"), 750));
  row.category_path = split(row.product_type.empty() ? category : row.product_type, ">");
}

/// One row per size, each a variant of its own.
std::vector<CatalogRow> by_size(RowValues& values, CatalogRow row) {
  std::vector<std::string> sizes;
  for (const auto& value : values.all("size"))
    for (const auto& size : split_sizes(cut(value, 400))) sizes.push_back(cut(size, kSizeLengthMax));
  if (sizes.size() > kSizesMax) {
    values.hint(
        "size", "",
        "names " + std::to_string(sizes.size()) + " sizes; the first " + std::to_string(kSizesMax) + " are taken");
    sizes.resize(kSizesMax);
  }
  if (sizes.size() <= 1) {
    row.variant.size = values.text("size", kSizeLengthMax);
    return {std::move(row)};
  }
  std::vector<CatalogRow> rows;
  for (auto& size : sizes) {
    rows.push_back(row);
    rows.back().variant.external_id += "/" + size;
    rows.back().variant.size = std::move(size);
  }
  return rows;
}

}  // namespace

NormalizedRow normalize(const RawRow& raw, const PriceStyle& prices) {
  RowValues values(raw, prices);
  CatalogRow row;
  read_variant(values, row.variant);
  row.product_external_id = values.exact_text("item_group_id", raw.id_length_max);
  row.title = read_title(values, !row.product_external_id.empty());
  if (row.product_external_id.empty()) row.product_external_id = row.variant.external_id;
  row.description = read_description(values);
  row.brand = values.text("brand", 70);
  row.link = row.variant.link;
  read_category(values, row);
  row.images = read_images(values);
  NormalizedRow normalized;
  normalized.line = raw.line;
  if (!values.is_refused())
    normalized.rows = by_size(values, std::move(row));
  else
    for (const auto* name : {"id", "item_group_id"})
      if (const auto& id = raw.first(name); !id.empty()) normalized.refused_ids.push_back(id);
  normalized.faults = values.take_faults();
  return normalized;
}

NormalizedOffer normalize_offer(const RawRow& row, const PriceStyle& prices) {
  RowValues values(row, prices);
  NormalizedOffer normalized;
  read_offer(values, normalized.offer);
  normalized.offer.link = read_link(values);
  normalized.is_refused = values.is_refused();
  normalized.faults = values.take_faults();
  return normalized;
}

}  // namespace likeness::ingest
