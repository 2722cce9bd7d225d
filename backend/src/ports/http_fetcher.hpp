#pragma once

#include <string>

#include "base/bytes.hpp"
#include "base/error.hpp"

namespace likeness {

struct FetchedBody {
  Bytes bytes;
  std::string content_type;
};

/// Downloads from the open internet under the rules for hostile URLs: http and https, public addresses only, each
/// redirect checked, bytes and time capped. Thread-safe.
class HttpFetcher {
 public:
  virtual ~HttpFetcher() = default;
  virtual Result<FetchedBody> fetch(const std::string& url) = 0;
};

}  // namespace likeness
