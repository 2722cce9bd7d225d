#include "apps/client/api_session.hpp"

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

namespace likeness::apps {
namespace {

using nlohmann::json;

ErrorKind kind_of_status(long status) {
  switch (status) {
    case 401:
      return ErrorKind::unauthenticated;
    case 403:
      return ErrorKind::forbidden;
    case 404:
      return ErrorKind::not_found;
    case 409:
      return ErrorKind::conflict;
    case 410:
      return ErrorKind::gone;
    case 413:
      return ErrorKind::too_large;
    case 415:
      return ErrorKind::unsupported;
    case 429:
      return ErrorKind::rate_limited;
    case 503:
      return ErrorKind::unavailable;
    case 504:
      return ErrorKind::timeout;
    default:
      return status >= 500 ? ErrorKind::internal : ErrorKind::invalid_argument;
  }
}

/// The problem document in words; every named fault on a line of its own.
Error error_of(const ApiResponse& response) {
  const auto problem = json::parse(response.body, nullptr, false);
  std::string message = "the server answered " + std::to_string(response.status);
  std::string field;
  if (problem.is_object()) {
    message = problem.value("detail", problem.value("title", message));
    const auto errors = problem.value("errors", json::array());
    for (const auto& fault : errors) {
      field = fault.value("field", "");
      if (errors.size() > 1) message += "\n  " + field + ": " + fault.value("message", "");
    }
  }
  return Error(kind_of_status(response.status), message, field);
}

}  // namespace

ServerAddress find_server(const Context& context) {
  const char* token = std::getenv("LIKENESS_TOKEN");
  if (!context.server_url.empty() && token != nullptr) return {context.server_url, token};
  const auto settings = context.load().settings;
  std::ifstream file(std::filesystem::path(settings.process.data_directory) / "operator.json");
  const auto document = json::parse(file, nullptr, false);
  if (!document.is_object())
    throw Error(ErrorKind::unavailable, "no Likeness server is known for data directory " +
                                            settings.process.data_directory +
                                            ": start one with `likeness up`, or give --server and LIKENESS_TOKEN");
  return {context.server_url.empty() ? document.value("url", "") : context.server_url,
          token != nullptr ? token : document.value("token", "")};
}

ApiSession::ApiSession(ServerAddress address, std::string org) : address_(std::move(address)), org_(std::move(org)) {
  HttpHeaders headers{{"Authorization", "Bearer " + address_.token}};
  if (!org_.empty()) headers.emplace_back("Likeness-Org", org_);
  client_ = std::make_unique<CurlApiClient>(ApiClientOptions{.base_url = address_.url, .headers = std::move(headers)});
}

ApiSession ApiSession::on_org(const Context& context) {
  const auto address = find_server(context);
  if (!context.org.empty()) return {address, context.org};
  const auto orgs = ApiSession(address, "").get("/v1/orgs").at("orgs");
  if (orgs.size() == 1) return {address, orgs[0].at("slug").get<std::string>()};
  if (orgs.empty()) throw Error(ErrorKind::not_found, "there is no org yet: make one with `likeness org create NAME`");
  std::string names;
  for (const auto& org : orgs) names += (names.empty() ? "" : ", ") + org.at("slug").get<std::string>();
  throw Error(ErrorKind::invalid_argument, "there are several orgs, say which by --org: " + names, "org");
}

ApiResponse ApiSession::call(ApiRequest request) {
  auto response = client_->request(request);
  if (response.status >= 400 || response.status < 200) throw error_of(response);
  return response;
}

json ApiSession::get(const std::string& path) { return json::parse(call({.method = "GET", .path = path}).body); }

json ApiSession::post(const std::string& path, const json& body) {
  const auto text = body.dump();
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  return post_bytes(path, {bytes, text.size()}, "application/json");
}

json ApiSession::patch(const std::string& path, const json& body) {
  const auto text = body.dump();
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  return json::parse(
      call({.method = "PATCH", .path = path, .content_type = "application/json", .bytes = {bytes, text.size()}}).body);
}

json ApiSession::list(const std::string& path, const std::string& name) {
  json entries = json::array();
  for (std::string cursor;;) {
    const auto page = get(path + "?limit=200" + cursor);
    const auto some = page.at(name);
    entries.insert(entries.end(), some.begin(), some.end());
    if (!page.contains("next_cursor")) return entries;
    cursor = "&cursor=" + url_encoded(page.at("next_cursor").get<std::string>());
  }
}

json ApiSession::post_nothing(const std::string& path) {
  return json::parse(call({.method = "POST", .path = path}).body);
}

json ApiSession::post_bytes(const std::string& path, std::span<const std::uint8_t> bytes,
                            const std::string& content_type) {
  const auto response = call({.method = "POST", .path = path, .content_type = content_type, .bytes = bytes});
  return response.body.empty() ? json::object() : json::parse(response.body);
}

json ApiSession::post_file(const std::string& path, const std::filesystem::path& file,
                           const std::string& content_type) {
  return json::parse(call({.method = "POST", .path = path, .content_type = content_type, .file = file}).body);
}

json ApiSession::put(const std::string& path, const json& body) {
  const auto text = body.dump();
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  return json::parse(
      call({.method = "PUT", .path = path, .content_type = "application/json", .bytes = {bytes, text.size()}}).body);
}

void ApiSession::put_bytes(const std::string& path, std::span<const std::uint8_t> bytes) {
  call({.method = "PUT", .path = path, .content_type = "application/octet-stream", .bytes = bytes});
}

json ApiSession::patch(const std::string& path, const json& body) {
  const auto text = body.dump();
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  return json::parse(
      call({.method = "PATCH", .path = path, .content_type = "application/json", .bytes = {bytes, text.size()}}).body);
}

void ApiSession::download(const std::string& path, const std::filesystem::path& file) {
  const std::filesystem::path part = file.string() + ".part";
  std::error_code error;
  try {
    call({.method = "GET", .path = path, .into = part});
    std::filesystem::rename(part, file);
  } catch (const std::filesystem::filesystem_error& failure) {
    std::filesystem::remove(part, error);
    throw Error(ErrorKind::invalid_argument, "the file " + file.string() + " cannot be written: " + failure.what());
  } catch (...) {
    std::filesystem::remove(part, error);
    throw;
  }
}

void ApiSession::remove(const std::string& path) { call({.method = "DELETE", .path = path}); }

json ApiSession::remove_with_answer(const std::string& path) {
  return json::parse(call({.method = "DELETE", .path = path}).body);
}

Bytes ApiSession::get_bytes(const std::string& path) {
  const auto body = call({.method = "GET", .path = path}).body;
  return {body.begin(), body.end()};
}

ApiResponse ApiSession::get_answer(const std::string& path) { return call({.method = "GET", .path = path}); }

json find_org(ApiSession& session, const std::string& name) {
  const auto orgs = session.get("/v1/orgs").at("orgs");
  for (const auto& org : orgs)
    if (org.at("slug") == name || org.at("id") == name) return org;
  throw Error(ErrorKind::not_found, "there is no org \"" + name + "\"", "org");
}

std::string url_encoded(const std::string& text) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.' || c == '~') {
      encoded += c;
    } else {
      encoded += '%';
      encoded += kDigits[byte >> 4];
      encoded += kDigits[byte & 15];
    }
  }
  return encoded;
}

Bytes read_file(const std::filesystem::path& file, std::size_t bytes_max) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (error) throw Error(ErrorKind::not_found, "\"" + file.string() + "\" cannot be read: " + error.message());
  if (size > bytes_max)
    throw Error(ErrorKind::too_large, "\"" + file.string() + "\" has " + std::to_string(size) + " bytes; at most " +
                                          std::to_string(bytes_max) + " are taken");
  std::ifstream in(file, std::ios::binary);
  Bytes bytes(size);
  in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
  if (!in) throw Error(ErrorKind::not_found, "\"" + file.string() + "\" cannot be read");
  return bytes;
}

}  // namespace likeness::apps
