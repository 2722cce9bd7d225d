#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "adapters/curl/address_guard.hpp"
#include "adapters/curl/curl_http_fetcher.hpp"
#include "infrastructure/http_imposter.hpp"

namespace likeness::tests {
namespace {

using std::chrono::milliseconds;
using ::testing::HasSubstr;
using ::testing::Not;

bool is_public(const std::string& text) {
  sockaddr_storage storage{};
  if (auto& v4 = reinterpret_cast<sockaddr_in&>(storage); inet_pton(AF_INET, text.c_str(), &v4.sin_addr) == 1)
    v4.sin_family = AF_INET;
  else if (auto& v6 = reinterpret_cast<sockaddr_in6&>(storage); inet_pton(AF_INET6, text.c_str(), &v6.sin6_addr) == 1)
    v6.sin6_family = AF_INET6;
  else
    ADD_FAILURE() << text << " is no address";
  return is_public_address(reinterpret_cast<const sockaddr&>(storage));
}

TEST(AddressGuard, RefusesEveryBlockOfTheSpecialPurposeRegistriesAtBothItsEnds) {
  for (const char* address : {"0.0.0.0",        "0.255.255.255",    "10.0.0.0",   "10.255.255.255",
                              "100.64.0.0",     "100.127.255.255",  "127.0.0.1",  "127.255.255.255",
                              "169.254.0.0",    "169.254.169.254",  "172.16.0.0", "172.31.255.255",
                              "192.0.0.0",      "192.0.0.255",      "192.0.2.1",  "192.88.99.1",
                              "192.168.0.0",    "192.168.255.255",  "198.18.0.0", "198.19.255.255",
                              "198.51.100.7",   "203.0.113.9",      "224.0.0.1",  "239.255.255.255",
                              "240.0.0.0",      "255.255.255.255",  "::",         "::1",
                              "::ffff:8.8.8.8", "::ffff:127.0.0.1", "::8.8.8.8",  "64:ff9b::8.8.8.8",
                              "64:ff9b:1::1",   "100::1",           "2001::1",    "2001:10::1",
                              "2001:db8::1",    "2002:7f00:1::",    "2002::1",    "3fff::1",
                              "5f00::1",        "fc00::1",          "fdff::1",    "fe80::1",
                              "febf::1",        "fec0::1",          "ff02::1"})
    EXPECT_FALSE(is_public(address)) << address;
}

TEST(AddressGuard, LetsTheOpenInternetThroughRightBesideThem) {
  for (const char* address :
       {"1.0.0.0",        "8.8.8.8",         "9.255.255.255",   "11.0.0.0",        "100.63.255.255",
        "100.128.0.0",    "126.255.255.255", "128.0.0.0",       "169.253.255.255", "169.255.0.0",
        "172.15.255.255", "172.32.0.0",      "192.0.1.0",       "192.167.255.255", "192.169.0.0",
        "198.17.255.255", "198.20.0.0",      "223.255.255.255", "2001:200::1",     "2001:4860:4860::8888",
        "2003::1",        "2606:4700::1111", "2a00:1450::1",    "3ffe::1"})
    EXPECT_TRUE(is_public(address)) << address;
}

TEST(AddressGuard, RefusesFamiliesThatAreNotTheInternet) {
  sockaddr_storage storage{};
  storage.ss_family = AF_UNIX;
  EXPECT_FALSE(is_public_address(reinterpret_cast<const sockaddr&>(storage)));
}

/// A fetcher that may talk to the imposter, and to nothing else of this machine.
class FetcherTest : public ::testing::Test {
 protected:
  static CurlFetchOptions options_for(const HttpImposter& imposter) {
    return {.bytes_max = 10'000,
            .timeout = milliseconds(700),
            .rules = {.ports = {80, 443, imposter.port()}, .allow_loopback = true}};
  }

  static Result<FetchedBody> fetch(const HttpImposter& imposter, const std::string& path = "/photo.jpg") {
    return CurlHttpFetcher(options_for(imposter)).fetch(imposter.url(path));
  }

  static ErrorKind kind_of(const HttpImposter& imposter, const std::string& path = "/photo.jpg") {
    const auto body = fetch(imposter, path);
    if (body) ADD_FAILURE() << "it was fetched";
    return body ? ErrorKind::internal : body.error().kind();
  }
};

TEST_F(FetcherTest, BringsBytesAndTheirType) {
  HttpImposter imposter(
      [](const auto&, const auto& send) { send(http_answer("200 OK", "Content-Type: image/jpeg\r\n", "photo")); });
  const auto body = fetch(imposter, "/a photo.jpg?size=1#part");
  ASSERT_TRUE(body) << body.error().message();
  EXPECT_EQ(std::string(body->bytes.begin(), body->bytes.end()), "photo");
  EXPECT_EQ(body->content_type, "image/jpeg");
  EXPECT_THAT(imposter.requests().at(0), HasSubstr("GET /a%20photo.jpg?size=1 HTTP/1.1"));
  EXPECT_THAT(imposter.requests().at(0), Not(HasSubstr("Accept-Encoding")));
}

TEST_F(FetcherTest, ConnectsToTheCheckedAddressOfAName) {
  HttpImposter imposter([](const auto&, const auto& send) { send(http_answer("200 OK", "", "named")); });
  CurlHttpFetcher fetcher(options_for(imposter));
  const std::string port = ":" + std::to_string(imposter.port()) + "/";
  for (const char* host : {"localhost", "LocalHost.", "127.0.0.1"})
    EXPECT_TRUE(fetcher.fetch("http://" + std::string(host) + port)) << host;
  EXPECT_THAT(imposter.requests().at(1), HasSubstr("Host: LocalHost:"));
  const auto nobody = fetcher.fetch("http://[::1]" + port);
  ASSERT_FALSE(nobody);
  EXPECT_THAT(nobody.error().message(), HasSubstr("connect")) << "nobody listens there, but it was tried";
}

TEST_F(FetcherTest, FollowsThreeRedirectsAndNotFour) {
  HttpImposter imposter([](const std::string& request, const auto& send) {
    const int left = request[5] - '0';
    if (left == 0) return (void)send(http_answer("200 OK", "", "there"));
    send(http_answer("302 Found", "Location: /" + std::to_string(left - 1) + "\r\n", ""));
  });
  EXPECT_TRUE(fetch(imposter, "/3"));
  EXPECT_EQ(kind_of(imposter, "/4"), ErrorKind::invalid_argument);
}

TEST_F(FetcherTest, FollowsARedirectWhateverPageComesWithIt) {
  HttpImposter imposter([](const std::string& request, const auto& send) {
    if (request.starts_with("GET /there")) return (void)send(http_answer("200 OK", "", "there"));
    send(http_answer("302 Found", "Location: ../there?a=b\r\n", std::string(200'000, 'x')));
  });
  const auto body = fetch(imposter, "/from/here");
  ASSERT_TRUE(body) << body.error().message();
  EXPECT_EQ(body->bytes.size(), 5u);
}

TEST_F(FetcherTest, ChecksEachRedirect) {
  std::string location;
  HttpImposter imposter([&](const auto&, const auto& send) {
    send(http_answer("301 Moved Permanently", "Location: " + location + "\r\n", ""));
  });
  for (const char* refused : {"http://10.0.0.1/", "http://169.254.169.254/latest/meta-data", "file:///etc/passwd",
                              "http://127.0.0.1:22/", "http://user:secret@8.8.8.8/", "gopher://8.8.8.8/"}) {
    location = refused;
    const auto body = fetch(imposter);
    ASSERT_FALSE(body) << refused;
    EXPECT_EQ(body.error().kind(), ErrorKind::invalid_argument) << body.error().message();
    EXPECT_THAT(body.error().message(), Not(HasSubstr("secret")));
  }
}

TEST_F(FetcherTest, TurnsTheStatusIntoAKind) {
  std::string status;
  HttpImposter imposter([&](const auto&, const auto& send) { send(http_answer(status, "", "some words")); });
  const std::pair<const char*, ErrorKind> cases[] = {
      {"404 Not Found", ErrorKind::not_found},     {"410 Gone", ErrorKind::not_found},
      {"403 Forbidden", ErrorKind::forbidden},     {"400 Bad Request", ErrorKind::invalid_argument},
      {"429 Too Many", ErrorKind::unavailable},    {"500 Oops", ErrorKind::unavailable},
      {"503 Unavailable", ErrorKind::unavailable}, {"408 Request Timeout", ErrorKind::timeout}};
  for (const auto& [text, kind] : cases) {
    status = text;
    EXPECT_EQ(kind_of(imposter), kind) << text;
  }
}

TEST_F(FetcherTest, StopsAtTheCapWhetherOrNotTheSizeWasAnnounced) {
  HttpImposter announced(
      [](const auto&, const auto& send) { send(http_answer("200 OK", "", std::string(20'000, 'x'))); });
  EXPECT_EQ(kind_of(announced), ErrorKind::too_large);
  std::atomic<std::size_t> sent = 0;
  HttpImposter endless([&](const auto&, const auto& send) {
    send("HTTP/1.1 200 OK\r\n\r\n");
    while (send(std::string(1000, 'x')) && sent < 100'000'000) sent += 1000;
  });
  EXPECT_EQ(kind_of(endless), ErrorKind::too_large);
  EXPECT_LT(sent.load(), 50'000'000u);
}

TEST_F(FetcherTest, EndsInTimeWithASilentAndWithADrippingServer) {
  HttpImposter silent([](const auto&, const auto&) { std::this_thread::sleep_for(milliseconds(1000)); });
  EXPECT_EQ(kind_of(silent), ErrorKind::timeout);
  HttpImposter dripping([](const auto&, const auto& send) {
    send("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n");
    for (int i = 0; i < 30 && send("x"); ++i) std::this_thread::sleep_for(milliseconds(50));
  });
  EXPECT_EQ(kind_of(dripping), ErrorKind::timeout);
  HttpImposter cut([](const auto&, const auto& send) { send("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\nshort"); });
  EXPECT_EQ(kind_of(cut), ErrorKind::unavailable);
}

TEST_F(FetcherTest, IgnoresAProxyOfTheEnvironment) {
  ::setenv("http_proxy", "http://127.0.0.1:1", 1);
  HttpImposter imposter([](const auto&, const auto& send) { send(http_answer("200 OK", "", "direct")); });
  EXPECT_TRUE(fetch(imposter));
  ::unsetenv("http_proxy");
}

TEST_F(FetcherTest, AServerThatIsAwayMayComeBack) {
  CurlFetchOptions options{.timeout = milliseconds(2000), .rules = {.ports = {80, 1}, .allow_loopback = true}};
  const auto refused = CurlHttpFetcher(options).fetch("http://127.0.0.1:1/");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind(), ErrorKind::unavailable);
  const auto nowhere = CurlHttpFetcher(options).fetch("http://shop.invalid/photo.jpg");
  ASSERT_FALSE(nowhere);
  EXPECT_TRUE(is_retryable(nowhere.error().kind())) << nowhere.error().message();
}

TEST_F(FetcherTest, WithoutPermissionNoNameForThisMachineWorks) {
  HttpImposter imposter([](const auto&, const auto& send) { send(http_answer("200 OK", "", "inside")); });
  const std::string port = ":" + std::to_string(imposter.port()) + "/";
  CurlHttpFetcher fetcher({.timeout = milliseconds(2000), .rules = {.ports = {80, imposter.port()}}});
  for (const char* host : {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "0x7f.1",
                           "2130706433", "017700000001", "127.1", "0", "0.0.0.0", "[::]", "127.0.0.1.", "LOCALHOST",
                           "[64:ff9b::7f00:1]", "[2002:7f00:1::]"}) {
    const auto body = fetcher.fetch("http://" + std::string(host) + port);
    ASSERT_FALSE(body) << host;
    // A name that the resolver does not take at all is no way in either.
    EXPECT_THAT(body.error().kind(), ::testing::AnyOf(ErrorKind::invalid_argument, ErrorKind::unavailable)) << host;
  }
  EXPECT_EQ(fetcher.fetch("http://127.0.0.1" + port).error().kind(), ErrorKind::invalid_argument);
  EXPECT_TRUE(imposter.requests().empty());
}

TEST_F(FetcherTest, RefusesUrlsByTheirForm) {
  CurlHttpFetcher fetcher;
  for (const std::string url :
       {"", "photo.jpg", "//8.8.8.8/", "ftp://8.8.8.8/a", "file:///etc/passwd", "javascript:1", "http://",
        "http://8.8.8.8:8080/", "https://8.8.8.8:22/", "http://user@8.8.8.8/", "http://user:secret@8.8.8.8/",
        "http://8.8.8.8:99999/", "http://[fe80::1%25eth0]/", "http://a b/", "http://8.8.8.8\r\nX: y/"}) {
    const auto body = fetcher.fetch(url);
    ASSERT_FALSE(body) << url;
    EXPECT_EQ(body.error().kind(), ErrorKind::invalid_argument) << url << ": " << body.error().message();
    EXPECT_THAT(body.error().message(), Not(HasSubstr("secret")));
  }
  EXPECT_FALSE(fetcher.fetch("http://8.8.8.8/" + std::string(5000, 'x')));
}

}  // namespace
}  // namespace likeness::tests
