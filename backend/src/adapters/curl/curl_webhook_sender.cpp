#include "adapters/curl/curl_webhook_sender.hpp"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <memory>

#include "adapters/curl/address_guard.hpp"
#include "adapters/curl/answer_status.hpp"
#include "adapters/curl/curl_library.hpp"
#include "adapters/curl/pinned_host.hpp"

namespace likeness {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;
using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

/// libcurl has written IPv4 addresses of every form in the usual one.
bool is_address_literal(const std::string& host) {
  in_addr four{};
  in6_addr six{};
  return ::inet_pton(AF_INET, host.c_str(), &four) == 1 || ::inet_pton(AF_INET6, host.c_str(), &six) == 1;
}

/// What libcurl calls back into.
struct Running {
  const WebhookSendOptions& options;
  const std::function<bool()>& go_on;
  std::size_t bytes = 0;
  std::string refused_address = {};
  bool is_cancelled = false;
};

std::size_t on_body(char*, std::size_t, std::size_t size, void* context) {
  auto& running = *static_cast<Running*>(context);
  running.bytes += size;
  return running.bytes <= running.options.answer_bytes_max ? size : 0;
}

int on_progress(void* context, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  auto& running = *static_cast<Running*>(context);
  running.is_cancelled = !running.go_on();
  return running.is_cancelled ? 1 : 0;
}

curl_socket_t on_open_socket(void* context, curlsocktype, curl_sockaddr* address) {
  auto& running = *static_cast<Running*>(context);
  if (!is_allowed_address(address->addr, running.options.rules)) {
    running.refused_address = address_text(address->addr);
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

List headers_of(const WebhookMessage& message) {
  List list(nullptr, &curl_slist_free_all);
  for (const auto& line :
       {std::string("Content-Type: application/json"), std::string("Expect:"), "webhook-id: " + message.id,
        "webhook-timestamp: " + message.timestamp, "webhook-signature: " + message.signatures})
    list.reset(curl_slist_append(list.release(), line.c_str()));
  return list;
}

void set_options(CURL* curl, Running& running, const FetchTarget& target, const std::string& body,
                 milliseconds timeout) {
  const auto& options = running.options;
  curl_easy_setopt(curl, CURLOPT_URL, target.url.c_str());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  if (!options.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, options.ca_file.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, options.user_agent.c_str());
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(timeout.count()));
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS,
                   static_cast<long>(std::min(timeout, options.connect_timeout).count()));
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, &on_open_socket);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &running);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &on_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &running);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &on_progress);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &running);
}

std::optional<Error> fault_of(const Running& running, const FetchTarget& target, CURLcode code, int status) {
  if (running.is_cancelled) return Error(ErrorKind::cancelled, target.shown + " was given up halfway");
  if (!running.refused_address.empty())
    return Error(ErrorKind::invalid_argument,
                 target.shown + " is at " + running.refused_address + ", which is not an address of the open internet");
  const bool body_left_out = code == CURLE_WRITE_ERROR && running.bytes > running.options.answer_bytes_max;
  if (code == CURLE_OPERATION_TIMEDOUT) return Error(ErrorKind::timeout, target.shown + " did not answer in time");
  if (code != CURLE_OK && !body_left_out)
    return Error(ErrorKind::unavailable, target.shown + " cannot be reached: " + curl_easy_strerror(code));
  if (status >= 200 && status < 300) return std::nullopt;
  if (is_redirect(status))
    return Error(ErrorKind::invalid_argument,
                 target.shown + " answered " + std::to_string(status) + "; redirects are not followed");
  return status_error(target.shown, status);
}

}  // namespace

CurlWebhookSender::CurlWebhookSender(WebhookSendOptions options) : options_(std::move(options)) { start_curl(); }

Result<void> CurlWebhookSender::check(const std::string& url) const {
  const auto target = check_url(url, options_.rules);
  if (!target) return std::unexpected(target.error());
  if (!is_address_literal(target->host)) return {};
  const auto addresses = resolve_host(target->host, options_.connect_timeout);
  if (!addresses) return std::unexpected(addresses.error());
  return check_addresses(*target, *addresses, options_.rules);
}

WebhookAnswer CurlWebhookSender::send(const WebhookMessage& message, const std::function<bool()>& go_on) {
  const Clock::time_point deadline = Clock::now() + options_.timeout;
  WebhookAnswer answer;
  const auto failed = [&answer](const Error& error) {
    answer.error = error;
    return answer;
  };
  const auto target = check_url(message.url, options_.rules);
  if (!target) return failed(target.error());
  const auto addresses = resolve_host(target->host, std::min(options_.timeout, options_.connect_timeout));
  if (!addresses) return failed(addresses.error());
  if (const auto checked = check_addresses(*target, *addresses, options_.rules); !checked)
    return failed(checked.error());

  const Handle handle(curl_easy_init(), &curl_easy_cleanup);
  if (!handle) return failed(Error(ErrorKind::internal, "libcurl gave no handle"));
  Running running{.options = options_, .go_on = go_on};
  const List headers = headers_of(message);
  const bool is_ipv6_literal = target->host.find(':') != std::string::npos;
  const List resolve(is_ipv6_literal ? nullptr : curl_slist_append(nullptr, pinned_host(*target, *addresses).c_str()),
                     &curl_slist_free_all);
  const auto left = std::chrono::duration_cast<milliseconds>(deadline - Clock::now());
  set_options(handle.get(), running, *target, message.body, std::max(left, milliseconds(1)));
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle.get(), CURLOPT_RESOLVE, resolve.get());
  const CURLcode code = curl_easy_perform(handle.get());

  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  curl_off_t seconds = 0;
  if (curl_easy_getinfo(handle.get(), CURLINFO_RETRY_AFTER, &seconds) == CURLE_OK && seconds > 0)
    answer.retry_after = std::chrono::seconds(std::min<curl_off_t>(seconds, 86'400));
  answer.http_status = static_cast<int>(status);
  answer.error = fault_of(running, *target, code, answer.http_status);
  return answer;
}

}  // namespace likeness
