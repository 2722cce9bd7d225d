#include "adapters/curl/api_client.hpp"

#include <curl/curl.h>

#include <cstdio>

#include "adapters/curl/curl_library.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

using HeaderList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;
using File = std::unique_ptr<std::FILE, decltype(&std::fclose)>;

constexpr long kSlowestBytesPerSecond = 1;
constexpr long kSlowSecondsMax = 60;

struct Receiver {
  ApiResponse response;
  std::size_t bytes_max;
  CURL* curl = nullptr;
  std::FILE* into = nullptr;
  bool disk_failed = false;
};

bool is_good(CURL* curl) {
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  return status >= 200 && status < 300;
}

std::size_t on_body(char* data, std::size_t, std::size_t size, void* context) {
  auto& receiver = *static_cast<Receiver*>(context);
  if (receiver.into != nullptr && is_good(receiver.curl)) {
    receiver.disk_failed = std::fwrite(data, 1, size, receiver.into) != size;
    return receiver.disk_failed ? 0 : size;
  }
  if (receiver.response.body.size() + size > receiver.bytes_max) return 0;
  receiver.response.body.append(data, size);
  return size;
}

std::size_t on_header(char* data, std::size_t, std::size_t size, void* context) {
  auto& response = static_cast<Receiver*>(context)->response;
  const std::string_view line(data, size);
  if (line.starts_with("HTTP/")) response.headers.clear();  // what came before was an interim answer
  if (const auto colon = line.find(':'); colon != std::string_view::npos)
    response.headers.emplace_back(to_lower(trim(line.substr(0, colon))), trim(line.substr(colon + 1)));
  return size;
}

std::size_t on_read(char* into, std::size_t size, std::size_t count, void* file) {
  return std::fread(into, size, count, static_cast<std::FILE*>(file));
}

void append(HeaderList& list, const std::string& line) {
  curl_slist* longer = curl_slist_append(list.get(), line.c_str());
  if (!longer) throw Error(ErrorKind::internal, "libcurl is out of memory");
  list.release();
  list.reset(longer);
}

bool is_loopback_url(const std::string& url) {
  return url.starts_with("http://127.") || url.starts_with("http://localhost") || url.starts_with("http://[::1]");
}

}  // namespace

std::string ApiResponse::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (key == name) return value;
  return {};
}

void CurlApiClient::CloseHandle::operator()(void* handle) const { curl_easy_cleanup(handle); }

CurlApiClient::CurlApiClient(ApiClientOptions options) : options_(std::move(options)) {
  start_curl();
  handle_.reset(curl_easy_init());
  if (!handle_) throw Error(ErrorKind::internal, "libcurl gave no handle");
}

CurlApiClient::~CurlApiClient() = default;

ApiResponse CurlApiClient::request(const ApiRequest& request) {
  CURL* curl = handle_.get();
  curl_easy_reset(curl);
  HeaderList headers(nullptr, &curl_slist_free_all);
  append(headers, "Expect:");
  for (const auto& [name, value] : options_.headers) append(headers, name + ": " + value);
  for (const auto& [name, value] : request.headers) append(headers, name + ": " + value);
  if (!request.content_type.empty()) append(headers, "Content-Type: " + request.content_type);
  Receiver receiver{.response = {}, .bytes_max = options_.response_bytes_max, .curl = curl};
  File into(nullptr, &std::fclose);
  if (!request.into.empty()) {
    into.reset(std::fopen(request.into.c_str(), "wbe"));
    if (!into) throw Error(ErrorKind::invalid_argument, "the file " + request.into.string() + " cannot be written");
    receiver.into = into.get();
  }
  const std::string url = options_.base_url + request.path;
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_.connect_timeout.count()));
  if (into) {
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, kSlowestBytesPerSecond);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, kSlowSecondsMax);
  } else {
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(options_.timeout.count()));
  }
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &on_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &receiver);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &on_header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &receiver);
  if (is_loopback_url(options_.base_url)) curl_easy_setopt(curl, CURLOPT_PROXY, "");

  File file(nullptr, &std::fclose);
  if (!request.file.empty()) {
    file.reset(std::fopen(request.file.c_str(), "rbe"));
    std::error_code error;
    const auto size = std::filesystem::file_size(request.file, error);
    if (!file || error) throw Error(ErrorKind::not_found, "the file " + request.file.string() + " cannot be read");
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, &on_read);
    curl_easy_setopt(curl, CURLOPT_READDATA, file.get());
    curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(size));
  } else if (!request.bytes.empty() || request.method == "POST" || request.method == "PUT" ||
             request.method == "PATCH") {
    const char* bytes = request.bytes.empty() ? "" : reinterpret_cast<const char*>(request.bytes.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.bytes.size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, bytes);
  } else if (request.method == "HEAD") {
    curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
  }
  curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.c_str());

  const CURLcode code = curl_easy_perform(curl);
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &receiver.response.status);
  // A server that refuses a large body may answer and hang up before it was sent whole.
  const bool answered_early = code == CURLE_SEND_ERROR && receiver.response.status >= 400;
  if (into && std::fflush(into.get()) != 0) receiver.disk_failed = true;
  if (receiver.disk_failed)
    throw Error(ErrorKind::unavailable, "the file " + request.into.string() + " cannot be written: is the disk full?");
  if (code == CURLE_OK || answered_early) return std::move(receiver.response);
  if (code == CURLE_COULDNT_CONNECT || code == CURLE_COULDNT_RESOLVE_HOST)
    throw Error(ErrorKind::unavailable,
                "no Likeness server answers at " + options_.base_url + ": start one with `likeness up`");
  if (code == CURLE_WRITE_ERROR)
    throw Error(ErrorKind::too_large, "the answer of " + options_.base_url + request.path + " is too large");
  const ErrorKind kind = code == CURLE_OPERATION_TIMEDOUT ? ErrorKind::timeout : ErrorKind::unavailable;
  throw Error(kind, options_.base_url + " did not answer " + request.method + " " + request.path + ": " +
                        curl_easy_strerror(code));
}

}  // namespace likeness
