#include "adapters/jwt/strict_json.hpp"

#include <set>
#include <vector>

namespace likeness {

std::optional<nlohmann::json> parse_strict_object(const std::string& text) {
  using nlohmann::json;
  std::vector<std::set<std::string>> names;
  bool twice = false;
  const auto watch = [&](int, json::parse_event_t event, json& parsed) {
    if (event == json::parse_event_t::object_start) names.emplace_back();
    if (event == json::parse_event_t::object_end) names.pop_back();
    if (event == json::parse_event_t::key) twice |= !names.back().insert(parsed.get<std::string>()).second;
    return true;
  };
  json document = json::parse(text, watch, false);
  if (!document.is_object() || twice) return std::nullopt;
  return document;
}

}  // namespace likeness
