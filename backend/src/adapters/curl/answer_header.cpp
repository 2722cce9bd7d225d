#include "adapters/curl/answer_header.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

#include "base/text.hpp"

namespace likeness {
namespace {
constexpr std::size_t kValidatorBytesMax = 500;
}

std::string answer_header(void* handle, const char* name) {
  curl_header* found = nullptr;
  if (curl_easy_header(static_cast<CURL*>(handle), name, 0, CURLH_HEADER, -1, &found) != CURLHE_OK) return {};
  return found->value;
}

std::string answer_validator(void* handle, const char* name) {
  auto value = answer_header(handle, name);
  const bool is_sound = value.size() <= kValidatorBytesMax && is_valid_utf8(value) &&
                        std::ranges::all_of(value, [](unsigned char c) { return c >= 0x20 && c != 0x7f; });
  return is_sound ? value : std::string();
}

std::string redirect_url(void* handle, const FetchTarget& target) {
  const auto location = answer_header(handle, "Location");
  if (location.empty()) return {};
  constexpr unsigned kFlags = CURLU_URLENCODE | CURLU_ALLOW_SPACE | CURLU_NON_SUPPORT_SCHEME;
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), &curl_url_cleanup);
  char* text = nullptr;
  if (curl_url_set(url.get(), CURLUPART_URL, target.url.c_str(), 0) != CURLUE_OK ||
      curl_url_set(url.get(), CURLUPART_URL, location.c_str(), kFlags) != CURLUE_OK ||
      curl_url_get(url.get(), CURLUPART_URL, &text, 0) != CURLUE_OK)
    return location;  // to be refused by name
  std::string resolved = text;
  curl_free(text);
  return resolved;
}

}  // namespace likeness
