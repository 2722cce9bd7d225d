#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"

namespace likeness {

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

struct ApiRequest {
  std::string method = "GET";
  std::string path;  ///< with its query: "/v1/imports?limit=20"
  HttpHeaders headers = {};
  std::string content_type = {};  ///< of the body
  std::span<const std::uint8_t> bytes = {};
  std::filesystem::path file = {};  ///< streamed as the body instead of `bytes` where it is set
  std::filesystem::path into = {};  ///< where the body of a good answer goes instead of memory, however large it is
};

struct ApiResponse {
  long status = 0;
  HttpHeaders headers;  ///< names in lower case
  std::string body;

  /// The first header of that lower-case name, empty where there is none.
  std::string header(std::string_view name) const;
};

struct ApiClientOptions {
  std::string base_url;      ///< "http://127.0.0.1:7700"
  HttpHeaders headers = {};  ///< sent with every request
  std::chrono::milliseconds connect_timeout{2'000};
  std::chrono::milliseconds timeout{300'000};  ///< of one request
  std::size_t response_bytes_max = 256 * 1024 * 1024;
};

/// The command line's HTTP client to a Likeness server. Keeps its connection open between requests; a proxy from the
/// environment is used for servers elsewhere only. For one thread.
class CurlApiClient {
 public:
  explicit CurlApiClient(ApiClientOptions options);
  ~CurlApiClient();

  /// Any answer of the server, whatever its status. Error{unavailable} where no server answers, Error{timeout},
  /// Error{not_found} where the file cannot be read.
  ApiResponse request(const ApiRequest& request);

 private:
  struct CloseHandle {
    void operator()(void* handle) const;
  };

  const ApiClientOptions options_;
  std::unique_ptr<void, CloseHandle> handle_;
};

}  // namespace likeness
