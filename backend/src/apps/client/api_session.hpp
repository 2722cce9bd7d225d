#pragma once

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "adapters/curl/api_client.hpp"
#include "apps/context.hpp"
#include "base/bytes.hpp"

namespace likeness::apps {

/// Where a server is and how to be let in.
struct ServerAddress {
  std::string url;
  std::string token;
};

/// From --server and LIKENESS_TOKEN, else from <data>/operator.json, which `likeness up` writes. Error{unavailable}
/// where neither says.
ServerAddress find_server(const Context& context);

/// Talks to the HTTP API as any client would. Problem documents come back as Error. For one thread.
class ApiSession {
 public:
  /// `org` is a short name or id; empty for calls that need none.
  ApiSession(ServerAddress address, std::string org);

  /// A session on the org that the context names, or on the only one there is.
  static ApiSession on_org(const Context& context);

  nlohmann::json get(const std::string& path);
  nlohmann::json post(const std::string& path, const nlohmann::json& body);
  nlohmann::json patch(const std::string& path, const nlohmann::json& body);
  nlohmann::json post_nothing(const std::string& path);
  nlohmann::json post_bytes(const std::string& path, std::span<const std::uint8_t> bytes,
                            const std::string& content_type);
  nlohmann::json post_file(const std::string& path, const std::filesystem::path& file, const std::string& content_type);
  nlohmann::json put(const std::string& path, const nlohmann::json& body);
  void put_bytes(const std::string& path, std::span<const std::uint8_t> bytes);
  nlohmann::json patch(const std::string& path, const nlohmann::json& body);
  void remove(const std::string& path);
  /// Writes the answer to `file`, which is there only once it is whole.
  void download(const std::string& path, const std::filesystem::path& file);
  nlohmann::json remove_with_answer(const std::string& path);
  Bytes get_bytes(const std::string& path);
  /// Every entry of a list, page by page: `name` is what a page calls it. The path has no query.
  nlohmann::json list(const std::string& path, const std::string& name);
  /// The answer with its headers.
  ApiResponse get_answer(const std::string& path);

  const ServerAddress& address() const { return address_; }
  const std::string& org() const { return org_; }

 private:
  ApiResponse call(ApiRequest request);

  ServerAddress address_;
  std::string org_;
  std::unique_ptr<CurlApiClient> client_;
};

/// The org of that short name or id as the server describes it to the operator. Error{not_found}.
nlohmann::json find_org(ApiSession& session, const std::string& name);
/// Percent-encodes a query value or path segment.
std::string url_encoded(const std::string& text);
/// Error{not_found} where the file cannot be read, Error{too_large} over `bytes_max`.
Bytes read_file(const std::filesystem::path& file, std::size_t bytes_max);

}  // namespace likeness::apps
