#include "ingest/feed/attribute_names.hpp"

#include <algorithm>
#include <set>

#include "base/error.hpp"
#include "base/text.hpp"
#include "ingest/feed/attribute_words.hpp"

namespace likeness::ingest {
namespace {

constexpr std::string_view kIgnore = "ignore";

/// Latin-1's capitals beyond ASCII in lower case, in UTF-8: "GRÖSSE" is "grösse".
void fold_latin_capitals(std::string& text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto second = static_cast<unsigned char>(text[i + 1]);
    if (text[i] == '\xC3' && second >= 0x80 && second <= 0x9E && second != 0x97)
      text[i + 1] = static_cast<char>(second + 0x20);
  }
}

/// "Image Link" and "imageLink" are both "imagelink".
std::string squeezed(std::string_view column) {
  auto name = canonical_name(column);
  std::erase(name, '_');
  return name;
}

const std::unordered_map<std::string, std::string>& attributes_by_squeezed_name() {
  static const auto names = [] {
    std::unordered_map<std::string, std::string> by_name;
    for (const auto attribute : known_attributes()) by_name.emplace(squeezed(attribute), attribute);
    return by_name;
  }();
  return names;
}

const std::unordered_map<std::string, std::string>& attributes_by_common_name() {
  static const auto names = [] {
    std::unordered_map<std::string, std::string> by_name;
    for (const auto& [column, attribute] : common_names()) by_name.emplace(column, attribute);
    return by_name;
  }();
  return names;
}

std::string checked_attribute(const std::string& column, const std::string& attribute) {
  const auto name = squeezed(attribute);
  if (name == kIgnore) return {};
  const auto& known = attributes_by_squeezed_name();
  if (const auto found = known.find(name); found != known.end()) return found->second;
  std::vector<std::string> candidates;
  for (const auto candidate : known_attributes()) candidates.emplace_back(candidate);
  const auto near = nearest_word(canonical_name(attribute), candidates);
  throw Error(ErrorKind::invalid_argument,
              "the mapping gives column \"" + column + "\" to \"" + attribute + "\", which is no attribute" +
                  (near.empty() ? "; attributes are those of Google Merchant Center, such as id, title and image_link"
                                : ": is " + near + " meant?"),
              "mapping");
}

}  // namespace

std::string canonical_name(std::string_view column) {
  std::string name = to_lower(trim(column));
  fold_latin_capitals(name);
  if (name.starts_with("g:")) name.erase(0, 2);
  for (char& c : name)
    if (c == ' ' || c == '-' || c == '.') c = '_';
  const auto doubled = std::ranges::unique(name, [](char left, char right) { return left == '_' && right == '_'; });
  name.erase(doubled.begin(), doubled.end());
  return name;
}

AttributeNames::AttributeNames(const ColumnMapping& mapping) {
  for (const auto& [column, attribute] : mapping)
    mapping_.insert_or_assign(squeezed(column), checked_attribute(column, attribute));
}

std::vector<std::string> AttributeNames::resolve(std::span<const std::string> columns) const {
  std::vector<std::string> attributes(columns.size());
  std::vector<bool> resolved(columns.size(), false);
  std::set<std::string> taken;
  std::vector<std::string> names;
  for (const auto& column : columns) names.push_back(squeezed(column));
  const auto take = [&](std::size_t i, const std::string& attribute) {
    attributes[i] = attribute;
    resolved[i] = true;
    taken.insert(attribute);
  };
  std::set<std::string> mapped;
  for (const auto& name : names)
    if (const auto found = mapping_.find(name); found != mapping_.end()) mapped.insert(found->second);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (const auto found = mapping_.find(names[i]); found != mapping_.end()) {
      take(i, found->second);
    } else if (const auto own = attributes_by_squeezed_name().find(names[i]);
               own != attributes_by_squeezed_name().end() && !mapped.contains(own->second)) {
      take(i, own->second);
    }
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (resolved[i]) continue;
    const auto common = attributes_by_common_name().find(names[i]);
    if (common != attributes_by_common_name().end() && !taken.contains(common->second))
      take(i, common->second);
    else if (!attributes_by_squeezed_name().contains(names[i]))
      attributes[i] = canonical_name(columns[i]);
  }
  return attributes;
}

std::vector<std::string> AttributeNames::resolve_required(std::span<const std::string> columns) const {
  auto attributes = resolve(columns);
  const auto has = [&](std::string_view attribute) {
    return std::ranges::find(attributes, attribute) != attributes.end();
  };
  std::vector<std::string> missing;
  for (const std::string attribute : {"id", "title", "image_link"})
    if (!has(attribute) && !(attribute == "title" && has("structured_title"))) missing.push_back(attribute);
  if (missing.empty()) return attributes;
  std::vector<std::string> there;
  for (const auto& column : columns) there.emplace_back(valid_start(trim(column), 60));
  const std::string names = join(there, ", ");
  throw Error(ErrorKind::invalid_argument,
              "the feed has no column for " + join(missing, ", ") +
                  "; its columns are: " + std::string(valid_start(names, 300)) + (names.size() > 300 ? " …" : "") +
                  ". Say with a mapping which of them to take, such as {\"" +
                  (there.empty() || there.front().empty() ? std::string("Column") : there.front()) + "\": \"" +
                  missing.front() + "\"}",
              "mapping");
}

}  // namespace likeness::ingest
