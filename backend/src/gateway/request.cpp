#include "gateway/request.hpp"

#include <charconv>

#include "base/error.hpp"
#include "base/text.hpp"

namespace likeness::gateway {
namespace {
constexpr std::size_t kUserAgentBytesMax = 200;
}

void Request::set_trace(const TraceContext& trace) {
  trace_id = trace.trace_id;
  traceparent = trace.to_string();
}

OrgId Request::org() const {
  if (org_id) return *org_id;
  throw Error(ErrorKind::invalid_argument, "name the org to act on by the header Likeness-Org (its slug or its id)",
              "Likeness-Org");
}

const std::string& Request::path_parameter(std::string_view name) const {
  const auto found = path_parameters.find(name);
  if (found == path_parameters.end())
    throw Error(ErrorKind::internal, "the route has no path parameter " + std::string(name));
  return found->second;
}

std::optional<std::string> Request::query_parameter(std::string_view name) const {
  const auto found = query.find(name);
  return found == query.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::int64_t> Request::query_integer(std::string_view name) const {
  const auto found = query.find(name);
  if (found == query.end()) return std::nullopt;
  const std::string& text = found->second;
  std::int64_t value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc() || end != text.data() + text.size())
    throw Error(ErrorKind::invalid_argument, std::string(name) + " is not an integer", std::string(name));
  return value;
}

int Request::page_limit() const {
  const auto limit = query_integer("limit");
  if (!limit) throw Error(ErrorKind::internal, "the contract has no default for the parameter limit");
  return static_cast<int>(*limit);
}

std::optional<bool> Request::query_boolean(std::string_view name) const {
  const auto found = query.find(name);
  return found == query.end() ? std::nullopt : std::optional(found->second == "true");
}

std::vector<std::string> Request::query_list(std::string_view name) const {
  const auto found = query.find(name);
  return found == query.end() ? std::vector<std::string>() : split(found->second, ",");
}

const nlohmann::json& Request::json() const {
  if (!json_body) throw Error(ErrorKind::internal, "the route takes no JSON body");
  return *json_body;
}

std::string Request::content_type() const {
  const std::string_view value = headers.get("Content-Type");
  const std::string type = to_lower(trim(value.substr(0, value.find(';'))));
  return type.empty() ? "application/octet-stream" : type;
}

std::string Request::user_agent() const {
  return std::string(valid_start(headers.get("User-Agent"), kUserAgentBytesMax));
}

}  // namespace likeness::gateway
