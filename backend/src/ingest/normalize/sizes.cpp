#include "ingest/normalize/sizes.hpp"

#include <algorithm>
#include <cctype>

#include "base/text.hpp"

namespace likeness::ingest {
namespace {

constexpr std::size_t kSizeBytesMax = 6;

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// XS, 3XL, 38, 10.5, S/M, 128: short, and without blanks.
bool is_size_word(const std::string& text) {
  return text.size() <= kSizeBytesMax && text.find(' ') == std::string::npos;
}

/// "10,5": a number with one digit behind a decimal comma.
bool is_decimal(std::string_view text, const std::vector<std::string>& parts) {
  return parts.size() == 2 && is_number(parts[0]) && is_number(parts[1]) && parts[1].size() == 1 &&
         text.find(", ") == std::string_view::npos;
}

void add_once(std::vector<std::string>& sizes, std::string size) {
  if (std::ranges::find(sizes, size) == sizes.end()) sizes.push_back(std::move(size));
}

}  // namespace

std::vector<std::string> split_sizes(std::string_view text) {
  std::vector<std::string> sizes;
  for (auto& part : split(text, "|")) {
    for (const std::string_view separator : {",", ";"}) {
      auto words = split(part, separator);
      if (words.size() < 2 || !std::ranges::all_of(words, is_size_word) || is_decimal(part, words)) continue;
      for (auto& word : words) add_once(sizes, std::move(word));
      part.clear();
    }
    if (!part.empty()) add_once(sizes, std::move(part));
  }
  return sizes;
}

}  // namespace likeness::ingest
