#include "ingest/feed/xml_item.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace likeness::ingest {
namespace {

/// Elements whose children are markup, or words about the text, and not parts of a group.
bool holds_text(std::string_view name) {
  return name == "title" || name == "description" || name == "summary" || name == "content";
}

std::string_view attribute(const char** attributes, std::string_view name) {
  for (; *attributes != nullptr; attributes += 2)
    if (name == attributes[0]) return attributes[1];
  return {};
}

/// What a group of elements is worth as one text; empty for one that is left out.
std::string group_text(std::string_view name, const std::vector<std::pair<std::string, std::string>>& children) {
  std::string text;
  if (name == "product_detail") {
    for (const auto& [child, value] : children) text += (text.empty() ? "" : ":") + std::string(trim(value));
  } else if (name.starts_with("structured_")) {
    for (const auto& [child, value] : children)
      if (child == "content") text = value;
  }
  return text;
}

}  // namespace

void XmlItem::start_element(std::string_view name, const char** attributes, std::string_view google_prefix) {
  bytes_ += name.size() + 16;  // an element without text is not free
  const auto colon = name.find(':');
  const auto prefix = colon == std::string_view::npos ? std::string_view{} : name.substr(0, colon);
  const auto local = colon == std::string_view::npos ? name : name.substr(colon + 1);
  ++depth_;
  if (depth_ == 1) {
    open_ = {};
    open_.is_google = prefix == google_prefix;
    // What other vocabularies (media:, dc:) say keeps its prefix, so that only a mapping takes it.
    open_.name = prefix.empty() || open_.is_google ? std::string(local) : std::string(name);
    const auto address = attribute(attributes, "href");
    const auto relation = attribute(attributes, "rel");
    if (local == "link" && (relation.empty() || relation == "alternate")) add_text(address);
  } else if (depth_ == 2 && !holds_text(open_.name)) {
    open_.children.emplace_back(local, "");
  }
}

void XmlItem::add_text(std::string_view text) {
  bytes_ += text.size();
  if (depth_ == 1 || (depth_ > 1 && holds_text(open_.name)))
    open_.text += text;
  else if (depth_ > 1 && !open_.children.empty())
    open_.children.back().second += text;
}

void XmlItem::end_element() {
  if (depth_ > 1 && holds_text(open_.name)) open_.text += ' ';
  if (depth_ == 1) end_field();
  --depth_;
}

void XmlItem::end_field() {
  if (!open_.children.empty()) open_.text = group_text(open_.name, open_.children);
  if (!trim(open_.text).empty()) fields_.push_back(std::move(open_));
}

ItemRows::Fields XmlItem::take_fields() {
  ItemRows::Fields fields;
  for (auto& field : fields_) {
    const bool google_says_it =
        std::ranges::any_of(fields_, [&](const Field& other) { return other.is_google && other.name == field.name; });
    if (field.is_google || !google_says_it) fields.emplace_back(field.name, field.text);
  }
  return fields;
}

}  // namespace likeness::ingest
