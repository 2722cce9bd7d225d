#include "gateway/audit_redaction.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>

#include "base/text.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

constexpr const char* kSecret = "(secret)";
constexpr const char* kPersonal = "(personal)";
constexpr int kDepthMax = 16;
constexpr std::size_t kPersonalBytesMax = 500;

constexpr std::string_view kSecretWords[] = {"password",   "passwd",        "secret", "token",
                                             "credential", "authorization", "cookie", "private",
                                             "ticket",     "signature",     "otp"};
constexpr std::string_view kSecretNames[] = {"key", "api_key", "salt", "hash", "pin", "code"};
constexpr std::string_view kAddressNames[] = {"url", "uri", "link", "location", "href"};
constexpr std::string_view kPersonalNames[] = {"email",      "phone",     "peer",       "ip",       "address",
                                               "user_agent", "full_name", "first_name", "last_name"};

bool contains(std::span<const std::string_view> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool is_secret(const std::string& name) {
  const auto holds = [&](std::string_view word) { return name.find(word) != std::string::npos; };
  return contains(kSecretNames, name) || std::ranges::any_of(kSecretWords, holds);
}

bool is_address(const std::string& name) {
  return std::ranges::any_of(kAddressNames, [&](std::string_view word) { return name.ends_with(word); });
}

/// Rebuilds a document without what may not stay.
class Redaction {
 public:
  Redaction(std::string subject, std::vector<PersonalValue>& personal)
      : subject_(std::move(subject)), personal_(personal) {}

  json run(const json& value, const std::string& place, int depth) {
    if (depth > kDepthMax) return "(too deep)";
    if (value.is_array()) return list(value, place, depth);
    if (value.is_object()) return object(value, place, depth);
    return value;
  }

 private:
  json list(const json& value, const std::string& place, int depth) {
    json items = json::array();
    for (const json& item : value) items.push_back(run(item, fmt::format("{}.{}", place, items.size()), depth + 1));
    return items;
  }

  json object(const json& value, const std::string& place, int depth) {
    const bool is_person = value.contains("email");
    json fields = json::object();
    for (const auto& [given_name, field] : value.items()) {
      const std::string name = to_lower(given_name);
      const std::string there = place + "." + given_name;
      if (field.is_null() || field.is_boolean() || field.is_number())
        fields[given_name] = field;
      else if (is_secret(name))
        fields[given_name] = kSecret;
      else if (field.is_string() && (contains(kPersonalNames, name) || (is_person && name == "name")))
        fields[given_name] = taken_out(field.get<std::string>(), there);
      else if (field.is_string() && is_address(name))
        fields[given_name] = without_query(field.get<std::string>());
      else
        fields[given_name] = run(field, there, depth + 1);
    }
    return fields;
  }

  json taken_out(const std::string& value, const std::string& place) {
    personal_.push_back({place, subject_, {}, std::string(valid_start(value, kPersonalBytesMax))});
    return kPersonal;
  }

  static json without_query(const std::string& address) {
    const auto mark = address.find_first_of("?#");
    return mark == std::string::npos ? address : address.substr(0, mark) + "?" + kSecret;
  }

  const std::string subject_;
  std::vector<PersonalValue>& personal_;
};

}  // namespace

RedactedDocument redacted(const json& document, const std::string& place, const std::string& subject,
                          std::size_t bytes_max) {
  RedactedDocument result;
  if (document.is_null()) return result;
  const json kept = Redaction(subject, result.personal).run(document, place, 0);
  result.json = kept.dump(-1, ' ', false, json::error_handler_t::replace);
  if (result.json.size() <= bytes_max) return result;
  result.personal.clear();
  result.json = json{{"left_out", "it is too long"}, {"bytes", result.json.size()}}.dump();
  return result;
}

void keep_differences(json& before, json& after) {
  if (!before.is_object() || !after.is_object()) return;
  for (auto field = before.begin(); field != before.end();) {
    const auto other = after.find(field.key());
    if (other == after.end() || *other != *field) {
      ++field;
      continue;
    }
    after.erase(other);
    field = before.erase(field);
  }
}

}  // namespace likeness::gateway
