#include "ingest/normalize/images.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace likeness::ingest {
namespace {

constexpr std::size_t kAdditionalImagesMax = 20;
constexpr std::size_t kLocationBytesMax = 2000;

bool is_address(std::string_view text) {
  const auto start = to_lower(text.substr(0, 8));
  return start.starts_with("http://") || start.starts_with("https://");
}

bool is_safe_relative_path(std::string_view path) {
  if (path.starts_with('/') || path.find('\\') != std::string_view::npos || path.find(':') != std::string_view::npos)
    return false;
  const auto parts = split(path, "/");
  return std::ranges::find(parts, "..") == parts.end();
}

void add_image(RowValues& values, std::string_view name, const std::string& location, ImageRole role,
               std::vector<ImageReference>& images) {
  ImageReference reference{location, role, static_cast<int>(images.size())};
  if (location.size() > kLocationBytesMax)
    return values.fault(name, location, "is longer than " + std::to_string(kLocationBytesMax) + " characters");
  if (!reference.is_remote()) {
    if (location.find("://") != std::string::npos)
      return values.fault(name, location, "is neither an http(s) address nor a path beside the feed");
    if (!is_safe_relative_path(location))
      return values.fault(name, location, "must be a path below the feed's own directory");
  }
  const auto same = [&](const auto& image) { return image.location == location; };
  if (std::ranges::none_of(images, same)) images.push_back(std::move(reference));
}

void add_list(RowValues& values, std::string_view name, ImageRole role, std::vector<ImageReference>& images) {
  std::vector<std::string> locations;
  for (const auto& value : values.all(name))
    for (auto& location : split_locations(value)) locations.push_back(std::move(location));
  if (locations.size() > kAdditionalImagesMax) {
    values.hint(name, "",
                "names " + std::to_string(locations.size()) + " photos; the first " +
                    std::to_string(kAdditionalImagesMax) + " are taken");
    locations.resize(kAdditionalImagesMax);
  }
  for (const auto& location : locations) add_image(values, name, location, role, images);
}

/// Where the first location of the text ends.
std::size_t end_of_location(std::string_view text) {
  if (!is_address(text)) return std::min(text.find_first_of(",|"), text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ' || text[i] == '|' || text[i] == '\n' || text[i] == '\t') return i;
    if (text[i] == ',' && (i + 1 == text.size() || text[i + 1] == ' ' || is_address(text.substr(i + 1)))) return i;
  }
  return text.size();
}

}  // namespace

std::vector<std::string> split_locations(std::string_view text) {
  std::vector<std::string> locations;
  while (!text.empty()) {
    const auto start = std::min(text.find_first_not_of(" ,|\t\r\n"), text.size());
    text.remove_prefix(start);
    const auto end = end_of_location(text);
    if (const auto location = trim(text.substr(0, end)); !location.empty()) locations.emplace_back(location);
    text.remove_prefix(end);
  }
  return locations;
}

std::vector<ImageReference> read_images(RowValues& values) {
  std::vector<ImageReference> images;
  if (const auto main = values.exact_text("image_link", kLocationBytesMax); !main.empty())
    add_image(values, "image_link", main, ImageRole::main, images);
  add_list(values, "additional_image_link", ImageRole::additional, images);
  add_list(values, "lifestyle_image_link", ImageRole::lifestyle, images);
  return images;
}

}  // namespace likeness::ingest
