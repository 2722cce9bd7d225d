#include "ingest/normalize/normalize.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace likeness::ingest {
namespace {

constexpr std::size_t kAdditionalImagesMax = 20;

/// Reads the values of one row and gathers what is wrong with them.
class RowReader {
 public:
  explicit RowReader(const RawRow& row) : row_(row) {}

  std::string text(std::string_view name, std::size_t length_max, bool required = false) {
    const auto found = row_.values.find(name);
    if (found == row_.values.end()) {
      if (required) fault(name, "", "is required and missing");
      return {};
    }
    if (utf8_length(found->second) > length_max)
      fault(name, found->second, "is longer than " + std::to_string(length_max) + " characters");
    return found->second;
  }

  std::optional<Money> money(std::string_view name) {
    const auto found = row_.values.find(name);
    if (found == row_.values.end()) return std::nullopt;
    const auto parsed = parse_money(found->second);
    if (parsed) return *parsed;
    fault(name, found->second, parsed.error().message());
    return std::nullopt;
  }

  /// Pieces of a list attribute; commas, and for colours slashes, part them.
  std::vector<std::string> list(std::string_view name, std::string_view separator) {
    const auto found = row_.values.find(name);
    return found == row_.values.end() ? std::vector<std::string>{} : split(found->second, separator);
  }

  void fault(std::string_view name, std::string_view value, const std::string& reason) {
    faults_.push_back({row_.line, std::string(name), std::string(valid_start(value, 200)), reason});
  }

  std::vector<ImportFault> faults_;

 private:
  const RawRow& row_;
};

bool is_safe_relative_path(std::string_view path) {
  if (path.starts_with('/') || path.find('\\') != std::string_view::npos || path.find(':') != std::string_view::npos)
    return false;
  const auto parts = split(path, "/");
  return std::ranges::find(parts, "..") == parts.end();
}

void add_image(RowReader& reader, std::string_view name, const std::string& location, ImageRole role, CatalogRow& row) {
  ImageReference reference{location, role, static_cast<int>(row.images.size())};
  if (location.size() > 2000) return reader.fault(name, location, "is longer than 2000 characters");
  if (!reference.is_remote()) {
    if (location.find("://") != std::string::npos)
      return reader.fault(name, location, "is neither an http(s) address nor a path beside the feed");
    if (!is_safe_relative_path(location))
      return reader.fault(name, location, "must be a path below the feed's own directory");
  }
  const auto same = [&](const auto& image) { return image.location == location; };
  if (std::ranges::none_of(row.images, same)) row.images.push_back(std::move(reference));
}

void read_images(RowReader& reader, CatalogRow& row) {
  if (const auto main = reader.text("image_link", 2000, true); !main.empty())
    add_image(reader, "image_link", main, ImageRole::main, row);
  const auto add_list = [&](std::string_view name, ImageRole role) {
    auto locations = reader.list(name, ",");
    if (locations.size() > kAdditionalImagesMax) {
      reader.fault(name, "",
                   "names " + std::to_string(locations.size()) + " photos; at most " +
                       std::to_string(kAdditionalImagesMax) + " are taken");
      return;
    }
    for (const auto& location : locations) add_image(reader, name, location, role, row);
  };
  add_list("additional_image_link", ImageRole::additional);
  add_list("lifestyle_image_link", ImageRole::lifestyle);
}

void read_sale_interval(RowReader& reader, const std::string& text, VariantFacts& variant) {
  if (text.empty()) return;
  const auto slash = text.find('/');
  if (slash != std::string::npos) {
    variant.sale_from = parse_iso8601(trim(std::string_view(text).substr(0, slash)));
    variant.sale_until = parse_iso8601(trim(std::string_view(text).substr(slash + 1)));
  }
  if (!variant.sale_from || !variant.sale_until || *variant.sale_until < *variant.sale_from)
    reader.fault("sale_price_effective_date", text, "is not an interval such as 2026-03-01T00:00Z/2026-03-08T00:00Z");
}

void read_variant(RowReader& reader, VariantFacts& variant) {
  variant.external_id = reader.text("id", 50, true);
  variant.price = reader.money("price");
  variant.sale_price = reader.money("sale_price");
  read_sale_interval(reader, reader.text("sale_price_effective_date", 100), variant);
  if (const auto word = reader.text("availability", 50); !word.empty()) {
    if (const auto availability = parse_availability(word))
      variant.availability = *availability;
    else
      reader.fault("availability", word, "is none of in_stock, out_of_stock, preorder, backorder");
  }
  reader.text("color", 100);
  variant.colors = reader.list("color", "/");
  for (auto& color : variant.colors) color = to_lower(color);
  variant.size = reader.text("size", 100);
  variant.gtin = reader.text("gtin", 50);
  variant.mpn = reader.text("mpn", 70);
  variant.link = reader.text("link", 2000);
}

/// The first `length_max` code points.
std::string cut(const std::string& text, std::size_t length_max) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 && length++ == length_max) return text.substr(0, i);
  return text;
}

}  // namespace

std::expected<CatalogRow, std::vector<ImportFault>> normalize(const RawRow& raw) {
  RowReader reader(raw);
  CatalogRow row;
  read_variant(reader, row.variant);
  row.product_external_id = reader.text("item_group_id", 50);
  if (row.product_external_id.empty()) row.product_external_id = row.variant.external_id;
  row.title = reader.text("title", 150, true);
  row.description = cut(reader.text("description", 100'000), 5000);
  row.brand = reader.text("brand", 70);
  row.product_type = reader.text("product_type", 750);
  row.link = row.variant.link;
  const auto category = row.product_type.empty() ? reader.text("google_product_category", 750) : row.product_type;
  row.category_path = split(category, ">");
  read_images(reader, row);
  if (!reader.faults_.empty()) return std::unexpected(std::move(reader.faults_));
  return row;
}

}  // namespace likeness::ingest
