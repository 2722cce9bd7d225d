#include "adapters/curl/curl_http_fetcher.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>

#include "adapters/curl/curl_library.hpp"
#include "adapters/curl/download_loop.hpp"

namespace likeness {
namespace {

/// Where the loop leaves what is finished for one caller; outlives a caller that threw.
struct Letterbox {
  struct Letter {
    std::size_t index;
    FetchResult result;
    BudgetShare share;
  };

  void post(Letter letter) {
    {
      std::lock_guard lock(mutex);
      letters.push_back(std::move(letter));
    }
    arrived.notify_one();
  }
  Letter wait() {
    std::unique_lock lock(mutex);
    arrived.wait(lock, [this] { return !letters.empty(); });
    Letter letter = std::move(letters.front());
    letters.pop_front();
    return letter;
  }

  std::mutex mutex;
  std::condition_variable arrived;
  std::deque<Letter> letters;
};

}  // namespace

CurlHttpFetcher::CurlHttpFetcher(CurlFetchOptions options) : options_(std::move(options)) { start_curl(); }

CurlHttpFetcher::~CurlHttpFetcher() = default;

void CurlHttpFetcher::stop() { loop().stop(); }

DownloadLoop& CurlHttpFetcher::loop() {
  std::call_once(started_, [this] { loop_ = std::make_unique<DownloadLoop>(options_); });
  return *loop_;
}

Result<FetchedBody> CurlHttpFetcher::fetch(const std::string& url) {
  const FetchRequest request{.url = url};
  Result<FetchedBody> answer;
  fetch_each({&request, 1}, true, [&answer](std::size_t, FetchResult result) {
    if (result)
      answer = std::move(*result);
    else
      answer = std::unexpected(std::move(result.error().error));
  });
  return answer;
}

void CurlHttpFetcher::fetch_all(std::span<const FetchRequest> requests, const OnDone& on_done) {
  fetch_each(requests, false, on_done);
}

void CurlHttpFetcher::fetch_each(std::span<const FetchRequest> requests, bool is_urgent, const OnDone& on_done) {
  const auto letterbox = std::make_shared<Letterbox>();
  for (std::size_t i = 0; i < requests.size(); ++i)
    loop().submit(std::make_unique<Download>(
        Download{.request = requests[i], .is_urgent = is_urgent, .finish = [letterbox, i](auto result, auto share) {
                   letterbox->post({i, std::move(result), std::move(share)});
                 }}));
  for (std::size_t left = requests.size(); left > 0; --left) {
    auto letter = letterbox->wait();
    on_done(letter.index, std::move(letter.result));
  }
}

}  // namespace likeness
