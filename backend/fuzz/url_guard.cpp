// Addresses of photos: whatever passes the guard names http or https, an open port and a host without its credentials.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "adapters/curl/fetch_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto target = likeness::check_url({reinterpret_cast<const char*>(data), size}, {});
  if (!target) return 0;
  const bool plain = target->url.starts_with("http://") || target->url.starts_with("https://");
  const bool open = target->port == 80 || target->port == 443;
  const auto authority_end = target->url.find('/', target->url.find("//") + 2);
  const bool named = !target->host.empty() && target->url.substr(0, authority_end).find('@') == std::string::npos;
  if (!plain || !open || !named) std::abort();
  return 0;
}
