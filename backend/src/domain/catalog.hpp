#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "domain/color_words.hpp"
#include "domain/ids.hpp"
#include "domain/money.hpp"
#include "domain/vision.hpp"

namespace likeness {

enum class Availability { in_stock, out_of_stock, preorder, backorder };
std::string_view to_string(Availability availability);
/// Reads our words, those of Google and schema.org ("in stock", "https://schema.org/InStock"), and common ones of
/// shops.
std::optional<Availability> parse_availability(std::string_view text);

/// What a photo shows: the product on a plain ground, or a scene in which it appears.
enum class ImageRole { main, additional, lifestyle };
std::string_view to_string(ImageRole role);
std::optional<ImageRole> parse_image_role(std::string_view text);

/// When a photo has a vector of its whole, beside those of its regions. A scene has none: it would match everything
/// else that it shows. The scenes of a product without any other photo have one where nothing was found on them,
/// because being found by the scene is better than not at all.
enum class WholeVector { always, without_regions, never };
bool has_whole_vector(WholeVector rule, std::size_t regions);

/// Where a photo of a product comes from: an http(s) URL, or a path relative to the feed, which the importing client
/// uploads.
struct ImageReference {
  std::string location;
  ImageRole role = ImageRole::main;
  int position = 0;

  bool is_remote() const { return location.starts_with("http://") || location.starts_with("https://"); }
  bool operator==(const ImageReference&) const = default;
};

/// What one feed row says of one variant, checked and in our units.
struct VariantFacts {
  std::string external_id;
  std::optional<Money> price;
  std::optional<Money> sale_price;
  std::optional<TimePoint> sale_from;
  std::optional<TimePoint> sale_until;
  Availability availability = Availability::in_stock;
  std::vector<std::string> colors;
  std::string size;
  std::string gtin;
  std::string mpn;
  std::string link;
  /// What else the feed says, by its name there ("material", "gender", "custom_label_0"), each with its values.
  std::map<std::string, std::vector<std::string>> attributes;
};

/// One feed row: a variant, the product it belongs to, and the photos it names. The product's external id is the
/// feed's item_group_id, or the row's own id where it has none.
struct CatalogRow {
  std::string product_external_id;
  std::string title;
  std::string description;
  std::string brand;
  std::vector<std::string> category_path;
  std::string product_type;
  std::string link;
  VariantFacts variant;
  std::vector<ImageReference> images;
};

struct Variant {
  VariantId id;
  VariantFacts facts;
};

struct Image {
  ImageId id;
  ProductId product_id;
  ImageReference reference;
  std::string state;  ///< word of the photo's job: waiting, queued, running, done, dead
  std::string last_error;
  std::string content_sha256;  ///< hex; empty until the bytes are here
  int width_px = 0;
  int height_px = 0;
  std::optional<PerceptualHash> perceptual_hash;
  std::vector<ColorShare> colors;
  ColorCheck color_check = ColorCheck::unknown;  ///< against the feed's colour words
  std::vector<Region> regions;
};

struct Product {
  ProductId id;
  SourceId source_id;
  std::string external_id;
  std::string title;
  std::string description;
  std::string brand;
  std::vector<std::string> category_path;
  std::string product_type;
  std::string link;
  TimePoint updated_at;
  std::vector<Variant> variants;
  std::vector<Image> images;
};

/// The words a product is found by, as one text for the text tower: title, brand, category, colours.
std::string searchable_text(const CatalogRow& row);

}  // namespace likeness
