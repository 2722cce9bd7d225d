#include "gateway/partial_answer.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/text.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

/// The members to keep; one without members below it is kept whole.
struct Selection {
  std::map<std::string, Selection, std::less<>> members;
  bool whole = false;

  void add(std::string_view path) {
    const auto dot = path.find('.');
    Selection& member = members[std::string(path.substr(0, dot))];
    if (dot == std::string_view::npos)
      member.whole = true;
    else
      member.add(path.substr(dot + 1));
  }
};

json selected(const json& value, const Selection& selection) {
  if (selection.whole) return value;
  if (value.is_array()) {
    json items = json::array();
    for (const json& item : value) items.push_back(selected(item, selection));
    return items;
  }
  if (!value.is_object()) return value;
  json kept = json::object();
  for (const auto& [name, below] : selection.members)
    if (const auto member = value.find(name); member != value.end()) kept[name] = selected(*member, below);
  return kept;
}

bool is_known(const Operation& operation, const std::string& field) {
  return std::ranges::any_of(operation.answer_fields, [&](const std::string& known) {
    return known.ends_with('*') ? field.starts_with(std::string_view(known).substr(0, known.size() - 1))
                                : field == known;
  });
}

}  // namespace

std::vector<FieldFault> unknown_fields(const Operation& operation, const Request& request) {
  std::vector<FieldFault> faults;
  if (operation.answer_fields.empty() || !request.query.contains("fields")) return faults;
  const auto fields = request.query_list("fields");
  if (fields.empty()) faults.push_back({"fields", "must name at least one field"});
  for (const std::string& field : fields) {
    if (is_known(operation, field)) continue;
    const auto nearest = nearest_word(field, operation.answer_fields);
    faults.push_back({"fields", "must not name \"" + field + "\", which the answer does not have" +
                                    (nearest.empty() ? "" : "; did you mean \"" + nearest + "\"?")});
  }
  return faults;
}

void keep_fields(const Operation& operation, const Request& request, Response& response) {
  if (operation.answer_fields.empty() || response.status != 200 || !request.query.contains("fields")) return;
  Selection selection;
  for (const std::string& field : request.query_list("fields")) selection.add(field);
  json document = json::parse(response.body);
  if (operation.list_member.empty()) {
    document = selected(document, selection);
  } else {
    json& items = document[operation.list_member];
    items = selected(items, selection);
  }
  response.body = document.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace likeness::gateway
