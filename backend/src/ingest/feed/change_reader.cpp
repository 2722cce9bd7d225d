#include "ingest/feed/change_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/text.hpp"
#include "ingest/feed/attribute_words.hpp"
#include "ingest/feed/json_fields.hpp"
#include "ingest/feed/text_faults.hpp"

namespace likeness::ingest {
namespace {

using nlohmann::json;
using Kind = ProductChange::Kind;

constexpr std::size_t kIdLengthMax = 50;
constexpr std::size_t kVariantsMax = 100;
constexpr std::size_t kQuotedBytesMax = 60;
constexpr std::size_t kNameBytesMax = 40;  ///< for which a name that is meant is looked for
/// What may change without anything being searched in anew.
constexpr std::string_view kOfferAttributes[] = {"price", "sale_price", "sale_price_effective_date", "availability",
                                                 "link"};

bool is_known(std::string_view name) { return std::ranges::find(known_attributes(), name) != known_attributes().end(); }

std::string unknown_name(const std::string& name) {
  if (name.size() > kNameBytesMax) return "is not known here";
  std::vector<std::string> candidates{"op", "external_id", "variants"};
  for (const auto attribute : known_attributes()) candidates.emplace_back(attribute);
  const auto near = nearest_word(canonical_name(name), candidates);
  return near.empty() ? "is not known here" : fmt::format("is not known here: is {} meant?", near);
}

/// Reads one line; gathers what is wrong with it.
class LineReading {
 public:
  explicit LineReading(long line) : line_(line) {}

  std::expected<ChangeReader::Head, ChangeReader::Faults> read_head(std::string_view text) {
    read_document(text);
    if (!faults_.empty()) return std::unexpected(std::move(faults_));
    return ChangeReader::Head{change_.kind, std::move(change_.external_id)};
  }

  std::expected<ProductChange, ChangeReader::Faults> read(std::string_view text, ItemRows& rows) {
    const auto document = read_document(text);
    if (faults_.empty()) read_members(document, rows);
    if (!faults_.empty()) return std::unexpected(std::move(faults_));
    return std::move(change_);
  }

 private:
  bool is_full() const { return faults_.size() >= ChangeReader::kFaultsMax; }

  void fault(std::string field, std::string_view value, std::string reason) {
    if (!is_full()) faults_.push_back({line_, std::move(field), std::string(value), std::move(reason)});
  }

  json read_document(std::string_view text) {
    auto document = json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (document.is_object()) {
      if (const auto kind = read_kind(document)) change_.kind = *kind;
      change_.external_id = read_id(document, "");
    } else {
      fault("", valid_start(text, kQuotedBytesMax),
            document.is_discarded() ? "the line is not valid JSON: each line is one whole object"
                                    : "the line is no JSON object");
    }
    return document;
  }

  void read_members(const json& document, ItemRows& rows) {
    json product = json::object();
    for (const auto& [name, value] : document.items())
      if (name != "op" && name != "external_id" && name != "variants") product[name] = value;
    if (change_.kind == Kind::erase) {
      if (document.contains("variants")) product["variants"] = nullptr;
      for (const auto& [name, value] : product.items()) fault(name, "", "has no place in a delete");
      return;
    }
    check_members(product, "");
    change_.has_variants = document.contains("variants");
    if (change_.has_variants)
      read_variants(document["variants"], product, rows);
    else
      add_row(product, product, "", rows);
  }

  std::optional<Kind> read_kind(const json& document) {
    const auto op = document.find("op");
    const auto word = op != document.end() && op->is_string() ? op->get<std::string>() : std::string();
    if (word == "upsert") return Kind::upsert;
    if (word == "patch") return Kind::patch;
    if (word == "delete") return Kind::erase;
    fault("op", valid_start(word, kQuotedBytesMax), "is one of upsert, patch and delete");
    return std::nullopt;
  }

  /// Text, or a whole number.
  std::string read_id(const json& object, const std::string& prefix) {
    const auto field = prefix + "external_id";
    const auto found = object.find("external_id");
    std::string id;
    if (found != object.end() && found->is_string())
      id = trim(found->get_ref<const std::string&>());
    else if (found != object.end() && found->is_number_integer())
      id = found->dump();
    if (id.empty())
      fault(field, "", "is required: text of at least one character, or a whole number");
    else if (utf8_length(id) > kIdLengthMax)
      fault(field, valid_start(id, kQuotedBytesMax), fmt::format("is longer than {} characters", kIdLengthMax));
    else if (auto reason = text_fault(id))
      fault(field, "", std::move(*reason));
    return id;
  }

  void check_members(const json& object, const std::string& prefix) {
    std::set<std::string> readable;
    for (auto& [name, text] : json_fields(object)) readable.insert(name);
    for (const auto& [name, value] : object.items()) {
      if (is_full()) return;
      const auto field = prefix + std::string(valid_start(name, kQuotedBytesMax));
      if (name == "id" || name == "item_group_id")
        fault(field, "", "has no place here: the product's id is external_id, and so is that of each of its variants");
      else if (!is_known(name))
        fault(field, "", unknown_name(name));
      else if (change_.kind == Kind::patch && std::ranges::find(kOfferAttributes, name) == std::end(kOfferAttributes))
        fault(field, "",
              "is not what a patch changes, which is price, sale_price, sale_price_effective_date, "
              "availability and link: send an upsert");
      else if (change_.kind == Kind::patch && name == "availability" && value.is_null())
        fault(field, "", "cannot be taken away");
      else if (!value.is_null() && !(value.is_array() && value.empty()) && !readable.contains(name))
        fault(field, "",
              "has a value that cannot be read: text, a number, a list of them, or a price with value and "
              "currency");
    }
  }

  void read_variants(const json& variants, const json& product, ItemRows& rows) {
    if (!variants.is_array() || variants.empty() || variants.size() > kVariantsMax)
      return fault("variants", "", fmt::format("is a list of 1 to {} variants", kVariantsMax));
    std::set<std::string> ids;
    for (std::size_t i = 0; i < variants.size(); ++i) {
      const auto prefix = fmt::format("variants.{}.", i);
      if (!variants[i].is_object()) {
        fault(fmt::format("variants.{}", i), "", "is no object");
        continue;
      }
      const auto id = read_id(variants[i], prefix);
      if (!id.empty() && !ids.insert(id).second) fault(prefix + "external_id", id, "names this variant a second time");
      json own = variants[i];
      own.erase("external_id");
      check_members(own, prefix);
      if (!faults_.empty()) continue;
      json merged = product;
      merged.update(own);
      add_row(std::move(merged), own, id, rows);
    }
  }

  void add_row(json members, const json& own, const std::string& variant_id, ItemRows& rows) {
    if (!faults_.empty()) return;
    std::set<std::string, std::less<>> cleared;
    for (const auto& [name, value] : members.items())
      if (value.is_null() || (value.is_string() && trim(value.get_ref<const std::string&>()).empty()))
        cleared.insert(name);
    members["id"] = variant_id.empty() ? change_.external_id : variant_id;
    if (!variant_id.empty()) members["item_group_id"] = change_.external_id;
    auto values = rows.row(line_, json_fields(members));
    if (!values) return faults_.push_back(std::move(values.error()));
    auto& row = change_.rows.emplace_back();
    row.values = std::move(*values);
    row.variant_external_id = variant_id;
    row.cleared = std::move(cleared);
    for (const auto& [name, value] : own.items()) row.own.insert(name);
  }

  const long line_;
  ProductChange change_;
  ChangeReader::Faults faults_;
};

}  // namespace

std::expected<ProductChange, ChangeReader::Faults> ChangeReader::read(long line, std::string_view text) {
  return LineReading(line).read(text, rows_);
}

std::expected<ChangeReader::Head, ChangeReader::Faults> ChangeReader::read_head(long line, std::string_view text) {
  return LineReading(line).read_head(text);
}

}  // namespace likeness::ingest
