#include "gateway/contract_faults.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "gateway/contract_document.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

/// Where a complaint points: the schema in force there and the value found there.
struct Spot {
  const json* schema = nullptr;
  const json* value = nullptr;
  std::string field;
};

Spot spot_of(const json& root, const json& value, const std::vector<std::string>& path) {
  Spot spot{&resolved(root, root), &value, ""};
  for (const std::string& step : path) {
    spot.field += (spot.field.empty() ? "" : ".") + step;
    static const json kAnything = json::object();
    const json* next = &kAnything;
    if (spot.value->is_array()) {
      if (spot.schema->contains("items")) next = &(*spot.schema)["items"];
      const std::size_t index = std::stoul(step);
      if (index < spot.value->size()) spot.value = &(*spot.value)[index];
    } else {
      const auto properties = spot.schema->find("properties");
      if (properties != spot.schema->end() && properties->contains(step)) next = &(*properties)[step];
      if (spot.value->contains(step)) spot.value = &(*spot.value)[step];
    }
    spot.schema = &resolved(root, *next);
  }
  return spot;
}

std::string child(const std::string& field, const std::string& name) {
  return field.empty() ? name : field + "." + name;
}

std::string plain(const json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

std::string list_of(const json& values, const char* separator = ", ") {
  std::vector<std::string> words;
  for (const json& value : values) words.push_back(plain(value));
  return join(words, separator);
}

std::string type_phrase(const json& type) {
  if (type.is_array()) {
    std::vector<std::string> phrases;
    for (const json& each : type) phrases.push_back(type_phrase(each));
    return join(phrases, " or ");
  }
  if (type == "string") return "text";
  if (type == "integer" || type == "array" || type == "object") return "an " + plain(type);
  return type == "null" ? "null" : "a " + plain(type);
}

std::string bound_phrase(const json& schema, const char* inclusive, const char* exclusive, const char* at,
                         const char* beyond) {
  if (schema.contains(inclusive)) return std::string(at) + plain(schema[inclusive]);
  if (schema.contains(exclusive)) return std::string(beyond) + plain(schema[exclusive]);
  return "within its bounds";
}

std::string characters(const json& count) { return plain(count) + (count == 1 ? " character" : " characters"); }
std::string items(const json& count) { return plain(count) + (count == 1 ? " item" : " items"); }

/// What the schema asks for, by the word that the validator stumbled over; empty for words that only repeat another
/// complaint.
std::string demand(const json& schema, const std::string& words) {
  const auto says = [&](std::string_view part) { return words.find(part) != std::string::npos; };
  const auto fact = [&](const char* name) { return schema.value(name, json()); };
  if (says("'type' constraint")) return "must be " + type_phrase(fact("type"));
  if (says("enum values")) return "must be one of " + list_of(fact("enum"));
  if (says("'const' constraint")) return "must be " + plain(fact("const"));
  if (says("number less than"))
    return "must be " + bound_phrase(schema, "maximum", "exclusiveMaximum", "at most ", "below ");
  if (says("number greater than"))
    return "must be " + bound_phrase(schema, "minimum", "exclusiveMinimum", "at least ", "above ");
  if (says("String should be no more than")) return "must have at most " + characters(fact("maxLength"));
  if (says("String should be no fewer than")) return "must have at least " + characters(fact("minLength"));
  if (says("Array should contain no more than")) return "must hold at most " + items(fact("maxItems"));
  if (says("Array should contain no fewer than")) return "must hold at least " + items(fact("minItems"));
  if (says("uniqueness constraint")) return "must not repeat a value";
  if (says("'pattern' constraint")) return "must have the form " + plain(fact("pattern"));
  if (says("date-time")) return "must be a date-time such as 2026-03-01T09:30:00Z";
  if (says("multiple of")) return "must be a multiple of " + plain(fact("multipleOf"));
  return "";
}

/// The properties that the branches of a oneOf tell apart.
json choices(const json& schema) {
  json names = json::array();
  for (const json& branch : schema.value("oneOf", json::array()))
    for (const json& name : branch.value("required", json::array())) names.push_back(name);
  return names;
}

class Explanation {
 public:
  void add(const std::string& field, std::string message) {
    for (const FieldFault& fault : faults_)
      if (fault.field == field) return;
    faults_.push_back({field, std::move(message)});
  }

  void add_unknown_properties(const Spot& spot) {
    if (!spot.value->is_object()) return;
    const json properties = spot.schema->value("properties", json::object());
    std::vector<std::string> known;
    for (const auto& [name, schema] : properties.items()) known.push_back(name);
    for (const auto& [name, value] : spot.value->items()) {
      if (properties.contains(name)) continue;
      const std::string nearest = nearest_word(name, known);
      add(child(spot.field, std::string(valid_start(name, 60))),
          nearest.empty() ? "is not known here" : "is not known here; did you mean " + nearest + "?");
    }
  }

  /// The complaints of the branches that did not fit came first: they give way to the choice itself.
  void add_choice(const Spot& spot) {
    const json names = choices(*spot.schema);
    const json required = spot.schema->value("required", json::array());
    std::erase_if(faults_, [&](const FieldFault& fault) {
      return std::ranges::any_of(names, [&](const json& name) {
        return fault.field == child(spot.field, plain(name)) && fault.message == kRequired &&
               std::ranges::find(required, name) == required.end();
      });
    });
    add(spot.field, "must have exactly one of " + list_of(names));
  }

  static constexpr const char* kRequired = "is required";
  std::vector<FieldFault> faults_;
};

}  // namespace

std::vector<FieldFault> explained(const json& schema, const json& value, const std::vector<Complaint>& complaints,
                                  const std::string& place) {
  Explanation explanation;
  for (const Complaint& complaint : complaints) {
    const Spot spot = spot_of(schema, value, complaint.path);
    const std::string& words = complaint.words;
    if (words.starts_with("Missing required property '")) {
      const std::size_t begin = words.find('\'') + 1;
      explanation.add(child(spot.field, words.substr(begin, words.rfind('\'') - begin)), Explanation::kRequired);
    } else if (words.starts_with("Object contains a property")) {
      explanation.add_unknown_properties(spot);
    } else if (words.find("oneOf") != std::string::npos ||
               words.find("exactly one child schema") != std::string::npos) {
      explanation.add_choice(spot);
    } else if (std::string message = demand(*spot.schema, words); !message.empty()) {
      explanation.add(spot.field, std::move(message));
    }
  }
  std::vector<FieldFault> faults = std::move(explanation.faults_);
  for (FieldFault& fault : faults)
    if (fault.field.empty()) fault.field = place;
  if (faults.empty()) faults.push_back({place, "does not hold to the contract"});
  return faults;
}

}  // namespace likeness::gateway
