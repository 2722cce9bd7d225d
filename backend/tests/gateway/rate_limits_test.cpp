#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "gateway/site.hpp"

namespace likeness::gateway::test {
namespace {

using nlohmann::json;

json limited_document() {
  json document = small_document();
  document["paths"]["/v1/things/{thing_id}"]["get"]["x-rate-class"] = "read";
  document["paths"]["/v1/things"]["post"]["x-rate-class"] = "auth";
  auto& body = document["paths"]["/v1/things"]["post"]["requestBody"]["content"]["application/json"]["schema"];
  body = json::parse(R"({"type": "object", "additionalProperties": false, "required": ["email"],
                         "properties": {"email": {"type": "string"}}})");
  document["paths"]["/v1/open"]["get"]["x-rate-class"] = "auth";
  return document;
}

struct LimitedSite : Site {
  explicit LimitedSite(RateLimitOptions rates)
      : Site(Contract(limited_document().dump()), small_routes(observations), {}, std::move(rates)) {}
  int statuses(int requests, int wanted, std::string_view token) {
    int count = 0;
    for (int i = 0; i < requests; ++i) count += get("/v1/things/a", token).status == wanted;
    return count;
  }
};

TEST(RateLimits, ABurstOfRequestsAtOnceAdmitsExactlyTheBurst) {
  LimitedSite site({.by_class = {{"read", {1, 12}}}, .org_multiple = 5, .account = {}});
  std::atomic<int> admitted = 0;
  std::atomic<int> refused = 0;
  {
    std::vector<std::jthread> clients;
    for (int i = 0; i < 6; ++i)
      clients.emplace_back([&] {
        for (int j = 0; j < 5; ++j) ++(site.get("/v1/things/a").status == 200 ? admitted : refused);
      });
  }
  EXPECT_EQ(admitted, 12);
  EXPECT_EQ(refused, 18);
}

TEST(RateLimits, AnswersSayWhatIsLeftAndARefusalWhenToComeBack) {
  LimitedSite site({.by_class = {{"read", {1, 2}}}, .org_multiple = 5, .account = {}});
  const auto first = site.get("/v1/things/a");
  EXPECT_EQ(first.headers.get("RateLimit-Limit"), "2");
  EXPECT_EQ(first.headers.get("RateLimit-Remaining"), "1");
  EXPECT_EQ(first.headers.get("RateLimit-Reset"), "60");
  // A request that the contract refuses counts too.
  EXPECT_EQ(site.get("/v1/things/a?limit=0").headers.get("RateLimit-Remaining"), "0");
  const auto refused = site.get("/v1/things/a");
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.json()["type"], "urn:likeness:problem:rate-limited");
  EXPECT_EQ(refused.headers.get("Retry-After"), "60");
  EXPECT_EQ(refused.headers.get("RateLimit-Remaining"), "0");
  EXPECT_EQ(site.get("/v1/wait/nowhere").headers.find("RateLimit-Limit"), nullptr);
}

TEST(RateLimits, TheOrgAsAWholeHasABudgetAndTheOperatorHasNone) {
  // All roles of the site are one user, so a multiple of 1 makes the org's budget the user's.
  LimitedSite site({.by_class = {{"read", {1, 3}}}, .org_multiple = 1, .account = {}});
  EXPECT_EQ(site.statuses(5, 429, "editor"), 2);
  const auto as_operator = exchange(
      site.server.port(), request_text("GET", "/v1/things/a", bearer(kOperatorToken) + "Likeness-Org: shop\r\n"));
  EXPECT_EQ(as_operator.status, 200);
  EXPECT_EQ(as_operator.headers.find("RateLimit-Limit"), nullptr);
}

TEST(RateLimits, WithoutALimitNothingIsSaid) {
  LimitedSite site({.by_class = {{"read", {0, 1}}}, .org_multiple = 1, .account = {}});
  EXPECT_EQ(site.statuses(10, 200, "editor"), 10);
  EXPECT_EQ(site.get("/v1/things/a").headers.find("RateLimit-Limit"), nullptr);
}

TEST(RateLimits, WhoIsNotSignedInCountsByAddress) {
  LimitedSite site({.by_class = {{"auth", {1, 3}}}, .org_multiple = 5, .account = {}});
  for (int i = 0; i < 3; ++i) EXPECT_EQ(exchange(site.server.port(), request_text("GET", "/v1/open")).status, 200);
  EXPECT_EQ(exchange(site.server.port(), request_text("GET", "/v1/open")).status, 429);
}

TEST(RateLimits, OneAccountIsCountedWhoeverAsks) {
  LimitedSite site({.by_class = {}, .org_multiple = 5, .account = {1, 2}});
  const auto log_in = [&](const char* email) { return site.post("/v1/things", {{"email", email}}).status; };
  EXPECT_EQ(log_in("ann@shop.example"), 201);
  EXPECT_EQ(log_in(" ANN@shop.example"), 201);
  EXPECT_EQ(log_in("ann@shop.example"), 429);
  EXPECT_EQ(log_in("bob@shop.example"), 201);
}

TEST(RateLimits, AnIPv6CustomerIsOnePeer) {
  EXPECT_EQ(peer_network("192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(peer_network("2001:db8:1:2:3:4:5:6"), peer_network("2001:db8:1:2::9"));
  EXPECT_NE(peer_network("2001:db8:1:2::9"), peer_network("2001:db8:1:3::9"));
  EXPECT_EQ(peer_network("::ffff:192.0.2.7"), "192.0.2.7");
}

}  // namespace
}  // namespace likeness::gateway::test
