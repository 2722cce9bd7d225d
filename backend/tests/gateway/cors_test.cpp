#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/site.hpp"

namespace likeness::gateway::test {
namespace {

std::string from(std::string_view origin) { return fmt::format("Origin: {}\r\n", origin); }

class CorsTest : public testing::Test {
 protected:
  /// A document in which an admin, and so a key of that scope, may read things, but not make them.
  static Contract document() {
    auto document = small_document();
    document["paths"]["/v1/things/{thing_id}"]["get"]["x-roles"].push_back("admin");
    auto& create = document["paths"]["/v1/things"]["post"];
    create["x-roles"].push_back("admin");
    create["x-api-keys"] = "none";
    return Contract(document.dump());
  }
  WireAnswer ask(const std::string& method, const std::string& target, const std::string& fields) {
    return exchange(site_.server.port(), request_text(method, target, fields));
  }
  WireAnswer preflight(const std::string& target, std::string_view origin, std::string_view method) {
    return ask("OPTIONS", target, from(origin) + fmt::format("Access-Control-Request-Method: {}\r\n", method));
  }

  Site site_{document(), {}};
};

TEST_F(CorsTest, APageOfTheKeySeesAnswersAndProblems) {
  const auto good = ask("GET", "/v1/things/a", bearer(kApiKey) + from(kPage));
  EXPECT_EQ(good.status, 200);
  EXPECT_EQ(good.headers.get("Access-Control-Allow-Origin"), kPage);
  EXPECT_EQ(good.headers.get("Vary"), "Origin");
  EXPECT_THAT(std::string(good.headers.get("Access-Control-Expose-Headers")), testing::HasSubstr("Retry-After"));
  EXPECT_FALSE(good.headers.find("Access-Control-Allow-Credentials"));
  const auto faulty = ask("GET", "/v1/things/a?limit=99", bearer(kApiKey) + from(kPage));
  EXPECT_EQ(faulty.status, 422);
  EXPECT_EQ(faulty.headers.get("Access-Control-Allow-Origin"), kPage);
}

TEST_F(CorsTest, AKeyIsRefusedFromPagesOfOtherOrigins) {
  for (const char* other : {"https://evil.example", "http://shop.example", "https://shop.example:8443", "null",
                            "https://shop.example.evil.example", "*"}) {
    const auto answer = ask("GET", "/v1/things/a", bearer(kApiKey) + from(other));
    EXPECT_EQ(answer.status, 403) << other;
    EXPECT_FALSE(answer.headers.find("Access-Control-Allow-Origin")) << other;
  }
}

TEST_F(CorsTest, WithoutAnOriginTheKeyWorksAndNoHeaderIsSent) {
  const auto answer = ask("GET", "/v1/things/a", bearer(kApiKey));
  EXPECT_EQ(answer.status, 200);
  EXPECT_FALSE(answer.headers.find("Access-Control-Allow-Origin"));
  EXPECT_EQ(answer.headers.get("Vary"), "Origin");
}

TEST_F(CorsTest, MembersOperatorsAndNobodiesGetNoHeaders) {
  for (const std::string& fields : {bearer("editor"), bearer(kOperatorToken), bearer("forged"), std::string()}) {
    const auto answer = ask("GET", "/v1/things/a", fields + from(kPage));
    EXPECT_FALSE(answer.headers.find("Access-Control-Allow-Origin")) << fields;
  }
  EXPECT_FALSE(ask("GET", "/v1/open", from(kPage)).headers.find("Access-Control-Allow-Origin"));
}

TEST_F(CorsTest, APreflightIsAnsweredWithoutAKey) {
  const auto answer = preflight("/v1/things/a", kPage, "GET");
  EXPECT_EQ(answer.status, 204);
  EXPECT_EQ(answer.headers.get("Access-Control-Allow-Origin"), kPage);
  EXPECT_EQ(answer.headers.get("Access-Control-Allow-Methods"), "GET");
  EXPECT_THAT(std::string(answer.headers.get("Access-Control-Allow-Headers")), testing::HasSubstr("Authorization"));
  EXPECT_EQ(answer.headers.get("Access-Control-Max-Age"), "600");
  EXPECT_FALSE(answer.headers.find("Access-Control-Allow-Credentials"));
  EXPECT_TRUE(answer.body.empty());
}

TEST_F(CorsTest, APreflightOfAnotherOriginOrForWhatNoKeyMayDoIsRefused) {
  EXPECT_EQ(preflight("/v1/things/a", "https://evil.example", "GET").status, 403);
  EXPECT_EQ(preflight("/v1/things/a", "\xff", "GET").status, 403);
  EXPECT_EQ(preflight("/v1/things", kPage, "POST").status, 403);
  EXPECT_EQ(preflight("/v1/open", kPage, "GET").status, 403);
  for (const auto& answer : {preflight("/v1/things/a", "https://evil.example", "GET"),
                             preflight("/v1/things", kPage, "POST"), preflight("/v1/nowhere", kPage, "GET")})
    EXPECT_FALSE(answer.headers.find("Access-Control-Allow-Origin"));
  EXPECT_EQ(preflight("/v1/nowhere", kPage, "GET").status, 404);
  EXPECT_EQ(preflight("/v1/things/a", kPage, "DELETE").status, 405);
}

TEST_F(CorsTest, WhatIsForPeopleTakesNoKey) {
  const auto key = exchange(site_.server.port(),
                            request_text("POST", "/v1/things", bearer(kApiKey) + "Content-Type: application/json\r\n",
                                         R"({"name": "lamp", "count": 1})"));
  EXPECT_EQ(key.status, 403);
  EXPECT_EQ(key.json()["detail"], "no API key does this: sign in");
  EXPECT_EQ(site_.post("/v1/things", {{"name", "lamp"}, {"count", 1}}).status, 201);
}

TEST_F(CorsTest, OptionsThatIsNoPreflightIsNoMethodHere) {
  EXPECT_EQ(ask("OPTIONS", "/v1/things/a", "").status, 405);
  EXPECT_EQ(ask("OPTIONS", "/v1/things/a", from(kPage)).status, 405);
}

}  // namespace
}  // namespace likeness::gateway::test
