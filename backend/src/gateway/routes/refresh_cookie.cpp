#include "gateway/routes/refresh_cookie.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace likeness::gateway {
namespace {

constexpr std::string_view kAssignment = "likeness_refresh=";
/// Browsers take a cookie of this name over TLS alone, so nobody on the way can put another in its place.
constexpr std::string_view kSecureAssignment = "__Secure-likeness_refresh=";

bool came_to_loopback(const Request& request) {
  const std::string host = to_lower(request.headers.get("Host"));
  const std::string name = host.starts_with('[') ? host.substr(0, host.find(']') + 1) : host.substr(0, host.find(':'));
  return name == "localhost" || name == "[::1]" ||
         (name.starts_with("127.") && name.find_first_not_of("0123456789.") == std::string::npos);
}

std::string_view assignment(const Request& request) {
  return came_to_loopback(request) ? kAssignment : kSecureAssignment;
}

}  // namespace

std::string refresh_cookie(const Request& request, const std::string& token, std::chrono::seconds lifetime) {
  return fmt::format("{}{}; Path=/v1/auth; Max-Age={}; HttpOnly; SameSite=Strict{}", assignment(request), token,
                     lifetime.count(), came_to_loopback(request) ? "" : "; Secure");
}

std::string no_refresh_cookie(const Request& request) { return refresh_cookie(request, "", std::chrono::seconds(0)); }

std::string refresh_token_in_cookie(const Request& request) {
  for (const std::string& pair : split(request.headers.get("Cookie"), ";"))
    if (pair.starts_with(assignment(request))) return pair.substr(assignment(request).size());
  return {};
}

}  // namespace likeness::gateway
