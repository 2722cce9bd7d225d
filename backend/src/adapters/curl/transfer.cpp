#include "adapters/curl/transfer.hpp"

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>

#include "adapters/curl/address_guard.hpp"
#include "adapters/curl/answer_header.hpp"
#include "adapters/curl/pinned_host.hpp"

namespace likeness {
namespace {

using std::chrono::milliseconds;

/// Of an answer that is no photo: read so that the connection can be used again, up to this.
constexpr std::size_t kSkippedBytesMax = 16 * 1024;

curl_slist* condition_headers(const Validators& known) {
  curl_slist* list = nullptr;
  if (!known.etag.empty()) list = curl_slist_append(list, ("If-None-Match: " + known.etag).c_str());
  if (!known.last_modified.empty())
    list = curl_slist_append(list, ("If-Modified-Since: " + known.last_modified).c_str());
  return list;
}

}  // namespace

struct Transfer::Callbacks {
  static curl_socket_t on_open_socket(void* self, curlsocktype, curl_sockaddr* address) {
    auto& transfer = *static_cast<Transfer*>(self);
    if (!is_allowed_address(address->addr, transfer.options_.rules)) {
      transfer.refused_address_ = address_text(address->addr);
      return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  }
  static std::size_t on_body(char* data, std::size_t, std::size_t size, void* self) {
    return static_cast<Transfer*>(self)->receive(data, size);
  }
};

void Transfer::Free::operator()(void* handle) const { curl_easy_cleanup(handle); }
void Transfer::FreeList::operator()(void* list) const { curl_slist_free_all(static_cast<curl_slist*>(list)); }

Transfer::Transfer(const CurlFetchOptions& options, const FetchTarget& target, const Addresses& addresses,
                   const Validators& known, BudgetShare share, milliseconds timeout)
    : options_(options), target_(target), share_(std::move(share)), handle_(curl_easy_init()) {
  if (!handle_) throw Error(ErrorKind::internal, "libcurl gave no handle");
  set_up(addresses, known, timeout);
}

void Transfer::set_up(const Addresses& addresses, const Validators& known, milliseconds timeout) {
  CURL* curl = handle_.get();
  // "+" lets libcurl forget it again.
  if (target_.host.find(':') == std::string::npos)
    resolve_.reset(curl_slist_append(nullptr, ("+" + pinned_host(target_, addresses)).c_str()));
  headers_.reset(condition_headers(known));
  curl_easy_setopt(curl, CURLOPT_URL, target_.url.c_str());
  curl_easy_setopt(curl, CURLOPT_RESOLVE, resolve_.get());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers_.get());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  // Requests to one server share its connection where it speaks HTTP/2, which shows once it stands.
  curl_easy_setopt(curl, CURLOPT_PIPEWAIT, target_.url.starts_with("https:") ? 1L : 0L);
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  if (!options_.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, options_.ca_file.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, options_.user_agent.c_str());
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(timeout.count()));
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS,
                   static_cast<long>(std::min(timeout, options_.connect_timeout).count()));
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(options_.bytes_per_second_min));
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, static_cast<long>(options_.slow_max.count()));
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, &Callbacks::on_open_socket);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, this);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &Callbacks::on_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, this);
}

std::size_t Transfer::receive(const char* data, std::size_t size) {
  long status = 0;
  curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
  if (status != 200) {
    bytes_skipped_ += size;
    return bytes_skipped_ <= kSkippedBytesMax ? size : 0;
  }
  curl_off_t announced = -1;
  curl_easy_getinfo(handle_.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced);
  if (announced > static_cast<curl_off_t>(options_.bytes_max) || bytes_.size() + size > options_.bytes_max) {
    too_large_ = true;
    return 0;
  }
  if (!share_.grow(size, forced_)) {
    paused_ = was_paused_ = true;
    return CURL_WRITEFUNC_PAUSE;
  }
  if (bytes_.empty() && announced > 0) bytes_.reserve(static_cast<std::size_t>(announced));
  bytes_.insert(bytes_.end(), data, data + size);
  return size;
}

void Transfer::resume(bool forced) {
  paused_ = false;
  forced_ = forced;
  curl_easy_pause(handle_.get(), CURLPAUSE_CONT);
}

std::expected<Transfer::Answer, Transfer::Failure> Transfer::result(int code) {
  CURL* curl = handle_.get();
  Answer answer;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
  if (!refused_address_.empty())
    return std::unexpected(
        Failure{Error(ErrorKind::invalid_argument, target_.shown + " is at " + refused_address_ +
                                                       ", which is not an address of the open internet")});
  if (too_large_)
    return std::unexpected(Failure{Error(
        ErrorKind::too_large, target_.shown + " is larger than " + std::to_string(options_.bytes_max) + " bytes")});
  const bool body_left_out = code == CURLE_WRITE_ERROR && answer.status != 200;
  if (code != CURLE_OK && !body_left_out) {
    const ErrorKind kind = code == CURLE_OPERATION_TIMEDOUT ? ErrorKind::timeout : ErrorKind::unavailable;
    return std::unexpected(Failure{
        Error(kind, target_.shown + " cannot be fetched: " + curl_easy_strerror(static_cast<CURLcode>(code))), true});
  }
  answer.location = redirect_url(curl, target_);
  const char* text = nullptr;
  if (curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &text) == CURLE_OK && text) answer.body.content_type = text;
  curl_off_t seconds = 0;
  if (curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &seconds) == CURLE_OK && seconds > 0)
    answer.retry_after = std::chrono::seconds(std::min<curl_off_t>(seconds, 86'400));
  answer.body.validators = {answer_validator(curl, "ETag"), answer_validator(curl, "Last-Modified")};
  answer.body.bytes = std::move(bytes_);
  return answer;
}

}  // namespace likeness
