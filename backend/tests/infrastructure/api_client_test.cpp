#include <gmock/gmock.h>

#include <fstream>

#include "adapters/curl/api_client.hpp"
#include "infrastructure/http_imposter.hpp"
#include "infrastructure/private_services.hpp"

namespace likeness::tests {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(ApiClient, SendsBytesFilesAndHeadersAndHandsEveryAnswerOver) {
  HttpImposter imposter([](const auto&, const auto& send) {
    send(http_answer("422 Unprocessable Entity", "X-Kind: Problem\r\n", "{\"title\":\"no\"}"));
  });
  CurlApiClient client({.base_url = imposter.url(""), .headers = {{"Authorization", "Bearer t"}}});
  const std::string text = "{\"a\":1}";
  const ApiResponse response =
      client.request({.method = "POST",
                      .path = "/v1/searches?limit=2",
                      .headers = {{"Idempotency-Key", "k"}},
                      .content_type = "application/json",
                      .bytes = {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}});
  EXPECT_EQ(response.status, 422);
  EXPECT_EQ(response.header("x-kind"), "Problem");
  EXPECT_EQ(response.body, "{\"title\":\"no\"}");
  const std::string request = imposter.requests().at(0);
  EXPECT_THAT(request, StartsWith("POST /v1/searches?limit=2 HTTP/1.1"));
  EXPECT_THAT(request, HasSubstr("Authorization: Bearer t\r\n"));
  EXPECT_THAT(request, HasSubstr("Idempotency-Key: k\r\n"));
  EXPECT_THAT(request, HasSubstr("Content-Type: application/json\r\n"));
  EXPECT_THAT(request, EndsWith("\r\n\r\n{\"a\":1}"));

  const ScratchDirectory directory;
  std::ofstream(directory / "feed.tsv") << std::string(100'000, 'r');
  client.request({.method = "PUT", .path = "/v1/feed", .file = directory / "feed.tsv"});
  EXPECT_THAT(imposter.requests().at(1), StartsWith("PUT /v1/feed"));
  EXPECT_THAT(imposter.requests().at(1), HasSubstr("Content-Length: 100000\r\n"));
  EXPECT_THAT(imposter.requests().at(1), EndsWith("rrr"));

  client.request({.method = "POST", .path = "/v1/empty"});
  EXPECT_THAT(imposter.requests().at(2), HasSubstr("Content-Length: 0\r\n"));
  client.request({.method = "DELETE", .path = "/v1/thing"});
  EXPECT_THAT(imposter.requests().at(3), StartsWith("DELETE /v1/thing"));
}

TEST(ApiClient, SaysWhatToDoWhereNoServerAnswers) {
  CurlApiClient client({.base_url = "http://127.0.0.1:1"});
  try {
    client.request({.path = "/v1/imports"});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::unavailable);
    EXPECT_EQ(error.message(), "no Likeness server answers at http://127.0.0.1:1: start one with `likeness up`");
  }
  EXPECT_EQ(kind_thrown([&] { client.request({.method = "PUT", .path = "/", .file = "/no/such/file"}); }),
            ErrorKind::not_found);
}

}  // namespace
}  // namespace likeness::tests
