#pragma once

#include <chrono>

#include "adapters/curl/fetch_target.hpp"
#include "ports/feed_fetcher.hpp"

namespace likeness {

struct FeedFetchOptions {
  long long bytes_max = 4LL << 30;  ///< over the wire, and unpacked
  int unpack_ratio_max = 200;
  std::chrono::milliseconds timeout{1'800'000};  ///< look-ups, redirects and the body together
  std::chrono::milliseconds connect_timeout{10'000};
  long bytes_per_s_min = 1024;
  std::chrono::seconds slow_max{30};  ///< how long it may be slower than that
  int redirects_max = 3;
  FetchRules rules = {};
  std::string user_agent = "Likeness/0.1 (product feed fetcher)";
};

/// Fetches feeds by libcurl under the rules that hold for photos: every URL on the way is parsed and resolved by us,
/// its addresses are checked, and only they are connected to. Credentials are sent to the host of the first URL alone,
/// over https, or over http to this machine where the rules allow that for tests. Kinds of errors: as of photos; 304
/// without something known is corrupt_data. Thread-safe.
class CurlFeedFetcher final : public FeedFetcher {
 public:
  explicit CurlFeedFetcher(FeedFetchOptions options = {});

  Result<void> check(const std::string& url, const std::string& credentials_kind) const override;
  FeedAnswer fetch(const FeedRequest& request, const std::function<void(std::span<const std::uint8_t>)>& take,
                   const std::function<bool()>& go_on) override;

 private:
  const FeedFetchOptions options_;
};

}  // namespace likeness
