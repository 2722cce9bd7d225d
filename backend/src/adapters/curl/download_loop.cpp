#include "adapters/curl/download_loop.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <exception>
#include <utility>

#include "adapters/curl/answer_status.hpp"
#include "base/log.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kTickBusy{20};
constexpr milliseconds kTickIdle{1000};
/// After which a download that found no place asks again.
constexpr milliseconds kPutOff{2000};

milliseconds left_of(const Download& download) {
  return std::max(std::chrono::duration_cast<milliseconds>(*download.deadline - Download::Clock::now()),
                  milliseconds(1));
}

}  // namespace

void DownloadLoop::CloseMulti::operator()(void* multi) const { curl_multi_cleanup(multi); }

DownloadLoop::DownloadLoop(const CurlFetchOptions& options)
    : options_(options),
      multi_(curl_multi_init()),
      budget_(std::make_shared<ByteBudget>(options.in_flight_bytes_max)),
      hosts_(options.hosts),
      resolver_(options.addresses_kept, [this] { wake(); }) {
  if (!multi_) throw Error(ErrorKind::internal, "libcurl gave no multi handle");
  curl_multi_setopt(multi_.get(), CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX);
  curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, static_cast<long>(options.concurrent_max));
  budget_->on_release([this] { wake(); });
  thread_ = std::thread([this] { run(); });
}

DownloadLoop::~DownloadLoop() {
  stop();
  budget_->on_release({});
}

void DownloadLoop::stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake();
  if (thread_.joinable()) thread_.join();
}

void DownloadLoop::submit(std::unique_ptr<Download> download) {
  {
    std::lock_guard lock(mutex_);
    if (!stopping_) inbox_.push_back(std::move(download));
  }
  if (download) return download->finish(cancelled(), {});
  wake();
}

void DownloadLoop::wake() { curl_multi_wakeup(multi_.get()); }

void DownloadLoop::run() {
  for (bool stopping = false; !stopping;) {
    take_inbox();
    take_look_ups();
    give_up_waiting();
    start_waiting();
    resume_paused();
    int running = 0;
    curl_multi_perform(multi_.get(), &running);
    end_transfers();
    start_waiting();
    const auto tick = waiting_.empty() && running_.empty() ? kTickIdle : kTickBusy;
    curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(tick.count()), nullptr);
    std::lock_guard lock(mutex_);
    stopping = stopping_;
  }
  take_inbox();
  while (!downloads_.empty()) finish(*downloads_.begin()->second, cancelled());
}

FetchResult DownloadLoop::cancelled() {
  return std::unexpected(
      FetchFailure{Error(ErrorKind::cancelled, "the downloader is being stopped"), milliseconds(0), false});
}

void DownloadLoop::take_inbox() {
  std::vector<std::unique_ptr<Download>> arrived;
  {
    std::lock_guard lock(mutex_);
    arrived = std::exchange(inbox_, {});
  }
  for (auto& download : arrived) {
    auto* const place = download.get();
    downloads_.emplace(place, std::move(download));
    enqueue(*place, place->request.url);
  }
}

void DownloadLoop::enqueue(Download& download, const std::string& url) {
  auto target = check_url(url, options_.rules);
  if (!target) return refuse(download, target.error());
  download.target = std::move(*target);
  download.host = to_lower(download.target.host) + ":" + std::to_string(download.target.port);
  download.waits_since = Clock::now();
  if (const auto rest = hosts_.rest(download.host, download.waits_since)) return put_off(download, *rest);
  if (download.is_urgent)
    start(download);
  else
    waiting_[download.host].push_back(&download);
}

void DownloadLoop::start_waiting() {
  // One of each host in turn, so that no host's crowd holds up another's.
  for (std::size_t idle_turns = 0; !waiting_.empty() && idle_turns <= waiting_.size();) {
    if (running_.size() >= static_cast<std::size_t>(options_.concurrent_max)) return;
    auto turn = waiting_.upper_bound(last_served_);
    if (turn == waiting_.end()) turn = waiting_.begin();
    last_served_ = turn->first;
    idle_turns = start_next_of(turn->first, turn->second) ? 0 : idle_turns + 1;
    if (turn->second.empty()) waiting_.erase(turn);
  }
}

bool DownloadLoop::start_next_of(const std::string& host, Line& line) {
  if (const auto rest = hosts_.rest(host, Clock::now())) {
    for (auto* download : std::exchange(line, {})) put_off(*download, *rest);
    return true;
  }
  if (!hosts_.has_room(host)) return false;
  auto* const next = line.front();
  line.pop_front();
  start(*next);
  return true;
}

void DownloadLoop::give_up_waiting() {
  const auto now = Clock::now();
  for (auto entry = waiting_.begin(); entry != waiting_.end();) {
    auto& line = entry->second;
    while (!line.empty() && now - line.front()->waits_since > options_.wait_max) {
      auto* const late = line.front();
      line.pop_front();
      put_off(*late, {.remaining = kPutOff, .is_free = true, .reason = "other downloads go before it"});
    }
    entry = line.empty() ? waiting_.erase(entry) : std::next(entry);
  }
}

void DownloadLoop::start(Download& download) {
  if (!download.deadline) download.deadline = Clock::now() + options_.timeout;
  hosts_.begin(download.host);
  running_.push_back(&download);
  look_up(download);
}

void DownloadLoop::look_up(Download& download) {
  if (const auto addresses = resolver_.look_up(download.target.host))
    connect(download, *addresses);
  else
    looked_up_[download.target.host].push_back(&download);
}

void DownloadLoop::take_look_ups() {
  for (const auto& answer : resolver_.take_finished())
    if (const auto askers = looked_up_.extract(answer.host); !askers.empty())
      for (auto* download : askers.mapped()) connect(*download, answer.addresses);

  const auto now = Clock::now();
  std::vector<Download*> late;
  for (auto entry = looked_up_.begin(); entry != looked_up_.end();) {
    auto& askers = entry->second;
    const auto in_time = std::ranges::partition(askers, [&](auto* asker) { return *asker->deadline > now; });
    late.insert(late.end(), in_time.begin(), in_time.end());
    askers.erase(in_time.begin(), in_time.end());
    entry = askers.empty() ? looked_up_.erase(entry) : std::next(entry);
  }
  for (auto* download : late)
    connect(*download,
            failure(ErrorKind::timeout, "the host name " + download->target.host + " was not resolved in time"));
}

void DownloadLoop::connect(Download& download, const Result<Addresses>& addresses) {
  if (!addresses) {
    hosts_.note_failure(download.host, Clock::now());
    return refuse(download, addresses.error());
  }
  if (const auto checked = check_addresses(download.target, *addresses, options_.rules); !checked)
    return refuse(download, checked.error());
  try {
    download.transfer = std::make_unique<Transfer>(options_, download.target, *addresses, download.request.known,
                                                   BudgetShare(budget_), left_of(download));
  } catch (const Error& error) {
    return refuse(download, error);
  }
  curl_easy_setopt(download.transfer->handle(), CURLOPT_PRIVATE, &download);
  curl_multi_add_handle(multi_.get(), download.transfer->handle());
}

void DownloadLoop::end_transfers() {
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    Download* download = nullptr;
    curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &download);
    end_transfer(*download, message->data.result);
  }
}

void DownloadLoop::end_transfer(Download& download, int code) {
  auto answer = download.transfer->result(code);
  if (answer) return judge(download, std::move(*answer));
  if (download.transfer->was_paused() && answer.error().error.kind() == ErrorKind::timeout)
    return put_off(download, {.remaining = kPutOff, .is_free = true, .reason = "too many bytes are in flight"});
  if (answer.error().of_network) hosts_.note_failure(download.host, Clock::now());
  refuse(download, answer.error().error);
}

void DownloadLoop::judge(Download& download, Transfer::Answer answer) {
  if (answer.status == 429 || (answer.status == 503 && answer.retry_after.count() > 0)) {
    const auto pause = hosts_.note_refusal(download.host, answer.retry_after, Clock::now());
    return finish(download, std::unexpected(FetchFailure{status_error(download.target.shown, answer.status), pause}));
  }
  hosts_.note_answer(download.host);
  if (is_redirect(answer.status) && !answer.location.empty()) {
    if (++download.redirects > options_.redirects_max)
      return refuse(download,
                    Error(ErrorKind::invalid_argument, download.target.shown + " redirects more than " +
                                                           std::to_string(options_.redirects_max) + " times"));
    leave(download);
    if (*download.deadline <= Clock::now())
      return refuse(download, Error(ErrorKind::timeout, download.target.shown + " took too long"));
    return enqueue(download, answer.location);
  }
  const auto& known = download.request.known;
  answer.body.not_modified = answer.status == 304 && !(known.etag.empty() && known.last_modified.empty());
  if (answer.status != 200 && !answer.body.not_modified)
    return refuse(download, status_error(download.target.shown, answer.status));
  auto share = download.transfer->take_share();
  share.deliver();
  finish(download, std::move(answer.body), std::move(share));
}

void DownloadLoop::resume_paused() {
  const auto first = std::ranges::find_if(running_, [](auto* download) { return download->transfer != nullptr; });
  // Where nobody will give bytes back, the oldest download goes on past the budget: by one body, and then gives back.
  const bool may_force = first != running_.end() && !budget_->has_delivered();
  for (auto place = first; place != running_.end(); ++place) {
    auto* const transfer = (*place)->transfer.get();
    if (!transfer || !transfer->is_paused()) continue;
    const bool forced = place == first && may_force;
    if (forced || budget_->has_room()) transfer->resume(forced);
  }
}

void DownloadLoop::leave(Download& download) {
  if (download.transfer) {
    curl_multi_remove_handle(multi_.get(), download.transfer->handle());
    download.transfer.reset();
  }
  const auto place = std::ranges::find(running_, &download);
  if (place == running_.end()) return;
  running_.erase(place);
  hosts_.end(download.host);
}

void DownloadLoop::refuse(Download& download, Error error) {
  const auto rest = hosts_.rest(download.host, Clock::now());
  std::optional<milliseconds> retry_after;
  if (rest && is_retryable(error.kind())) retry_after = rest->remaining;
  finish(download, std::unexpected(FetchFailure{std::move(error), retry_after}));
}

void DownloadLoop::put_off(Download& download, const HostTable::Rest& rest) {
  Error error(ErrorKind::unavailable, download.target.shown + " is not fetched now: " + rest.reason);
  finish(download, std::unexpected(FetchFailure{std::move(error), rest.remaining, !rest.is_free}));
}

void DownloadLoop::finish(Download& download, FetchResult result, BudgetShare share) {
  leave(download);
  const auto finished = downloads_.extract(&download);
  try {
    download.finish(std::move(result), std::move(share));
  } catch (const std::exception& error) {
    log::error("a finished download was lost: {}", error.what());
  }
}

}  // namespace likeness
