#include "ingest/feed/shopify_reader.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"
#include "ingest/feed/attribute_names.hpp"

namespace likeness::ingest {
namespace {

/// A product has up to 2,048 variants and 250 photos, each on a row; of its text a bound is a few rows' worth.
constexpr std::size_t kRowsWorthPerProduct = 8;

std::vector<std::string> name_columns(const std::vector<std::string>& header) {
  std::vector<std::string> names;
  for (const auto& column : header) {
    auto name = shopify_column(column);
    // Of two columns that say the same the first counts: the product's own category before Google Shopping's.
    if (std::ranges::find(names, name) != names.end()) name.clear();
    names.push_back(std::move(name));
  }
  for (const std::string required : {"handle", "title"})
    if (std::ranges::find(names, required) == names.end())
      throw Error(ErrorKind::invalid_argument,
                  "a Shopify product CSV has a column " +
                      std::string(required == "handle" ? "\"Handle\" or \"URL handle\"" : "\"Title\"") +
                      "; this one's columns are: " + std::string(valid_start(join(header, ", "), 300)));
  return names;
}

}  // namespace

ShopifyReader::ShopifyReader(FeedLimits limits, OnRow on_row, OnFault on_fault)
    : limits_(limits),
      on_row_(std::move(on_row)),
      on_fault_(std::move(on_fault)),
      rows_(
          '\0', name_columns, limits, [this](RawRow row) { take_row(std::move(row)); },
          [this](ImportFault fault) { on_fault_(std::move(fault)); }) {}

bool ShopifyReader::knows_header(std::string_view line) {
  bool has_handle = false, has_id = false, has_other = false;
  std::string cells(line);
  std::ranges::replace_if(cells, [](char c) { return c == ';' || c == '\t' || c == '"'; }, ',');
  for (const auto& cell : split(cells, ",")) {
    const auto name = canonical_name(cell);
    has_handle = has_handle || name == "handle" || name == "url_handle";
    has_id = has_id || name == "id";
    has_other = has_other || name == "variant_sku" || name == "vendor" || name == "image_src" ||
                name == "option1_name" || name == "body_(html)" || name == "product_image_url" || name == "sku";
  }
  return has_handle && has_other && !has_id;
}

bool ShopifyReader::finish() {
  const bool whole = rows_.finish();
  end_product();
  return whole;
}

void ShopifyReader::take_row(RawRow row) {
  const auto& handle = row.first("handle");
  if (handle.empty()) return on_fault_({row.line, "handle", "", "is required and missing"});
  if (handle != product_.handle()) end_product();
  if (is_too_large_) return;
  product_.add(row);
  if (product_.bytes() <= kRowsWorthPerProduct * limits_.row_bytes_max) return;
  on_fault_({product_.line(), "handle", handle,
             "the rows of this product are longer than " +
                 std::to_string(kRowsWorthPerProduct * limits_.row_bytes_max) + " bytes together"});
  is_too_large_ = true;
}

void ShopifyReader::end_product() {
  if (!product_.empty() && !is_too_large_) product_.emit(on_row_, on_fault_);
  product_ = {};
  is_too_large_ = false;
}

}  // namespace likeness::ingest
