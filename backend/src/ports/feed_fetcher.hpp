#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

#include "base/error.hpp"
#include "domain/feed.hpp"

namespace likeness {

struct FeedRequest {
  std::string url;
  FeedCredentials credentials = {};
  FeedVersion known = {};  ///< of which the host may say that it still holds
};

/// What came of a request. Status 304 without an error: what is known still holds, and no bytes came.
struct FeedAnswer {
  int http_status = 0;
  long long bytes = 0;  ///< over the wire
  FeedVersion version;  ///< without the digest
  std::optional<Error> error;
};

/// Brings feeds from the open internet, under the rules for hostile URLs (http and https, public addresses only, each
/// redirect checked; bytes, unpacked bytes, time and slowness bounded). Gzip is unpacked on the way. Credentials go to
/// the host of the URL only, and over https only. Thread-safe.
class FeedFetcher {
 public:
  virtual ~FeedFetcher() = default;
  /// Whether the URL may be fetched at all, as far as its text tells. Error{invalid_argument}.
  virtual Result<void> check(const std::string& url, const std::string& credentials_kind) const = 0;
  /// Hands on the unpacked bytes piece by piece. `go_on` is asked about once a second, and ends the transfer with
  /// Error{cancelled} by saying false. An Error that either throws ends it too, and is the answer's.
  virtual FeedAnswer fetch(const FeedRequest& request, const std::function<void(std::span<const std::uint8_t>)>& take,
                           const std::function<bool()>& go_on) = 0;
};

}  // namespace likeness
