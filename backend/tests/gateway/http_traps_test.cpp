#include <gtest/gtest.h>
#include <chrono>

#include "gateway/http_traps.hpp"
#include "gateway/site.hpp"

namespace likeness::gateway::test {
namespace {

/// What an attacker wants to have answered in somebody else's place.
constexpr const char* kSmuggled = "GET /v1/open HTTP/1.1\r\nHost: a\r\n\r\n";

class HttpTraps : public testing::TestWithParam<Trap> {
 protected:
  static Site& site() {
    static Site site;
    return site;
  }
};

TEST_P(HttpTraps, AreRefusedWithAProblemAndTheConnectionEnds) {
  WireClient client(site().server.port());
  ASSERT_TRUE(client.send(GetParam().bytes));
  const auto answer = client.receive();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, GetParam().status);
  EXPECT_EQ(answer->headers.get("Content-Type"), "application/problem+json");
  EXPECT_EQ(answer->headers.get("Connection"), "close");
  const auto problem = answer->json();
  for (const char* member : {"type", "title", "status", "detail", "instance", "trace_id"})
    EXPECT_TRUE(problem.contains(member)) << member;
  EXPECT_EQ(problem["status"], GetParam().status);
  EXPECT_TRUE(problem["type"].get<std::string>().starts_with("urn:likeness:problem:"));
  EXPECT_EQ(problem["trace_id"].get<std::string>().size(), 32U);
  EXPECT_TRUE(client.closed_within(std::chrono::milliseconds(3000)));
}

TEST_P(HttpTraps, LetNothingBehindThemThrough) {
  const int answered_before = site().observations.observed;
  WireClient client(site().server.port());
  client.send(GetParam().bytes + kSmuggled);
  ASSERT_TRUE(client.receive());
  EXPECT_TRUE(client.closed_within(std::chrono::milliseconds(3000))) << "a second answer came";
  EXPECT_EQ(site().observations.observed - answered_before, 1);
}

INSTANTIATE_TEST_SUITE_P(All, HttpTraps, testing::ValuesIn(http_traps()),
                         [](const auto& trap) { return trap.param.name; });

TEST(Http, KnowsManyTraps) { EXPECT_GE(http_traps().size(), 100U); }

TEST(Http, TakesWhatIsUnusualButRight) {
  Site site;
  const auto status = [&](const std::string& bytes) { return exchange(site.server.port(), bytes).status; };
  EXPECT_EQ(status("GET http://somewhere/v1/open HTTP/1.1\r\nHost: a\r\n\r\n"), 200);
  EXPECT_EQ(status("GET /v1/open HTTP/1.0\r\n\r\n"), 200);
  EXPECT_EQ(status("GET /v1/open HTTP/1.1\r\nhOST: a\r\nX-Empty:\r\n\r\n"), 200);
  const std::string chunked =
      "POST /v1/things HTTP/1.1\r\nHost: a\r\n" + as_editor_json() +
      "Transfer-Encoding: Chunked\r\n\r\n5;ext=1\r\n{\"nam\r\n11\r\ne\":\"ab\",\"count\":1\r\n1\r\n}\r\n0\r\nTrailer: "
      "x\r\n\r\n";
  EXPECT_EQ(status(chunked), 201);
}

TEST(Http, SaysWhatIsNotThere) {
  Site site;
  const auto nowhere = site.get("/v1/nowhere");
  EXPECT_EQ(nowhere.status, 404);
  EXPECT_EQ(nowhere.json()["type"], "urn:likeness:problem:not-found");
  EXPECT_EQ(nowhere.json()["instance"], "/v1/nowhere");
  EXPECT_EQ(site.get("/v1/open/").status, 404);

  const auto other_method = exchange(site.server.port(), request_text("DELETE", "/v1/open"));
  EXPECT_EQ(other_method.status, 405);
  EXPECT_EQ(other_method.headers.get("Allow"), "GET, HEAD");
}

TEST(Http, HeadHasTheFieldsOfGetAndNoBody) {
  Site site;
  WireClient client(site.server.port());
  client.send(request_text("HEAD", "/v1/open"));
  const auto head = client.receive(true);
  ASSERT_TRUE(head);
  EXPECT_EQ(head->status, 200);
  EXPECT_EQ(head->headers.get("Content-Length"), "4");
  EXPECT_EQ(head->headers.get("Etag"), "\"1\"");
  client.send(request_text("GET", "/v1/open"));
  EXPECT_EQ(client.receive()->body, "open");
}

TEST(Http, TraceIdIsTheCallersWhereItSendsOne) {
  Site site;
  const std::string field = "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\n";
  const auto answer = exchange(site.server.port(), request_text("GET", "/v1/nowhere", field));
  EXPECT_TRUE(answer.headers.get("traceparent").starts_with("00-0af7651916cd43dd8448eb211c80319c-"));
  EXPECT_EQ(answer.headers.get("traceparent").find("b7ad6b7169203331"), std::string_view::npos);
  const auto twice = exchange(site.server.port(), request_text("GET", "/v1/nowhere", field + field));
  EXPECT_NE(twice.json()["trace_id"], "0af7651916cd43dd8448eb211c80319c");
  EXPECT_EQ(answer.json()["trace_id"], "0af7651916cd43dd8448eb211c80319c");
  EXPECT_EQ(answer.headers.get("Likeness-Trace-Id"), "0af7651916cd43dd8448eb211c80319c");
}

}  // namespace
}  // namespace likeness::gateway::test
