#include "ingest/feed/shopify_product.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "ingest/feed/attribute_names.hpp"
#include "ingest/feed/html_text.hpp"

namespace likeness::ingest {
namespace {

constexpr std::size_t kImagesMax = 250;     // Shopify's own bound
constexpr std::size_t kIdLengthMax = 1100;  // a handle of 255 characters and three options of 255
constexpr std::string_view kOptions[] = {"option1", "option2", "option3"};
/// Shopify's word for a product without variants.
constexpr std::string_view kNoOption = "default title";

std::optional<long> number(std::string_view text) {
  long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<double> plain_amount(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

void put(RawRow& row, const std::string& name, const std::string& value) {
  if (!value.empty()) row.values[name] = {value};
}

const std::string& option(const RawRow& row, std::size_t i, std::string_view part) {
  return row.first(std::string(kOptions[i]) + std::string(part));
}

/// "color" or "size" for an option's name in one of the languages that are known; empty for any other.
std::string option_attribute(const std::string& name) {
  static const AttributeNames names;
  const auto attribute = names.resolve(std::vector<std::string>{name}).front();
  return attribute == "color" || attribute == "size" || attribute == "material" || attribute == "pattern"
             ? attribute
             : std::string();
}

std::string availability(const RawRow& variant) {
  const auto quantity = number(variant.first("inventory"));
  const auto policy = to_lower(variant.first("inventory_policy"));
  const bool oversells = policy == "continue" || policy == "true";
  const bool is_tracked = !variant.first("inventory_tracker").empty();
  return is_tracked && quantity && *quantity <= 0 && !oversells ? "out_of_stock" : "in_stock";
}

/// What a buyer pays is Shopify's price; where a higher one is named to compare it with, it is on sale.
void put_prices(const RawRow& variant, RawRow& row) {
  const auto& price = variant.first("price");
  const auto& compare_at = variant.first("compare_at_price");
  const auto amount = plain_amount(price), before = plain_amount(compare_at);
  if (amount && before && *before > *amount) {
    put(row, "price", compare_at);
    put(row, "sale_price", price);
  } else {
    put(row, "price", price);
  }
}

}  // namespace

void ShopifyProduct::add(const RawRow& row) {
  if (handle_.empty()) {
    handle_ = row.first("handle");
    line_ = row.line;
    product_ = row;
    for (std::size_t i = 0; i < 3; ++i) option_names_[i] = option(row, i, "_name");
  }
  for (const auto& [name, texts] : row.values) bytes_ += name.size() + texts.front().size();
  if (const auto& image = row.first("image"); !image.empty() && images_.size() < kImagesMax) {
    const auto position = number(row.first("image_position"));
    images_.push_back({static_cast<int>(position.value_or(static_cast<long>(images_.size()) + 1)), image});
  }
  // Rows beyond the first are variants, or name another photo only.
  if (variants_.empty() || !row.first("price").empty() || !option(row, 0, "_value").empty() ||
      !row.first("sku").empty())
    variants_.push_back(row);
}

void ShopifyProduct::emit(const FeedReader::OnRow& on_row, const FeedReader::OnFault& on_fault) const {
  if (const auto reason = reason_to_leave_out())
    return on_fault({line_, "status", handle_, *reason, /*row_kept=*/true});
  const auto base = shared();
  std::set<std::string> used;
  for (const auto& variant : variants_) {
    RawRow row = base;
    row.line = variant.line;
    put(row, "id", variant_id(variant, used));
    put_prices(variant, row);
    put(row, "gtin",
        variant.first("barcode").starts_with('\'') ? variant.first("barcode").substr(1) : variant.first("barcode"));
    put(row, "availability", availability(variant));
    put(row, "mpn", variant.first("mpn"));
    put_options(variant, row);
    if (const auto& image = variant.first("variant_image"); !image.empty()) {
      auto& others = row.values["additional_image_link"];
      if (const auto& main = base.first("image_link"); !main.empty()) others.insert(others.begin(), main);
      std::erase(others, image);
      if (others.empty()) row.values.erase("additional_image_link");
      put(row, "image_link", image);
    }
    on_row(std::move(row));
  }
}

std::optional<std::string> ShopifyProduct::reason_to_leave_out() const {
  const auto status = to_lower(product_.first("status"));
  if (status == "draft" || status == "archived") return "the product is left out: it is " + status + " in Shopify";
  if (to_lower(product_.first("published")) == "false")
    return "the product is left out: it is not published in Shopify";
  return std::nullopt;
}

RawRow ShopifyProduct::shared() const {
  RawRow row{line_, {}, kIdLengthMax};
  put(row, "item_group_id", handle_);
  put(row, "title", product_.first("title"));
  put(row, "description", html_text(product_.first("body")));
  put(row, "brand", product_.first("vendor"));
  put(row, "product_type", product_.first("type"));
  put(row, "google_product_category", product_.first("category"));
  for (const std::string name : {"gender", "age_group", "condition"}) put(row, name, to_lower(product_.first(name)));
  for (auto& tag : split(product_.first("tags"), ",")) row.values["tags"].push_back(std::move(tag));
  auto images = images_;
  std::ranges::stable_sort(images, {}, &PlacedImage::position);
  for (const auto& [position, address] : images) {
    if (row.first("image_link").empty())
      put(row, "image_link", address);
    else
      row.values["additional_image_link"].push_back(address);
  }
  return row;
}

void ShopifyProduct::put_options(const RawRow& variant, RawRow& row) const {
  for (std::size_t i = 0; i < 3; ++i) {
    const auto& name = option_names_[i];
    const auto& value = option(variant, i, "_value");
    if (name.empty() || value.empty() || to_lower(value) == kNoOption) continue;
    if (const auto attribute = option_attribute(name); !attribute.empty() && row.first(attribute).empty())
      put(row, attribute, value);
    else
      row.values["variant_option"].push_back(name + ": " + value);
  }
}

std::string ShopifyProduct::variant_id(const RawRow& variant, std::set<std::string>& used) const {
  auto id = variant.first("sku").starts_with('\'') ? variant.first("sku").substr(1) : variant.first("sku");
  if (id.empty() || used.contains(id)) {
    id = handle_;
    for (std::size_t i = 0; i < 3; ++i)
      if (const auto& value = option(variant, i, "_value"); !value.empty() && to_lower(value) != kNoOption)
        id += "/" + value;
  }
  used.insert(id);
  return id;
}

}  // namespace likeness::ingest
