#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "adapters/curl/curl_webhook_sender.hpp"
#include "adapters/sodium/sodium_webhook_signer.hpp"
#include "infrastructure/http_imposter.hpp"

namespace likeness::tests {
namespace {

using std::chrono::milliseconds;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(WebhookSigner, SignsAsTheStandardsOwnExample) {
  SodiumWebhookSigner signer;
  const std::string secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  EXPECT_EQ(signer.sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "{\"test\": 2432232314}"),
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  EXPECT_NE(signer.new_secret(), signer.new_secret());
  EXPECT_EQ(signer.new_secret().size(), std::string("whsec_").size() + 44);
  EXPECT_NO_THROW(signer.sign(signer.new_secret(), "a", "1", "{}"));
  for (const std::string broken : {"", "whsec_", "whsec_AAAA", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_***"})
    EXPECT_THROW(signer.sign(broken, "a", "1", "{}"), Error) << broken;
}

class WebhookSenderTest : public ::testing::Test {
 protected:
  static WebhookSendOptions options_for(const HttpImposter& imposter) {
    WebhookSendOptions options{.timeout = milliseconds(1500), .answer_bytes_max = 1000};
    options.rules = {.ports = {80, 443, imposter.port()}, .allow_loopback = true};
    return options;
  }
  static WebhookMessage to(const std::string& url) {
    return {.url = url, .id = "evt_1", .timestamp = "1700000000", .signatures = "v1,aa v1,bb", .body = "{\"type\":1}"};
  }
  static WebhookAnswer send(const HttpImposter& imposter, const std::function<bool()>& go_on = [] { return true; }) {
    return CurlWebhookSender(options_for(imposter)).send(to(imposter.url("/hook?token=x")), go_on);
  }
  static ErrorKind kind(const WebhookAnswer& answer) {
    return answer.error ? answer.error->kind() : ErrorKind::internal;
  }
};

TEST_F(WebhookSenderTest, SendsTheMessageWithItsHeaders) {
  const HttpImposter imposter([](const auto&, const auto& send) { send(http_answer("204 No Content", "", "")); });
  const auto answer = send(imposter);
  EXPECT_FALSE(answer.error);
  EXPECT_EQ(answer.http_status, 204);
  ASSERT_EQ(imposter.requests().size(), 1u);
  const auto request = imposter.requests().at(0);
  EXPECT_THAT(request, ::testing::StartsWith("POST /hook?token=x HTTP/1.1\r\n"));
  EXPECT_THAT(request, HasSubstr("webhook-id: evt_1\r\n"));
  EXPECT_THAT(request, HasSubstr("webhook-timestamp: 1700000000\r\n"));
  EXPECT_THAT(request, HasSubstr("webhook-signature: v1,aa v1,bb\r\n"));
  EXPECT_THAT(request, HasSubstr("Content-Type: application/json\r\n"));
  EXPECT_THAT(request, Not(HasSubstr("Expect:")));
  EXPECT_THAT(request, ::testing::EndsWith("\r\n\r\n{\"type\":1}"));
}

TEST_F(WebhookSenderTest, FollowsNoRedirect) {
  HttpImposter other([](const auto&, const auto& send) { send(http_answer("200 OK", "", "")); });
  HttpImposter imposter([&other](const auto&, const auto& send) {
    send(http_answer("302 Found", "Location: " + other.url("/inner") + "\r\n", ""));
  });
  const auto answer = send(imposter);
  EXPECT_EQ(answer.http_status, 302);
  ASSERT_TRUE(answer.error);
  EXPECT_THAT(answer.error->message(), HasSubstr("redirects are not followed"));
  EXPECT_THAT(answer.error->message(), Not(HasSubstr("token")));
  EXPECT_TRUE(other.requests().empty());
}

TEST_F(WebhookSenderTest, ALongAnswerIsNotReadAndItsStatusCounts) {
  std::atomic<std::size_t> sent = 0;
  HttpImposter imposter([&sent](const auto&, const auto& send) {
    send("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n");
    while (sent < 200'000'000 && send(std::string(100'000, 'x'))) sent += 100'000;
  });
  const auto answer = send(imposter);
  EXPECT_FALSE(answer.error) << answer.error->message();
  EXPECT_EQ(answer.http_status, 200);
  EXPECT_LT(sent, 50'000'000u);
}

TEST_F(WebhookSenderTest, FailuresHaveTheirStatusAndReason) {
  HttpImposter busy(
      [](const auto&, const auto& send) { send(http_answer("503 Service Unavailable", "Retry-After: 7\r\n", "no")); });
  const auto answer = send(busy);
  EXPECT_EQ(answer.http_status, 503);
  EXPECT_EQ(answer.retry_after, std::chrono::seconds(7));
  EXPECT_EQ(kind(answer), ErrorKind::unavailable);
  HttpImposter gone([](const auto&, const auto& send) { send(http_answer("410 Gone", "", "")); });
  EXPECT_EQ(send(gone).http_status, 410);
  HttpImposter silent([](const auto&, const auto&) { std::this_thread::sleep_for(milliseconds(2500)); });
  EXPECT_EQ(kind(send(silent)), ErrorKind::timeout);
  HttpImposter rude([](const auto&, const auto&) {});
  EXPECT_EQ(kind(send(rude)), ErrorKind::unavailable);
}

TEST_F(WebhookSenderTest, IsBrokenOffOnDemand) {
  HttpImposter silent([](const auto&, const auto&) { std::this_thread::sleep_for(milliseconds(2500)); });
  EXPECT_EQ(kind(send(silent, [] { return false; })), ErrorKind::cancelled);
}

TEST_F(WebhookSenderTest, ConnectsToNothingButTheOpenInternet) {
  HttpImposter imposter([](const auto&, const auto& send) { send(http_answer("200 OK", "", "")); });
  auto options = options_for(imposter);
  options.rules.allow_loopback = false;
  CurlWebhookSender sender(options);
  const auto port = std::to_string(imposter.port());
  for (const auto& url : {imposter.url(), "http://localhost:" + port + "/", "http://[::1]:" + port + "/",
                          "http://2130706433:" + port + "/", std::string("http://169.254.169.254/latest")})
    EXPECT_EQ(kind(sender.send(to(url), [] { return true; })), ErrorKind::invalid_argument) << url;
  EXPECT_TRUE(imposter.requests().empty());
}

TEST_F(WebhookSenderTest, WhatCanNeverBeSentToIsRefusedBeforehand) {
  CurlWebhookSender sender;
  for (const std::string url : {"http://169.254.169.254/latest", "http://127.0.0.1/", "http://[::1]/", "http://0x7f.1/",
                                "http://[fe80::1]/", "https://10.1.2.3/", "ftp://shop.example/",
                                "https://shop.example:8443/", "https://me:pass@shop.example/", "shop"})
    EXPECT_FALSE(sender.check(url)) << url;
  EXPECT_TRUE(sender.check("https://shop.example/hook?x=1"));
  EXPECT_TRUE(sender.check("https://8.8.8.8/hook"));
}

}  // namespace
}  // namespace likeness::tests
