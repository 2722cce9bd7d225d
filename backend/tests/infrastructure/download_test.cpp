#include <gmock/gmock.h>

#include <atomic>
#include <map>
#include <thread>

#include "adapters/curl/curl_http_fetcher.hpp"
#include "base/clock.hpp"
#include "infrastructure/http_imposter.hpp"

namespace likeness::tests {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using ::testing::AnyOf;
using ::testing::Eq;
using ::testing::HasSubstr;

const auto kPhoto = [](const auto&, const auto& send) { send(http_answer("200 OK", "", "photo")); };

CurlFetchOptions options_for(std::initializer_list<const HttpImposter*> imposters) {
  CurlFetchOptions options;
  options.rules.allow_loopback = true;
  for (const auto* imposter : imposters) options.rules.ports.push_back(imposter->port());
  options.timeout = milliseconds(3000);
  return options;
}

std::vector<FetchRequest> requests_to(const HttpImposter& imposter, int count) {
  std::vector<FetchRequest> requests;
  for (int i = 0; i < count; ++i) requests.push_back({.url = imposter.url("/" + std::to_string(i))});
  return requests;
}

std::vector<FetchResult> fetch_all(CurlHttpFetcher& fetcher, const std::vector<FetchRequest>& requests) {
  std::map<std::size_t, FetchResult> results;
  fetcher.fetch_all(requests, [&](std::size_t index, FetchResult result) {
    EXPECT_TRUE(results.emplace(index, std::move(result)).second) << index << " was answered twice";
  });
  EXPECT_EQ(results.size(), requests.size());
  std::vector<FetchResult> in_order;
  for (auto& [index, result] : results) in_order.push_back(std::move(result));
  return in_order;
}

long count_ok(const std::vector<FetchResult>& results) {
  return std::ranges::count_if(results, [](const auto& result) { return result.has_value(); });
}

TEST(DownloadTest, ManyAtOnceWithinTheBudgetOfTheHost) {
  std::atomic<int> now = 0, most = 0;
  HttpImposter imposter([&](const auto&, const auto& send) {
    const int running = ++now;
    for (int seen = most; running > seen && !most.compare_exchange_weak(seen, running);) continue;
    std::this_thread::sleep_for(milliseconds(30));
    --now;
    send(http_answer("200 OK", "", "photo"));
  });
  auto options = options_for({&imposter});
  options.hosts.per_host_max = 5;
  CurlHttpFetcher fetcher(options);
  EXPECT_EQ(count_ok(fetch_all(fetcher, requests_to(imposter, 60))), 60);
  EXPECT_THAT(most.load(), AnyOf(Eq(4), Eq(5)));
}

TEST(DownloadTest, AllHostsTogetherHaveABudgetToo) {
  std::atomic<int> now = 0, most = 0;
  const auto slow = [&](const auto&, const auto& send) {
    const int running = ++now;
    for (int seen = most; running > seen && !most.compare_exchange_weak(seen, running);) continue;
    std::this_thread::sleep_for(milliseconds(20));
    --now;
    send(http_answer("200 OK", "", "photo"));
  };
  HttpImposter first(slow), second(slow);
  auto options = options_for({&first, &second});
  options.concurrent_max = 6;
  CurlHttpFetcher fetcher(options);
  auto requests = requests_to(first, 20);
  for (auto& more : requests_to(second, 20)) requests.push_back(more);
  EXPECT_EQ(count_ok(fetch_all(fetcher, requests)), 40);
  EXPECT_LE(most.load(), 6);
}

TEST(DownloadTest, ASlowHostHoldsUpNoOther) {
  HttpImposter slow([](const auto&, const auto& send) {
    std::this_thread::sleep_for(milliseconds(700));
    send(http_answer("200 OK", "", "late"));
  });
  HttpImposter quick(kPhoto);
  auto options = options_for({&slow, &quick});
  options.hosts.per_host_max = 2;
  CurlHttpFetcher fetcher(options);
  auto requests = requests_to(slow, 4);
  for (auto& more : requests_to(quick, 40)) requests.push_back(more);
  const Stopwatch stopwatch;
  double quick_done_seconds = 0;
  int quick_left = 40;
  fetcher.fetch_all(requests, [&](std::size_t index, const FetchResult& result) {
    EXPECT_TRUE(result);
    if (index >= 4 && --quick_left == 0) quick_done_seconds = stopwatch.seconds();
  });
  EXPECT_LT(quick_done_seconds, 0.6);
  EXPECT_GT(stopwatch.seconds(), 1.3);
}

TEST(DownloadTest, WhatFindsNoPlaceInTimeComesLaterWithoutLosingATry) {
  HttpImposter slow([](const auto&, const auto& send) {
    std::this_thread::sleep_for(milliseconds(500));
    send(http_answer("200 OK", "", "late"));
  });
  auto options = options_for({&slow});
  options.hosts.per_host_max = 1;
  options.wait_max = milliseconds(200);
  CurlHttpFetcher fetcher(options);
  const auto results = fetch_all(fetcher, requests_to(slow, 4));
  EXPECT_EQ(count_ok(results), 1);
  for (const auto& result : results) {
    if (result) continue;
    EXPECT_FALSE(result.error().attempted);
    EXPECT_GT(result.error().retry_after, milliseconds(0));
  }
  EXPECT_EQ(slow.requests().size(), 1u);
}

TEST(DownloadTest, RetryAfterClosesTheHostForEverybody) {
  HttpImposter busy([](const auto&, const auto& send) {
    send(http_answer("503 Service Unavailable", "Retry-After: 2\r\n", "come back"));
  });
  HttpImposter other(kPhoto);
  auto options = options_for({&busy, &other});
  options.hosts.per_host_max = 1;
  CurlHttpFetcher fetcher(options);
  const auto results = fetch_all(fetcher, requests_to(busy, 10));
  EXPECT_EQ(busy.requests().size(), 1u);
  int tried = 0;
  for (const auto& result : results) {
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().error.kind(), ErrorKind::unavailable);
    ASSERT_TRUE(result.error().retry_after);
    EXPECT_GT(*result.error().retry_after, milliseconds(1000));
    EXPECT_LE(*result.error().retry_after, milliseconds(2000));
    tried += result.error().attempted;
  }
  EXPECT_EQ(tried, 1);
  EXPECT_EQ(count_ok(fetch_all(fetcher, requests_to(other, 3))), 3) << "other hosts are open";
  const auto asked = fetcher.fetch(busy.url());
  ASSERT_FALSE(asked);
  EXPECT_THAT(asked.error().message(), HasSubstr("left in peace"));
  EXPECT_EQ(busy.requests().size(), 1u);
}

TEST(DownloadTest, RetryAfterMayBeADateAndIsCapped) {
  HttpImposter busy([](const auto&, const auto& send) {
    send(http_answer("429 Too Many Requests", "Retry-After: Fri, 31 Dec 2100 23:59:59 GMT\r\n", ""));
  });
  auto options = options_for({&busy});
  options.hosts.pause_max = seconds(60);
  CurlHttpFetcher fetcher(options);
  const auto results = fetch_all(fetcher, requests_to(busy, 1));
  ASSERT_FALSE(results[0]);
  EXPECT_GT(results[0].error().retry_after, seconds(59));
  EXPECT_LE(results[0].error().retry_after, seconds(60));
}

TEST(DownloadTest, AHostThatDoesNotAnswerIsLeftInPeaceAndTriedAgain) {
  std::atomic<bool> well = false;
  HttpImposter imposter([&](const auto&, const auto& send) {
    if (well) send(http_answer("200 OK", "", "photo"));
  });
  auto options = options_for({&imposter});
  options.hosts.per_host_max = 1;
  options.hosts.failures_max = 3;
  options.hosts.pause = milliseconds(300);
  CurlHttpFetcher fetcher(options);
  const auto results = fetch_all(fetcher, requests_to(imposter, 10));
  EXPECT_EQ(count_ok(results), 0);
  EXPECT_LT(imposter.requests().size(), 10u);
  EXPECT_EQ(std::ranges::count_if(results, [](const auto& result) { return result.error().attempted; }), 3);
  well = true;
  std::this_thread::sleep_for(milliseconds(320));
  EXPECT_EQ(count_ok(fetch_all(fetcher, requests_to(imposter, 10))), 10);
}

TEST(DownloadTest, AsksOnlyForWhatChanged) {
  HttpImposter imposter([](const std::string& request, const auto& send) {
    const bool same = request.find("If-None-Match: \"v1\"") != std::string::npos &&
                      request.find("If-Modified-Since: Sat, 01 Aug 2026 10:00:00 GMT") != std::string::npos;
    const std::string headers = "ETag: \"v1\"\r\nLast-Modified: Sat, 01 Aug 2026 10:00:00 GMT\r\n";
    if (same) return (void)send("HTTP/1.1 304 Not Modified\r\n" + headers + "Connection: close\r\n\r\n");
    send(http_answer("200 OK", headers, "photo"));
  });
  CurlHttpFetcher fetcher(options_for({&imposter}));
  const auto first = std::move(fetch_all(fetcher, requests_to(imposter, 1)).front());
  ASSERT_TRUE(first);
  EXPECT_FALSE(first->not_modified);
  EXPECT_EQ(first->validators.etag, "\"v1\"");
  const auto again = std::move(fetch_all(fetcher, {{.url = imposter.url(), .known = first->validators}}).front());
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->not_modified);
  EXPECT_TRUE(again->bytes.empty());
  EXPECT_EQ(again->validators.last_modified, "Sat, 01 Aug 2026 10:00:00 GMT");
}

TEST(DownloadTest, A304ThatNobodyAskedForIsAnError) {
  HttpImposter imposter(
      [](const auto&, const auto& send) { send("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"); });
  CurlHttpFetcher fetcher(options_for({&imposter}));
  EXPECT_EQ(fetcher.fetch(imposter.url()).error().kind(), ErrorKind::invalid_argument);
}

TEST(DownloadTest, ASmallBudgetOfBytesLosesNothing) {
  const std::string body(300'000, 'x');
  HttpImposter imposter([&](const auto&, const auto& send) { send(http_answer("200 OK", "", body)); });
  auto options = options_for({&imposter});
  options.in_flight_bytes_max = 400'000;
  options.timeout = milliseconds(20'000);
  CurlHttpFetcher fetcher(options);
  std::size_t taken = 0;
  fetcher.fetch_all(requests_to(imposter, 40), [&](std::size_t, const FetchResult& result) {
    ASSERT_TRUE(result) << result.error().error.message();
    std::this_thread::sleep_for(milliseconds(10));
    EXPECT_EQ(result->bytes.size(), body.size());
    taken += body.size();
  });
  EXPECT_EQ(taken, 40 * body.size());
}

TEST(DownloadTest, OneTransferMayPassABudgetThatIsTooSmallForIt) {
  HttpImposter imposter(
      [](const auto&, const auto& send) { send(http_answer("200 OK", "", std::string(200'000, 'x'))); });
  auto options = options_for({&imposter});
  options.in_flight_bytes_max = 50'000;
  CurlHttpFetcher fetcher(options);
  EXPECT_EQ(count_ok(fetch_all(fetcher, requests_to(imposter, 12))), 12);
}

TEST(DownloadTest, ManyCallersShareOneLoop) {
  HttpImposter imposter(kPhoto);
  CurlHttpFetcher fetcher(options_for({&imposter}));
  std::atomic<long> ok = 0;
  {
    std::vector<std::jthread> callers;
    for (int i = 0; i < 4; ++i)
      callers.emplace_back([&] {
        ok += count_ok(fetch_all(fetcher, requests_to(imposter, 30)));
        ok += fetcher.fetch(imposter.url("/query")).has_value();
      });
  }
  EXPECT_EQ(ok, 4 * 31);
}

TEST(DownloadTest, StopEndsWhatIsUnderWayAtOnce) {
  HttpImposter silent([](const auto&, const auto&) { std::this_thread::sleep_for(milliseconds(1500)); });
  CurlHttpFetcher fetcher(options_for({&silent}));
  std::vector<FetchResult> results;
  const Stopwatch stopwatch;
  {
    std::jthread caller([&] { results = fetch_all(fetcher, requests_to(silent, 20)); });
    std::this_thread::sleep_for(milliseconds(100));
    fetcher.stop();
  }
  EXPECT_LT(stopwatch.seconds(), 1.0);
  for (const auto& result : results) {
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().error.kind(), ErrorKind::cancelled);
    EXPECT_FALSE(result.error().attempted);
  }
  EXPECT_EQ(fetcher.fetch(silent.url()).error().kind(), ErrorKind::cancelled);
}

TEST(DownloadTest, ACallerThatThrowsLeavesNothingBehind) {
  HttpImposter imposter(kPhoto);
  CurlHttpFetcher fetcher(options_for({&imposter}));
  EXPECT_THROW(fetcher.fetch_all(requests_to(imposter, 20),
                                 [](std::size_t, const FetchResult&) { throw std::runtime_error("enough"); }),
               std::runtime_error);
  EXPECT_TRUE(fetcher.fetch(imposter.url()));
}

}  // namespace
}  // namespace likeness::tests
