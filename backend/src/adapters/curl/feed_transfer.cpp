#include "adapters/curl/feed_transfer.hpp"

#include <curl/curl.h>
#include <sys/socket.h>

#include <exception>
#include <memory>

#include "adapters/curl/address_guard.hpp"
#include "adapters/curl/answer_header.hpp"
#include "adapters/curl/pinned_host.hpp"
#include "base/clock.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

/// What libcurl calls back into.
struct Running {
  CURL* handle;
  const FeedTransfer& transfer;
  FeedTransferAnswer& answer;
  std::exception_ptr thrown = {};
  std::string refused_address = {};
  std::string packing = {};  ///< one that is not known here
  bool too_large = false;
  bool cancelled = false;
  Stopwatch since_asked = {};
};

std::size_t on_body(char* data, std::size_t, std::size_t size, void* context) {
  auto& running = *static_cast<Running*>(context);
  long status = 0;
  curl_easy_getinfo(running.handle, CURLINFO_RESPONSE_CODE, &status);
  if (status != 200) return 0;  // the status says it all
  if (running.answer.bytes == 0) {
    const std::string packing = to_lower(answer_header(running.handle, "Content-Encoding"));
    if (!packing.empty() && packing != "gzip" && packing != "x-gzip" && packing != "identity") {
      running.packing = packing;
      return 0;
    }
  }
  running.answer.bytes += static_cast<long long>(size);
  if (running.answer.bytes > running.transfer.bytes_max) {
    running.too_large = true;
    return 0;
  }
  try {
    running.transfer.take({reinterpret_cast<const std::uint8_t*>(data), size});
  } catch (...) {
    running.thrown = std::current_exception();
    return 0;
  }
  return size;
}

int on_progress(void* context, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  auto& running = *static_cast<Running*>(context);
  if (running.since_asked.seconds() < 1) return 0;
  running.since_asked = Stopwatch();
  try {
    running.cancelled = !running.transfer.go_on();
  } catch (...) {
    running.thrown = std::current_exception();
    return 1;
  }
  return running.cancelled ? 1 : 0;
}

curl_socket_t on_open_socket(void* context, curlsocktype, curl_sockaddr* address) {
  auto& running = *static_cast<Running*>(context);
  if (!is_allowed_address(address->addr, running.transfer.rules)) {
    running.refused_address = address_text(address->addr);
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

List request_headers(const FeedTransfer& transfer) {
  List list(nullptr, &curl_slist_free_all);
  const auto add = [&list](const std::string& line) { list.reset(curl_slist_append(list.release(), line.c_str())); };
  add("Accept-Encoding: gzip");
  if (!transfer.known.etag.empty()) add("If-None-Match: " + transfer.known.etag);
  if (!transfer.known.last_modified.empty()) add("If-Modified-Since: " + transfer.known.last_modified);
  if (transfer.credentials.kind == "bearer") add("Authorization: Bearer " + transfer.credentials.secret);
  if (transfer.credentials.kind == "header") add(transfer.credentials.name + ": " + transfer.credentials.secret);
  return list;
}

void set_options(CURL* curl, Running& running, const curl_slist* headers, const curl_slist* resolve) {
  const auto& transfer = running.transfer;
  curl_easy_setopt(curl, CURLOPT_URL, transfer.target.url.c_str());
  curl_easy_setopt(curl, CURLOPT_RESOLVE, resolve);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, transfer.user_agent.c_str());
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(transfer.timeout.count()));
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS,
                   static_cast<long>(std::min(transfer.timeout, transfer.connect_timeout).count()));
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, transfer.bytes_per_s_min);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, static_cast<long>(transfer.slow_max.count()));
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, &on_open_socket);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &running);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &on_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &running);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &on_progress);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &running);
  if (transfer.credentials.kind != "basic") return;
  curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
  curl_easy_setopt(curl, CURLOPT_USERNAME, transfer.credentials.name.c_str());
  curl_easy_setopt(curl, CURLOPT_PASSWORD, transfer.credentials.secret.c_str());
}

Result<void> outcome(const Running& running, CURLcode code) {
  const auto& shown = running.transfer.target.shown;
  if (running.thrown) std::rethrow_exception(running.thrown);
  if (running.cancelled) return failure(ErrorKind::cancelled, shown + " was given up halfway");
  if (!running.refused_address.empty())
    return failure(ErrorKind::invalid_argument,
                   shown + " is at " + running.refused_address + ", which is not an address of the open internet");
  if (running.too_large)
    return failure(ErrorKind::too_large,
                   shown + " is larger than " + std::to_string(running.transfer.bytes_max) + " bytes");
  if (!running.packing.empty())
    return failure(ErrorKind::unsupported, shown + " is packed by \"" + std::string(valid_start(running.packing, 40)) +
                                               "\"; gzip is understood");
  const bool body_left_out = code == CURLE_WRITE_ERROR && running.answer.status != 200;
  if (code == CURLE_OK || body_left_out) return {};
  if (code == CURLE_OPERATION_TIMEDOUT) return failure(ErrorKind::timeout, shown + " is too slow, or does not answer");
  return failure(ErrorKind::unavailable, shown + " cannot be fetched: " + curl_easy_strerror(code));
}

}  // namespace

Result<void> run_transfer(const FeedTransfer& transfer, FeedTransferAnswer& answer) {
  const Handle handle(curl_easy_init(), &curl_easy_cleanup);
  if (!handle) return failure(ErrorKind::internal, "libcurl gave no handle");
  CURL* curl = handle.get();
  Running running{.handle = curl, .transfer = transfer, .answer = answer};
  const List headers = request_headers(transfer);
  const bool is_ipv6_literal = transfer.target.host.find(':') != std::string::npos;
  const List resolve(
      is_ipv6_literal ? nullptr : curl_slist_append(nullptr, pinned_host(transfer.target, transfer.addresses).c_str()),
      &curl_slist_free_all);
  set_options(curl, running, headers.get(), resolve.get());
  const CURLcode code = curl_easy_perform(curl);
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  answer.status = static_cast<int>(status);
  answer.location = redirect_url(curl, transfer.target);
  answer.version = {.etag = answer_validator(curl, "ETag"), .last_modified = answer_validator(curl, "Last-Modified")};
  return outcome(running, code);
}

}  // namespace likeness
