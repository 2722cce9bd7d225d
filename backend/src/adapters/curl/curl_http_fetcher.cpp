#include "adapters/curl/curl_http_fetcher.hpp"

#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "adapters/curl/address_guard.hpp"
#include "adapters/curl/curl_library.hpp"

namespace likeness {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t kIdleHandlesMax = 16;

bool is_redirect(long status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// What libcurl calls back into while one transfer runs.
struct Transfer {
  CURL* handle;
  const FetchRules* rules;
  std::size_t bytes_max;
  Bytes bytes;
  std::string refused_address;
  bool too_large = false;
};

std::size_t on_body(char* data, std::size_t, std::size_t size, void* context) {
  auto& transfer = *static_cast<Transfer*>(context);
  long status = 0;
  curl_easy_getinfo(transfer.handle, CURLINFO_RESPONSE_CODE, &status);
  if (status != 200) return 0;  // the status says it all: the body is not worth its bytes
  curl_off_t announced = -1;
  curl_easy_getinfo(transfer.handle, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced);
  const auto limit = static_cast<curl_off_t>(transfer.bytes_max);
  if (announced > limit || transfer.bytes.size() + size > transfer.bytes_max) {
    transfer.too_large = true;
    return 0;
  }
  transfer.bytes.insert(transfer.bytes.end(), data, data + size);
  return size;
}

curl_socket_t on_open_socket(void* context, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(context);
  if (!is_allowed_address(address->addr, *transfer.rules)) {
    transfer.refused_address = address_text(address->addr);
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

Result<void> check_status(const FetchTarget& target, long status) {
  if (status == 200) return {};
  const std::string message = target.shown + " answered " + std::to_string(status);
  if (status == 404 || status == 410) return failure(ErrorKind::not_found, message);
  if (status == 401 || status == 403) return failure(ErrorKind::forbidden, message);
  if (status == 408) return failure(ErrorKind::timeout, message);
  if (status == 425 || status == 429 || status >= 500 || status < 200) return failure(ErrorKind::unavailable, message);
  return failure(ErrorKind::invalid_argument, message);
}

/// "example.com:443:192.0.2.1,[2001:db8::1]": the host is where we say it is.
std::string pinned(const FetchTarget& target, const std::vector<ResolvedAddress>& addresses) {
  std::string entry = target.host + ":" + std::to_string(target.port) + ":";
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    const std::string text = address_text(addresses[i].get());
    entry += (i ? "," : "") + (addresses[i].get().sa_family == AF_INET6 ? "[" + text + "]" : text);
  }
  return entry;
}

}  // namespace

struct CurlHttpFetcher::Answer {
  long status = 0;
  std::string location;
  FetchedBody body;
};

void CurlHttpFetcher::CloseHandle::operator()(void* handle) const { curl_easy_cleanup(handle); }

CurlHttpFetcher::CurlHttpFetcher(CurlFetchOptions options) : options_(std::move(options)) { start_curl(); }

CurlHttpFetcher::~CurlHttpFetcher() = default;

Result<FetchedBody> CurlHttpFetcher::fetch(const std::string& url) {
  const Clock::time_point deadline = Clock::now() + options_.timeout;
  std::string current = url;
  for (int redirects = 0;; ++redirects) {
    const auto target = check_url(current, options_.rules);
    if (!target) return std::unexpected(target.error());
    const auto remaining = [&] { return std::chrono::duration_cast<milliseconds>(deadline - Clock::now()); };
    if (remaining().count() <= 0) return failure(ErrorKind::timeout, target->shown + " took too long");
    const auto addresses = resolve_host(target->host, remaining());
    if (!addresses) return std::unexpected(addresses.error());
    if (const auto checked = check_addresses(*target, *addresses, options_.rules); !checked)
      return std::unexpected(checked.error());
    auto answer = transfer(*target, *addresses, std::max(remaining(), milliseconds(1)));
    if (!answer) return std::unexpected(answer.error());
    if (!is_redirect(answer->status) || answer->location.empty()) {
      if (const auto checked = check_status(*target, answer->status); !checked) return std::unexpected(checked.error());
      return std::move(answer->body);
    }
    if (redirects >= options_.redirects_max)
      return failure(ErrorKind::invalid_argument,
                     target->shown + " redirects more than " + std::to_string(options_.redirects_max) + " times");
    current = answer->location;
  }
}

Result<CurlHttpFetcher::Answer> CurlHttpFetcher::transfer(const FetchTarget& target,
                                                          const std::vector<ResolvedAddress>& addresses,
                                                          milliseconds timeout) {
  Handle handle = take_handle();
  if (!handle) return failure(ErrorKind::internal, "libcurl gave no handle");
  CURL* curl = handle.get();
  Transfer transfer{
      .handle = curl, .rules = &options_.rules, .bytes_max = options_.bytes_max, .bytes = {}, .refused_address = {}};
  // An IPv6 literal needs no pin, and there is no syntax for one.
  const bool is_ipv6_literal = target.host.find(':') != std::string::npos;
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> resolve(
      is_ipv6_literal ? nullptr : curl_slist_append(nullptr, pinned(target, addresses).c_str()), &curl_slist_free_all);
  curl_easy_setopt(curl, CURLOPT_URL, target.url.c_str());
  curl_easy_setopt(curl, CURLOPT_RESOLVE, resolve.get());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, options_.user_agent.c_str());
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(timeout.count()));
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS,
                   static_cast<long>(std::min(timeout, options_.connect_timeout).count()));
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, &on_open_socket);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &transfer);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &on_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
  const CURLcode code = curl_easy_perform(curl);

  Answer answer;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
  const char* text = nullptr;
  if (curl_easy_getinfo(curl, CURLINFO_REDIRECT_URL, &text) == CURLE_OK && text) answer.location = text;
  text = nullptr;
  if (curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &text) == CURLE_OK && text) answer.body.content_type = text;
  answer.body.bytes = std::move(transfer.bytes);
  give_back(std::move(handle));

  if (!transfer.refused_address.empty())
    return failure(ErrorKind::invalid_argument, target.shown + " is at " + transfer.refused_address +
                                                    ", which is not an address of the open internet");
  if (transfer.too_large)
    return failure(ErrorKind::too_large,
                   target.shown + " is larger than " + std::to_string(options_.bytes_max) + " bytes");
  const bool body_left_out = code == CURLE_WRITE_ERROR && answer.status != 200;
  if (code == CURLE_OK || body_left_out) return answer;
  const ErrorKind kind = code == CURLE_OPERATION_TIMEDOUT ? ErrorKind::timeout : ErrorKind::unavailable;
  return failure(kind, target.shown + " cannot be fetched: " + curl_easy_strerror(code));
}

CurlHttpFetcher::Handle CurlHttpFetcher::take_handle() {
  std::lock_guard lock(mutex_);
  if (idle_.empty()) return Handle(curl_easy_init());
  Handle handle = std::move(idle_.back());
  idle_.pop_back();
  return handle;
}

void CurlHttpFetcher::give_back(Handle handle) {
  curl_easy_reset(handle.get());
  std::lock_guard lock(mutex_);
  if (idle_.size() < kIdleHandlesMax) idle_.push_back(std::move(handle));
}

}  // namespace likeness
