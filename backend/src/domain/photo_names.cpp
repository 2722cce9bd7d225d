#include "domain/photo_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.hpp"

namespace likeness {
namespace {

constexpr std::size_t kIdLengthMax = 50;
constexpr std::array<std::string_view, 10> kExtensions = {"jpg", "jpeg", "png",  "webp", "gif",
                                                          "tif", "tiff", "avif", "heic", "heif"};

/// FNV-1a, 64 bits: tells long paths apart.
std::uint64_t hash(std::string_view text) {
  std::uint64_t value = 0xcbf29ce484222325;
  for (const unsigned char byte : text) value = (value ^ byte) * 0x100000001b3;
  return value;
}

std::string id_of(std::string_view stem) {
  if (utf8_length(stem) <= kIdLengthMax) return std::string(stem);
  const auto ending = fmt::format("~{:016x}", hash(stem));
  return std::string(valid_start(stem, kIdLengthMax - ending.size())) + ending;
}

std::string title_of(std::string_view name) {
  std::string spaced(name);
  std::ranges::replace_if(spaced, [](char c) { return c == '_' || c == '-' || c == '.'; }, ' ');
  return join(split(spaced, " "), " ");
}

}  // namespace

std::optional<PhotoName> name_photo(std::string_view path) {
  auto parts = split(path, "/");
  if (parts.empty() || parts.front() == "__MACOSX" ||
      std::ranges::any_of(parts, [](const auto& part) { return part.starts_with('.'); }))
    return std::nullopt;
  const auto dot = parts.back().rfind('.');
  if (dot == std::string::npos || dot == 0) return std::nullopt;
  if (std::ranges::find(kExtensions, to_lower(parts.back().substr(dot + 1))) == kExtensions.end()) return std::nullopt;

  PhotoName named;
  named.id = id_of(path.substr(0, path.rfind('.')));
  named.title = title_of(parts.back().substr(0, dot));
  if (named.title.empty()) named.title = parts.back().substr(0, dot);
  parts.pop_back();
  named.category_path = std::move(parts);
  return named;
}

}  // namespace likeness
