#include "domain/search.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/text.hpp"

namespace likeness {

std::string_view to_string(Band band) {
  switch (band) {
    case Band::exact:
      return "exact";
    case Band::similar:
      return "similar";
    case Band::weak:
      return "weak";
  }
  std::unreachable();
}

std::string fingerprint(const SearchRequest& request) {
  const auto& filter = request.filter;
  std::string text =
      fmt::format("{}\n{}\n{}\n{}\n{}\n", request.text, request.image_weight, filter.price_min_minor.value_or(-1),
                  filter.price_max_minor.value_or(-1), filter.currency);
  for (const auto* list : {&filter.brands, &filter.categories, &filter.colors, &filter.sizes})
    text += join(*list, "\t") + "\n";
  for (const auto availability : filter.availabilities) text += to_string(availability);
  if (!request.image) return text;
  const auto& image = *request.image;
  text += "\n" + image.url;
  if (image.query_image_id) text += image.query_image_id->to_string();
  if (image.product_id) text += image.product_id->to_string();
  if (image.box) text += fmt::format("{},{},{},{}", image.box->x, image.box->y, image.box->width, image.box->height);
  return text;
}

Band band_of(double confidence) {
  if (confidence >= 0.9) return Band::exact;
  return confidence >= 0.5 ? Band::similar : Band::weak;
}

}  // namespace likeness
