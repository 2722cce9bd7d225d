#pragma once

#include <chrono>
#include <memory>
#include <mutex>

#include "adapters/curl/fetch_target.hpp"
#include "ports/http_fetcher.hpp"

namespace likeness {

struct CurlFetchOptions {
  std::size_t bytes_max = 20 * 1024 * 1024;
  std::chrono::milliseconds timeout{15'000};  ///< look-up, all redirects and the body together
  std::chrono::milliseconds connect_timeout{5'000};
  int redirects_max = 3;
  FetchRules rules;
  std::string user_agent = "Likeness/0.1 (product image fetcher)";
};

/// Fetches by libcurl. Every URL on the way, redirects included, is parsed and resolved by us, all of its addresses are
/// checked, and libcurl connects to the checked ones only (a second check stands at the socket). No proxy, cookies,
/// credentials or compression. Kinds: invalid_argument for what the rules refuse, for too many redirects and for other
/// 4xx; not_found for 404 and 410; forbidden for 401 and 403; too_large; timeout (also 408); unavailable for 429, 5xx
/// and everything that is wrong with the network. Connections are reused. Thread-safe; ignores SIGPIPE in the process.
class CurlHttpFetcher : public HttpFetcher {
 public:
  explicit CurlHttpFetcher(CurlFetchOptions options = {});
  ~CurlHttpFetcher() override;

  Result<FetchedBody> fetch(const std::string& url) override;

 private:
  struct Answer;
  struct CloseHandle {
    void operator()(void* handle) const;
  };
  using Handle = std::unique_ptr<void, CloseHandle>;

  Handle take_handle();
  void give_back(Handle handle);
  Result<Answer> transfer(const FetchTarget& target, const std::vector<ResolvedAddress>& addresses,
                          std::chrono::milliseconds timeout);

  const CurlFetchOptions options_;
  std::mutex mutex_;
  std::vector<Handle> idle_;
};

}  // namespace likeness
