#pragma once

#include <memory>
#include <mutex>

#include "adapters/curl/fetch_options.hpp"
#include "ports/http_fetcher.hpp"

namespace likeness {

class DownloadLoop;

/// Fetches by libcurl, all on one thread of its own, which starts with the first request. Every URL on the way,
/// redirects included, is parsed and resolved by us, all of its addresses are checked, and libcurl connects to the
/// checked ones only (a second check stands at the socket). Connections are reused, HTTP/2 is spoken over TLS where the
/// server does. No proxy, cookies, credentials or compression. Kinds: invalid_argument for what the rules refuse, for
/// too many redirects and for other 4xx; not_found for 404 and 410; forbidden for 401 and 403; too_large; timeout (also
/// 408); unavailable for 429, 5xx, a host that rests and everything that is wrong with the network. Thread-safe;
/// ignores SIGPIPE in the process.
class CurlHttpFetcher final : public HttpFetcher {
 public:
  explicit CurlHttpFetcher(CurlFetchOptions options = {});
  ~CurlHttpFetcher() override;

  /// What is under way, and what is asked for later, ends at once with Error{cancelled}, not attempted. Not for two
  /// threads at once.
  void stop();

  Result<FetchedBody> fetch(const std::string& url) override;
  void fetch_all(std::span<const FetchRequest> requests, const OnDone& on_done) override;

 private:
  DownloadLoop& loop();
  void fetch_each(std::span<const FetchRequest> requests, bool is_urgent, const OnDone& on_done);

  const CurlFetchOptions options_;
  std::once_flag started_;
  std::unique_ptr<DownloadLoop> loop_;
};

}  // namespace likeness
