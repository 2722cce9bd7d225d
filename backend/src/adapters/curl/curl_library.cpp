#include "adapters/curl/curl_library.hpp"

#include <curl/curl.h>

#include <csignal>

#include "base/error.hpp"

namespace likeness {

void start_curl() {
  static const CURLcode code = [] {
    struct sigaction current{};
    if (sigaction(SIGPIPE, nullptr, &current) == 0 && current.sa_handler == SIG_DFL) std::signal(SIGPIPE, SIG_IGN);
    return curl_global_init(CURL_GLOBAL_DEFAULT);
  }();
  if (code != CURLE_OK) throw Error(ErrorKind::internal, "libcurl did not start");
}

}  // namespace likeness
