#pragma once

#include <chrono>
#include <expected>
#include <functional>
#include <optional>
#include <span>
#include <string>

#include "base/bytes.hpp"
#include "base/error.hpp"

namespace likeness {

/// What a server calls a version of its bytes, to ask later whether they are still the same. Either may be empty.
struct Validators {
  std::string etag = {};
  std::string last_modified = {};
};

struct FetchRequest {
  std::string url;
  Validators known = {};  ///< of the bytes that are here already; empty: fetch them anyway
};

struct FetchedBody {
  Bytes bytes;  ///< empty where they are not modified
  std::string content_type;
  Validators validators = {};
  bool not_modified = false;  ///< the server says that they are those of FetchRequest::known
};

struct FetchFailure {
  Error error;
  /// How long the host is to be left in peace: it asked for that, or it did not answer many times in a row.
  std::optional<std::chrono::milliseconds> retry_after = {};
  bool attempted = true;  ///< false: nothing was asked of the host, so that this was no try
};

using FetchResult = std::expected<FetchedBody, FetchFailure>;

/// Downloads from the open internet under the rules for hostile URLs: http and https, public addresses only, each
/// redirect checked, bytes, time and requests per host capped. Thread-safe.
class HttpFetcher {
 public:
  /// Called on the caller's thread, once per request, in the order in which they end.
  using OnDone = std::function<void(std::size_t index, FetchResult result)>;

  virtual ~HttpFetcher() = default;
  /// For somebody who waits for the answer: goes before those of fetch_all, past the budgets but not past the rules.
  virtual Result<FetchedBody> fetch(const std::string& url) = 0;
  /// Many at once; returns when all have ended.
  virtual void fetch_all(std::span<const FetchRequest> requests, const OnDone& on_done) = 0;
};

}  // namespace likeness
