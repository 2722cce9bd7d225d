#include "adapters/curl/fetch_target.hpp"

#include <curl/curl.h>
#include <idn2.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "adapters/curl/address_guard.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

constexpr std::size_t kUrlLengthMax = 4096;

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string part(const Url& url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), which, &text, flags) != CURLUE_OK) return {};
  std::string copy = text;
  curl_free(text);
  return copy;
}

/// The host name in ASCII, empty where it has no such form (UTS 46). Not by libcurl, whose 7.88 leaks names that have
/// none.
std::string ascii_host(const std::string& host) {
  if (std::ranges::all_of(host, [](unsigned char character) { return character < 0x80; })) return host;
  char* text = nullptr;
  if (idn2_to_ascii_8z(host.c_str(), &text, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL) != IDN2_OK) return {};
  std::string ascii = text;
  idn2_free(text);
  return ascii;
}

std::unexpected<Error> refused(const std::string& shown, const std::string& reason) {
  return failure(ErrorKind::invalid_argument, "the URL " + shown + " is not fetched: " + reason);
}

}  // namespace

Result<FetchTarget> check_url(const std::string& url, const FetchRules& rules) {
  // Until it is parsed, only a URL without credentials is safe to show, and of that nothing after a "?".
  const bool has_at = url.find('@') != std::string::npos;
  const std::string shown = has_at ? "given" : url.substr(0, std::min<std::size_t>(url.find_first_of("?#"), 200));
  if (url.size() > kUrlLengthMax) return refused(shown, "it is longer than 4,096 characters");
  if (url.find('\0') != std::string::npos) return refused("given", "it holds a zero byte");
  if (!is_valid_utf8(url)) return refused("given", "it is not UTF-8 text");
  const Url parsed(curl_url(), &curl_url_cleanup);
  const CURLUcode code =
      curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), CURLU_DISALLOW_USER | CURLU_URLENCODE | CURLU_ALLOW_SPACE);
  if (code == CURLUE_USER_NOT_ALLOWED) return refused("given", "it holds a user name or password");
  if (code == CURLUE_UNSUPPORTED_SCHEME) return refused(shown, "only http and https are");
  if (code != CURLUE_OK) return refused(shown, curl_url_strerror(code));
  const std::string scheme = part(parsed, CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") return refused(shown, "only http and https are");
  if (!part(parsed, CURLUPART_ZONEID).empty()) return refused(shown, "it names a network interface");
  std::string host = ascii_host(part(parsed, CURLUPART_HOST));
  if (host.ends_with('.')) host.pop_back();  // the root's dot: the same name, but not the same text
  if (host.empty()) return refused(shown, "its host name cannot be read");
  curl_url_set(parsed.get(), CURLUPART_HOST, host.c_str(), 0);
  curl_url_set(parsed.get(), CURLUPART_FRAGMENT, nullptr, 0);
  FetchTarget target;
  target.port = std::atoi(part(parsed, CURLUPART_PORT, CURLU_DEFAULT_PORT).c_str());
  target.shown = (scheme + "://" + host + part(parsed, CURLUPART_PATH)).substr(0, 200);
  if (std::ranges::find(rules.ports, target.port) == rules.ports.end())
    return refused(target.shown, "port " + std::to_string(target.port) + " is not allowed");
  target.host = host.starts_with('[') && host.ends_with(']') ? host.substr(1, host.size() - 2) : host;
  target.url = part(parsed, CURLUPART_URL);
  if (target.url.empty()) return refused(target.shown, "it cannot be written out again");
  return target;
}

bool is_allowed_address(const sockaddr& address, const FetchRules& rules) {
  return is_public_address(address) || (rules.allow_loopback && is_loopback_address(address));
}

Result<void> check_addresses(const FetchTarget& target, const std::vector<ResolvedAddress>& addresses,
                             const FetchRules& rules) {
  for (const auto& address : addresses)
    if (!is_allowed_address(address.get(), rules))
      return refused(target.shown, "its host has the address " + address_text(address.get()) +
                                       ", which is not one of the open internet");
  return {};
}

}  // namespace likeness
