#include "domain/origin.hpp"

#include <algorithm>
#include <charconv>

#include "base/error.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

constexpr std::string_view kField = "allowed_origins";
constexpr std::size_t kBytesMax = 300;

Error fault(std::string_view text, const char* why) {
  return {ErrorKind::invalid_argument,
          "allowed_origins: \"" + std::string(valid_start(text, 100)) + "\" " + why +
              ": write https://shop.example, with its port where it is not the usual one",
          std::string(kField)};
}

bool is_host(std::string_view host) {
  const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
  const std::string_view inner = bracketed ? host.substr(1, host.size() - 2) : host;
  const std::string_view others = bracketed ? ":." : "-.";
  return !inner.empty() && std::ranges::all_of(inner, [others](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
           others.find(letter) != std::string_view::npos;
  });
}

/// Where the port's colon stands; npos without a port. A colon inside of brackets belongs to an IPv6 address.
std::size_t colon_of(std::string_view authority) {
  const auto bracket = authority.rfind(']');
  const auto colon = authority.rfind(':');
  return bracket != std::string_view::npos && colon != std::string_view::npos && colon < bracket
             ? std::string_view::npos
             : colon;
}

}  // namespace

std::string normalized_origin(std::string_view text) {
  const std::string origin = to_lower(trim(text));
  if (origin == kAnyOrigin) return origin;
  const std::string scheme = origin.starts_with("https://") ? "https" : origin.starts_with("http://") ? "http" : "";
  if (scheme.empty() || origin.size() > kBytesMax) throw fault(text, "is not an http or https origin");
  const std::string authority = origin.substr(scheme.size() + 3);
  const auto colon = colon_of(authority);
  const std::string host = authority.substr(0, colon);
  if (!is_host(host)) throw fault(text, "is more or less than scheme, host and port");
  if (colon == std::string::npos) return origin;
  unsigned port = 0;
  const char* last = authority.data() + authority.size();
  const auto [end, code] = std::from_chars(authority.data() + colon + 1, last, port);
  if (code != std::errc() || end != last || port == 0 || port > 65535) throw fault(text, "has no valid port");
  const bool usual = port == (scheme == "https" ? 443u : 80u);
  return scheme + "://" + host + (usual ? "" : ":" + std::to_string(port));
}

std::vector<std::string> allowed_origins(std::span<const std::string> origins, std::span<const std::string> scopes) {
  std::vector<std::string> allowed;
  for (const auto& text : origins) {
    auto origin = normalized_origin(text);
    if (std::ranges::find(allowed, origin) == allowed.end()) allowed.push_back(std::move(origin));
  }
  const bool searches_only = std::ranges::all_of(scopes, [](const auto& scope) { return scope == "search"; });
  if (!searches_only && std::ranges::find(allowed, kAnyOrigin) != allowed.end())
    throw Error(ErrorKind::invalid_argument,
                "allowed_origins: \"*\" is for keys that may only search: name the origins, or make a key of its own "
                "for each task",
                std::string(kField));
  return allowed;
}

bool is_allowed_origin(std::span<const std::string> allowed, std::string_view origin) {
  return std::ranges::any_of(
      allowed, [origin](const auto& candidate) { return candidate == kAnyOrigin || candidate == origin; });
}

}  // namespace likeness
