#include <gmock/gmock.h>
#include <zlib.h>

#include <atomic>
#include <thread>

#include "adapters/curl/curl_feed_fetcher.hpp"
#include "adapters/curl/gzip_decoder.hpp"
#include "infrastructure/http_imposter.hpp"

namespace likeness::tests {
namespace {

using std::chrono::milliseconds;
using ::testing::HasSubstr;
using ::testing::Not;

std::string gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

/// What was fetched, and what the fetcher says of it.
struct Fetched {
  FeedAnswer answer;
  std::string text;
  ErrorKind kind() const { return answer.error ? answer.error->kind() : ErrorKind::internal; }
  std::string message() const { return answer.error ? answer.error->message() : ""; }
};

class FeedFetcherTest : public ::testing::Test {
 protected:
  FeedFetchOptions options_for(std::initializer_list<const HttpImposter*> imposters) {
    FeedFetchOptions options{.bytes_max = 100'000, .unpack_ratio_max = 20, .timeout = milliseconds(3000)};
    options.rules = {.ports = {80, 443}, .allow_loopback = true};
    for (const auto* imposter : imposters) options.rules.ports.push_back(imposter->port());
    return options;
  }
  static Fetched fetch(
      const FeedFetchOptions& options, const FeedRequest& request,
      const std::function<bool()>& go_on = [] { return true; }) {
    Fetched fetched;
    fetched.answer = CurlFeedFetcher(options).fetch(
        request, [&](auto piece) { fetched.text.append(piece.begin(), piece.end()); }, go_on);
    return fetched;
  }
  Fetched fetch(const HttpImposter& imposter, const FeedRequest& request) {
    return fetch(options_for({&imposter}), request);
  }
  Fetched fetch(const HttpImposter& imposter) { return fetch(imposter, {.url = imposter.url("/feed.tsv")}); }
};

TEST_F(FeedFetcherTest, BringsTheFeedAndItsVersion) {
  HttpImposter imposter([](const auto&, const auto& send) {
    send(http_answer("200 OK", "ETag: \"v1\"\r\nLast-Modified: Sun, 01 Mar 2026 09:30:00 GMT\r\n", "id\ttitle\n"));
  });
  const auto fetched = fetch(imposter);
  ASSERT_FALSE(fetched.answer.error) << fetched.message();
  EXPECT_EQ(fetched.text, "id\ttitle\n");
  EXPECT_EQ(fetched.answer.http_status, 200);
  EXPECT_EQ(fetched.answer.bytes, 9);
  EXPECT_EQ(fetched.answer.version.etag, "\"v1\"");
  EXPECT_EQ(fetched.answer.version.last_modified, "Sun, 01 Mar 2026 09:30:00 GMT");
  HttpImposter strange([](const auto&, const auto& send) {
    send(http_answer("200 OK", "ETag: \"\xff\"\r\nLast-Modified: " + std::string(2000, 'x') + "\r\n", "feed"));
  });
  EXPECT_EQ(fetch(strange).answer.version.etag + fetch(strange).answer.version.last_modified, "");
  EXPECT_THAT(imposter.requests().at(0), HasSubstr("Accept-Encoding: gzip\r\n"));
  EXPECT_THAT(imposter.requests().at(0), Not(HasSubstr("If-None-Match")));
  EXPECT_THAT(imposter.requests().at(0), Not(HasSubstr("Authorization")));
}

TEST_F(FeedFetcherTest, AsksWhetherWhatIsKnownStillHolds) {
  HttpImposter imposter([](const std::string& request, const auto& send) {
    const bool known = request.find("If-None-Match: \"v1\"\r\n") != std::string::npos &&
                       request.find("If-Modified-Since: yesterday\r\n") != std::string::npos;
    send(known ? "HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\nConnection: close\r\n\r\n"
               : http_answer("200 OK", "", "new"));
  });
  const auto unchanged = fetch(imposter, {.url = imposter.url(), .known = {"\"v1\"", "yesterday", ""}});
  EXPECT_FALSE(unchanged.answer.error) << unchanged.message();
  EXPECT_EQ(unchanged.answer.http_status, 304);
  EXPECT_EQ(unchanged.text, "");
  EXPECT_EQ(fetch(imposter, {.url = imposter.url(), .known = {"\"v0\"", "yesterday", ""}}).text, "new");
  HttpImposter confused([](const auto&, const auto& send) { send("HTTP/1.1 304 Not Modified\r\n\r\n"); });
  EXPECT_EQ(fetch(confused).kind(), ErrorKind::corrupt_data) << "nobody asked it";
}

TEST_F(FeedFetcherTest, UnpacksGzipHoweverItIsAnnounced) {
  const std::string feed = "id\ttitle\n1\tHat\n";
  std::string headers, body;
  HttpImposter imposter([&](const auto&, const auto& send) { send(http_answer("200 OK", headers, body)); });
  const std::pair<std::string, std::string> cases[] = {
      {"Content-Encoding: gzip\r\n", gzip(feed)},       {"Content-Type: application/gzip\r\n", gzip(feed)},
      {"Content-Encoding: gzip\r\n", gzip(gzip(feed))}, {"", gzip(feed.substr(0, 5)) + gzip(feed.substr(5))},
      {"Content-Encoding: identity\r\n", feed},         {"Content-Encoding: gzip\r\n", feed}};
  for (const auto& [given_headers, given_body] : cases) {
    headers = given_headers;
    body = given_body;
    const auto fetched = fetch(imposter);
    EXPECT_FALSE(fetched.answer.error) << fetched.message();
    EXPECT_EQ(fetched.text, feed) << headers;
    EXPECT_EQ(fetched.answer.bytes, static_cast<long long>(body.size()));
  }
  headers = "Content-Encoding: br\r\n";
  EXPECT_EQ(fetch(imposter).kind(), ErrorKind::unsupported);
  headers = "";
  body = gzip(feed);
  body.resize(body.size() - 9);
  EXPECT_EQ(fetch(imposter).kind(), ErrorKind::corrupt_data);
  body = gzip(feed);
  body[12] = static_cast<char>(~body[12]);
  EXPECT_EQ(fetch(imposter).kind(), ErrorKind::corrupt_data);
}

TEST_F(FeedFetcherTest, ABombIsToldByItsSizeAndByItsRatio) {
  const std::string body = gzip(std::string(20 << 20, 'x'));
  HttpImposter imposter([&](const auto&, const auto& send) { send(http_answer("200 OK", "", body)); });
  const auto by_size = fetch(imposter);
  EXPECT_EQ(by_size.kind(), ErrorKind::too_large);
  EXPECT_EQ(by_size.answer.http_status, 200);
  EXPECT_LE(by_size.text.size(), 100'000u);
  auto options = options_for({&imposter});
  options.bytes_max = 1 << 30;
  const auto by_ratio = fetch(options, {.url = imposter.url()});
  EXPECT_EQ(by_ratio.kind(), ErrorKind::too_large);
  EXPECT_THAT(by_ratio.message(), HasSubstr("20 times"));
  options.unpack_ratio_max = 2000;
  EXPECT_EQ(fetch(options, {.url = imposter.url()}).text.size(), 20u << 20);
}

TEST_F(FeedFetcherTest, StopsAtTheCap) {
  std::atomic<std::size_t> sent = 0;
  HttpImposter endless([&](const auto&, const auto& send) {
    send("HTTP/1.1 200 OK\r\n\r\n");
    while (send(std::string(1000, 'x')) && sent < 100'000'000) sent += 1000;
  });
  EXPECT_EQ(fetch(endless).kind(), ErrorKind::too_large);
  EXPECT_LT(sent.load(), 50'000'000u);
}

TEST_F(FeedFetcherTest, EndsInTimeAndWhereItIsTooSlow) {
  HttpImposter dripping([](const auto&, const auto& send) {
    send("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n");
    for (int i = 0; i < 100 && send("x"); ++i) std::this_thread::sleep_for(milliseconds(50));
  });
  auto options = options_for({&dripping});
  options.timeout = milliseconds(500);
  EXPECT_EQ(fetch(options, {.url = dripping.url()}).kind(), ErrorKind::timeout);
  options.timeout = milliseconds(20'000);
  options.slow_max = std::chrono::seconds(1);
  const Stopwatch watch;
  EXPECT_EQ(fetch(options, {.url = dripping.url()}).kind(), ErrorKind::timeout);
  EXPECT_LT(watch.seconds(), 5);
  HttpImposter cut([](const auto&, const auto& send) { send("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\nshort"); });
  EXPECT_EQ(fetch(cut).kind(), ErrorKind::unavailable);
}

TEST_F(FeedFetcherTest, CanBeCalledOff) {
  HttpImposter dripping([](const auto&, const auto& send) {
    send("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n");
    for (int i = 0; i < 100 && send("x"); ++i) std::this_thread::sleep_for(milliseconds(50));
  });
  EXPECT_EQ(fetch(options_for({&dripping}), {.url = dripping.url()}, [] { return false; }).kind(),
            ErrorKind::cancelled);
  const auto lost = fetch(options_for({&dripping}), {.url = dripping.url()},
                          []() -> bool { throw Error(ErrorKind::conflict, "taken over"); });
  EXPECT_EQ(lost.kind(), ErrorKind::conflict);
}

TEST_F(FeedFetcherTest, SendsCredentialsInEachKind) {
  HttpImposter imposter([](const auto&, const auto& send) { send(http_answer("200 OK", "", "feed")); });
  const std::pair<FeedCredentials, const char*> cases[] = {
      {{"basic", "shop", "pass:word"}, "Authorization: Basic c2hvcDpwYXNzOndvcmQ=\r\n"},
      {{"bearer", "", "token-1"}, "Authorization: Bearer token-1\r\n"},
      {{"header", "X-Feed-Key", "key 1"}, "X-Feed-Key: key 1\r\n"}};
  for (const auto& [credentials, line] : cases) {
    EXPECT_FALSE(fetch(imposter, {.url = imposter.url(), .credentials = credentials}).answer.error);
    EXPECT_THAT(imposter.requests().back(), HasSubstr(line));
  }
}

TEST_F(FeedFetcherTest, CredentialsGoToTheFeedsOwnHostOnly) {
  HttpImposter elsewhere([](const auto&, const auto& send) { send(http_answer("200 OK", "", "moved")); });
  std::string location;
  HttpImposter own([&](const std::string& request, const auto& send) {
    if (request.starts_with("GET /there")) return (void)send(http_answer("200 OK", "", "here"));
    send(http_answer("302 Found", "Location: " + location + "\r\n", ""));
  });
  const auto options = options_for({&own, &elsewhere});
  for (const FeedCredentials& credentials :
       {FeedCredentials{"basic", "shop", "secret-1"}, FeedCredentials{"bearer", "", "secret-1"},
        FeedCredentials{"header", "X-Feed-Key", "secret-1"}}) {
    location = "/there";
    const auto stayed = fetch(options, {.url = own.url(), .credentials = credentials});
    EXPECT_EQ(stayed.text, "here") << stayed.message();
    EXPECT_THAT(own.requests().back(), testing::AnyOf(HasSubstr("secret-1"), HasSubstr("Basic ")));
    for (const auto& other : {elsewhere.url("/feed"), "http://localhost:" + std::to_string(own.port()) + "/there"}) {
      location = other;
      const auto fetched = fetch(options, {.url = own.url(), .credentials = credentials});
      EXPECT_FALSE(fetched.answer.error) << fetched.message();
      const auto requests = other.find("localhost") == std::string::npos ? elsewhere.requests() : own.requests();
      const auto last = requests.back();
      EXPECT_THAT(last, Not(HasSubstr("secret-1"))) << credentials.kind << " to " << other;
      EXPECT_THAT(last, Not(HasSubstr("Authorization"))) << credentials.kind << " to " << other;
    }
  }
}

TEST_F(FeedFetcherTest, CredentialsAreNotSentInTheClear) {
  const FeedCredentials credentials{"bearer", "", "secret-1"};
  CurlFeedFetcher fetcher;
  EXPECT_FALSE(fetcher.check("http://8.8.8.8/feed", "bearer"));
  EXPECT_TRUE(fetcher.check("https://8.8.8.8/feed", "bearer"));
  EXPECT_TRUE(fetcher.check("http://8.8.8.8/feed", "none"));
  const auto answer =
      fetcher.fetch({.url = "http://192.88.99.1/feed", .credentials = credentials}, [](auto) {}, [] { return true; });
  ASSERT_TRUE(answer.error);
  EXPECT_EQ(answer.error->kind(), ErrorKind::invalid_argument);
  EXPECT_THAT(answer.error->message(), Not(HasSubstr("secret-1")));
}

TEST_F(FeedFetcherTest, ChecksEachRedirectAndEndsThem) {
  std::string location;
  HttpImposter imposter([&](const std::string& request, const auto& send) {
    if (!location.empty()) return (void)send(http_answer("301 Moved", "Location: " + location + "\r\n", ""));
    const int left = request[5] - '0';
    if (left == 0) return (void)send(http_answer("200 OK", "", "there"));
    send(http_answer("307 Temporary", "Location: /" + std::to_string(left - 1) + "\r\n", "gone to the next"));
  });
  EXPECT_EQ(fetch(imposter, {.url = imposter.url("/3")}).text, "there");
  EXPECT_EQ(fetch(imposter, {.url = imposter.url("/4")}).kind(), ErrorKind::invalid_argument);
  for (const char* refused : {"http://10.0.0.1/", "http://169.254.169.254/latest/meta-data", "file:///etc/passwd",
                              "http://127.0.0.1:22/", "http://user:secret@8.8.8.8/"}) {
    location = refused;
    const auto fetched = fetch(imposter);
    EXPECT_EQ(fetched.kind(), ErrorKind::invalid_argument) << refused;
    EXPECT_EQ(fetched.answer.http_status, 301);
    EXPECT_THAT(fetched.message(), Not(HasSubstr("secret")));
  }
}

TEST_F(FeedFetcherTest, WithoutPermissionNothingOfThisMachineIsAsked) {
  HttpImposter imposter([](const auto&, const auto& send) { send(http_answer("200 OK", "", "inside")); });
  auto options = options_for({&imposter});
  options.rules.allow_loopback = false;
  for (const char* host : {"127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"})
    EXPECT_TRUE(fetch(options, {.url = "http://" + std::string(host) + ":" + std::to_string(imposter.port()) + "/"})
                    .answer.error)
        << host;
  EXPECT_TRUE(imposter.requests().empty());
}

TEST_F(FeedFetcherTest, TurnsTheStatusIntoAKind) {
  std::string status;
  HttpImposter imposter([&](const auto&, const auto& send) { send(http_answer(status, "", "some words")); });
  const std::pair<const char*, ErrorKind> cases[] = {
      {"404 Not Found", ErrorKind::not_found}, {"401 Unauthorized", ErrorKind::forbidden},
      {"403 Forbidden", ErrorKind::forbidden}, {"429 Too Many", ErrorKind::unavailable},
      {"500 Oops", ErrorKind::unavailable},    {"418 Teapot", ErrorKind::invalid_argument}};
  for (const auto& [text, kind] : cases) {
    status = text;
    const auto fetched = fetch(imposter);
    EXPECT_EQ(fetched.kind(), kind) << text;
    EXPECT_EQ(std::to_string(fetched.answer.http_status), std::string(text).substr(0, 3));
    EXPECT_EQ(fetched.text, "");
  }
}

TEST(GzipDecoder, IsTheSameHoweverTheBytesAreCut) {
  const std::string text = "id\ttitle\n" + std::string(5000, 'x') + "\n";
  for (const std::string& body : {gzip(text), gzip(text) + gzip(text), text, std::string("x"), std::string(),
                                  gzip(text) + std::string(100, '\0')})
    for (const std::size_t step : {1, 2, 3, 7, 100'000}) {
      std::string out;
      GzipDecoder decoder({1'000'000, 200}, [&](auto piece) { out.append(piece.begin(), piece.end()); });
      for (std::size_t at = 0; at < body.size(); at += step) {
        const auto piece = body.substr(at, step);
        decoder.write({reinterpret_cast<const std::uint8_t*>(piece.data()), piece.size()});
      }
      decoder.finish();
      const bool packed = body.starts_with("\x1f\x8b");
      const bool twice = body.size() == 2 * gzip(text).size();
      EXPECT_EQ(out, !packed ? body : twice ? text + text : text) << step;
    }
}

}  // namespace
}  // namespace likeness::tests
