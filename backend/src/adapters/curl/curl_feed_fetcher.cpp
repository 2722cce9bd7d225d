#include "adapters/curl/curl_feed_fetcher.hpp"

#include <algorithm>

#include "adapters/curl/address_guard.hpp"
#include "adapters/curl/curl_library.hpp"
#include "adapters/curl/feed_transfer.hpp"
#include "adapters/curl/gzip_decoder.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool is_encrypted(const FetchTarget& target) { return to_lower(target.url).starts_with("https://"); }

std::optional<Error> fault_of_status(const FetchTarget& target, int status, bool something_known) {
  const std::string message = target.shown + " answered " + std::to_string(status);
  if (status == 200 || (status == 304 && something_known)) return std::nullopt;
  if (status == 304) return Error(ErrorKind::corrupt_data, message + " though it was asked for the whole feed");
  if (status == 404 || status == 410) return Error(ErrorKind::not_found, message);
  if (status == 401 || status == 403) return Error(ErrorKind::forbidden, message + ": are the credentials right?");
  if (status == 408) return Error(ErrorKind::timeout, message);
  if (status == 425 || status == 429 || status >= 500 || status < 200) return Error(ErrorKind::unavailable, message);
  return Error(ErrorKind::invalid_argument, message);
}

/// Plain http shows credentials to everybody on the way; only the way to this machine has nobody on it.
bool may_be_told(const FetchTarget& target, const std::vector<ResolvedAddress>& addresses, const FetchRules& rules) {
  if (is_encrypted(target)) return true;
  return rules.allow_loopback &&
         std::ranges::all_of(addresses, [](const auto& address) { return is_loopback_address(address.get()); });
}

/// What a callback threw is an error like any other, so that the answer's status is told beside it.
Result<void> transfer_into(FeedTransferAnswer& answer, const FeedTransfer& transfer) {
  try {
    return run_transfer(transfer, answer);
  } catch (const Error& error) {
    return std::unexpected(error);
  }
}

Result<void> finish(GzipDecoder& outer, GzipDecoder& inner) {
  try {
    outer.finish();
    inner.finish();
    return {};
  } catch (const Error& error) {
    return std::unexpected(error);
  }
}

}  // namespace

CurlFeedFetcher::CurlFeedFetcher(FeedFetchOptions options) : options_(std::move(options)) { start_curl(); }

Result<void> CurlFeedFetcher::check(const std::string& url, const std::string& credentials_kind) const {
  const auto target = check_url(url, options_.rules);
  if (!target) return std::unexpected(target.error());
  if (credentials_kind != "none" && !is_encrypted(*target) && !options_.rules.allow_loopback)
    return failure(ErrorKind::invalid_argument,
                   "credentials are sent over https only, and " + target->shown + " is http", "credentials");
  return {};
}

FeedAnswer CurlFeedFetcher::fetch(const FeedRequest& request,
                                  const std::function<void(std::span<const std::uint8_t>)>& take,
                                  const std::function<bool()>& go_on) {
  const Clock::time_point deadline = Clock::now() + options_.timeout;
  const auto remaining = [&] { return std::chrono::duration_cast<milliseconds>(deadline - Clock::now()); };
  const GzipLimits limits{static_cast<std::uint64_t>(options_.bytes_max), options_.unpack_ratio_max};
  // Twice: a packed file may be packed once more by its host.
  GzipDecoder inner(limits, take);
  GzipDecoder outer(limits, [&inner](std::span<const std::uint8_t> piece) { inner.write(piece); });
  FeedAnswer answer;
  const auto failed = [&answer](Error error) {
    answer.error = std::move(error);
    return answer;
  };
  std::string url = request.url;
  std::optional<FetchTarget> first;
  for (int redirects = 0;; ++redirects) {
    const auto target = check_url(url, options_.rules);
    if (!target) return failed(target.error());
    if (!first) first = *target;
    if (remaining().count() <= 0) return failed(Error(ErrorKind::timeout, target->shown + " took too long"));
    const auto addresses = resolve_host(target->host, std::min(remaining(), options_.connect_timeout));
    if (!addresses) return failed(addresses.error());
    if (const auto checked = check_addresses(*target, *addresses, options_.rules); !checked)
      return failed(checked.error());
    const bool is_trusted = equals_ignoring_case(target->host, first->host) && target->port == first->port &&
                            may_be_told(*target, *addresses, options_.rules);
    if (redirects == 0 && request.credentials.kind != "none" && !is_trusted)
      return failed(Error(ErrorKind::invalid_argument,
                          "credentials are sent over https only, and " + target->shown + " is http", "credentials"));
    FeedTransferAnswer hop;
    const auto done = transfer_into(hop, {.target = *target,
                                          .addresses = *addresses,
                                          .rules = options_.rules,
                                          .credentials = is_trusted ? request.credentials : FeedCredentials{},
                                          .known = request.known,
                                          .timeout = std::max(remaining(), milliseconds(1)),
                                          .connect_timeout = options_.connect_timeout,
                                          .bytes_per_s_min = options_.bytes_per_s_min,
                                          .slow_max = options_.slow_max,
                                          .bytes_max = options_.bytes_max,
                                          .user_agent = options_.user_agent,
                                          .take = [&outer](auto piece) { outer.write(piece); },
                                          .go_on = go_on});
    answer.http_status = hop.status;
    answer.bytes = hop.bytes;
    answer.version = hop.version;
    if (!done) return failed(done.error());
    if (!is_redirect(hop.status) || hop.location.empty()) {
      const bool something_known = !request.known.etag.empty() || !request.known.last_modified.empty();
      answer.error = fault_of_status(*target, hop.status, something_known);
      if (const auto whole = hop.status == 200 ? finish(outer, inner) : Result<void>{}; !whole)
        return failed(whole.error());
      return answer;
    }
    if (redirects >= options_.redirects_max)
      return failed(Error(ErrorKind::invalid_argument,
                          target->shown + " redirects more than " + std::to_string(options_.redirects_max) + " times"));
    url = hop.location;
  }
}

}  // namespace likeness
