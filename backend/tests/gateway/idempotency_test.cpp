#include "gateway/idempotency.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "gateway/site.hpp"

namespace likeness::gateway::test {
namespace {

const nlohmann::json kThing{{"name", "ab"}, {"count", 1}};

WireAnswer post_with_key(Site& site, const std::string& target, const nlohmann::json& body, const std::string& key,
                         const std::string& more = "") {
  return exchange(site.server.port(),
                  request_text("POST", target, as_editor_json() + "Idempotency-Key: " + key + "\r\n" + more,
                               body.is_null() ? "" : body.dump()));
}

std::string type_of(const WireAnswer& answer) { return answer.json()["type"].get<std::string>(); }

TEST(Idempotency, TheSameRequestAgainGetsTheSameAnswerAndHasNoEffect) {
  Site site;
  const auto first = post_with_key(site, "/v1/things", kThing, "\"one\"");
  ASSERT_EQ(first.status, 201);
  EXPECT_FALSE(first.headers.find("Idempotency-Replayed"));
  for (const char* key : {"\"one\"", "one"}) {
    const auto again = post_with_key(site, "/v1/things", kThing, key);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(again.headers.get("Content-Type"), first.headers.get("Content-Type"));
    EXPECT_EQ(again.headers.get("Location"), "/v1/things/1");
    EXPECT_EQ(again.headers.get("Idempotency-Replayed"), "true");
  }
  EXPECT_EQ(site.observations.made, 1);
  EXPECT_EQ(post_with_key(site, "/v1/things", kThing, "two").json()["number"], 2);
}

TEST(Idempotency, AKeyBelongsToOneRequest) {
  Site site;
  post_with_key(site, "/v1/things", kThing, "one");
  for (const auto& answer :
       {post_with_key(site, "/v1/things", {{"name", "cd"}, {"count", 1}}, "one"),
        post_with_key(site, "/v1/pages/5", nullptr, "five"), post_with_key(site, "/v1/pages/6", nullptr, "five")}) {
    if (answer.status == 200) continue;  // the first of its key
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(type_of(answer), "urn:likeness:problem:idempotency-key-reused");
    EXPECT_EQ(answer.faulty_fields(), "Idempotency-Key");
  }
  EXPECT_EQ(site.observations.made, 2);
  EXPECT_EQ(post_with_key(site, "/v1/pages/5", nullptr, "one").status, 200) << "a key is good for one route";
}

TEST(Idempotency, WhileTheFirstRunsOthersAreToldToComeBack) {
  Site site;
  site.kept.held_elsewhere = true;
  const auto answer = post_with_key(site, "/v1/things", kThing, "one");
  EXPECT_EQ(answer.status, 409);
  EXPECT_EQ(type_of(answer), "urn:likeness:problem:idempotency-key-in-use");
  EXPECT_EQ(answer.headers.get("Retry-After"), "1");
  EXPECT_EQ(site.observations.made, 0);
}

TEST(Idempotency, WhatIsRefusedMayBeTriedAgain) {
  Site site;
  EXPECT_EQ(post_with_key(site, "/v1/things", {{"name", "a"}}, "one").status, 422);
  EXPECT_EQ(post_with_key(site, "/v1/things", {{"name", "taken"}, {"count", 1}}, "one").status, 409);
  EXPECT_EQ(post_with_key(site, "/v1/things", kThing, "one").status, 201);
  EXPECT_EQ(post_with_key(site, "/v1/pages/1001", nullptr, "big").status, 413) << "too large to be kept";
  EXPECT_EQ(post_with_key(site, "/v1/pages/1000", nullptr, "big").status, 200);
}

TEST(Idempotency, AnUploadAgainLeavesItsSinkAlone) {
  Site site;
  const auto upload = [&](const std::string& body) {
    return exchange(site.server.port(),
                    request_text("POST", "/v1/feed",
                                 bearer("editor") + "Content-Type: text/csv\r\nIdempotency-Key: feed\r\n", body));
  };
  const auto first = upload("id,title\n1,one\n");
  ASSERT_EQ(first.status, 200);
  const auto again = upload("id,title\n1,one\n");
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(again.headers.get("Idempotency-Replayed"), "true");
  EXPECT_EQ(upload("id,title\n1,two\n").status, 422);
  EXPECT_EQ(site.observations.sinks_alive, 0);
}

TEST(Idempotency, KeysThatAreNoneAreRefused) {
  Site site;
  for (const std::string& key :
       {std::string(), std::string("\"\""), std::string("\"open"), std::string("a b"), std::string("\"a b\""),
        std::string("\"a\"b\""), std::string("\"a\\n\""), std::string("\"a\";p=1"), std::string("schl\xc3\xbcssel"),
        std::string(256, 'k'), fmt::format("\"{}\"", std::string(256, 'k'))}) {
    const auto answer = post_with_key(site, "/v1/things", kThing, key);
    EXPECT_EQ(answer.status, 400) << key;
    EXPECT_EQ(answer.faulty_fields(), "Idempotency-Key") << key;
  }
  EXPECT_EQ(post_with_key(site, "/v1/things", kThing, "a", "Idempotency-Key: b\r\n").status, 400);
  EXPECT_EQ(site.observations.made, 0);
  EXPECT_EQ(parse_idempotency_key("\"a\\\"b\\\\\""), "a\"b\\");
  EXPECT_EQ(parse_idempotency_key(std::string(255, 'k')), std::string(255, 'k'));
}

}  // namespace
}  // namespace likeness::gateway::test
