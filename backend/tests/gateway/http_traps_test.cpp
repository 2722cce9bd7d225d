#include <gtest/gtest.h>
#include <chrono>
#include <ostream>

#include "gateway/site.hpp"

namespace likeness::gateway::test {
namespace {

struct Trap {
  const char* name;
  std::string bytes;
  int status;
};

/// For the names of failed tests.
void PrintTo(const Trap& trap, std::ostream* out) { *out << trap.name; }

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
  EXPECT_EQ(problem["status"], GetParam().status);
  EXPECT_TRUE(problem["type"].get<std::string>().starts_with("urn:likeness:problem:"));
  EXPECT_EQ(problem["trace_id"].get<std::string>().size(), 32U);
  EXPECT_TRUE(client.closed_within(std::chrono::milliseconds(3000)));
}

INSTANTIATE_TEST_SUITE_P(
    All, HttpTraps,
    testing::Values(
        Trap{"TransferEncodingBesideContentLength",
             "POST /v1/things HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
             400},
        Trap{"UnknownTransferEncoding", "POST /v1/things HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n",
             400},
        Trap{"TwoCodings", "POST /v1/things HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 400},
        Trap{"ChunkedTwice",
             "POST /v1/things HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
             400},
        Trap{"ChunkedInHttp10", "POST /v1/things HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
             400},
        Trap{"TwoContentLengths",
             "POST /v1/things HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n", 400},
        Trap{"TwoEqualContentLengths",
             "POST /v1/things HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400},
        Trap{"ListOfContentLengths", "POST /v1/things HTTP/1.1\r\nHost: a\r\nContent-Length: 3, 3\r\n\r\nabc", 400},
        Trap{"SignedContentLength", "POST /v1/things HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n\r\nabc", 400},
        Trap{"NegativeContentLength", "POST /v1/things HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400},
        Trap{"EnormousContentLength",
             "POST /v1/things HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\n", 400},
        Trap{"MissingHost", "GET /v1/open HTTP/1.1\r\n\r\n", 400},
        Trap{"TwoHosts", "GET /v1/open HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        Trap{"EmptyHost", "GET /v1/open HTTP/1.1\r\nHost: \r\n\r\n", 400},
        Trap{"FoldedField", "GET /v1/open HTTP/1.1\r\nHost: a\r\nX-A: one\r\n two\r\n\r\n", 400},
        Trap{"FoldedByTab", "GET /v1/open HTTP/1.1\r\nHost: a\r\nX-A: one\r\n\ttwo\r\n\r\n", 400},
        Trap{"BareLineFeeds", "GET /v1/open HTTP/1.1\nHost: a\n\n", 400},
        Trap{"BareCarriageReturn", "GET /v1/open HTTP/1.1\r\nHost: a\rX-A: b\r\n\r\n", 400},
        Trap{"SpaceBeforeColon", "GET /v1/open HTTP/1.1\r\nHost : a\r\n\r\n", 400},
        Trap{"NulInField", std::string("GET /v1/open HTTP/1.1\r\nHost: a\r\nX-A: b") + '\0' + "c\r\n\r\n", 400},
        Trap{"FieldWithoutColon", "GET /v1/open HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n", 400},
        Trap{"NoVersion", "GET /v1/open\r\n\r\n", 400},
        Trap{"SpaceInTarget", "GET /v1/open x HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trap{"TlsHello", "\x16\x03\x01\x02", 400},
        Trap{"LeadingEmptyLine", "\r\nGET /v1/open HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trap{"OtherVersion", "GET /v1/open HTTP/3.0\r\nHost: a\r\n\r\n", 505},
        Trap{"TargetWithoutSlash", "GET v1/open HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trap{"Fragment", "GET /v1/open#x HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trap{"TwoAuthorizations",
             "GET /v1/open HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n", 400},
        Trap{"UnknownExpectation",
             "POST /v1/things HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\nContent-Length: 1\r\n\r\nx", 417},
        Trap{"LongTarget", "GET /v1/open?" + std::string(5000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414},
        Trap{"EndlessTarget", "GET /" + std::string(20000, 'a'), 414},
        Trap{"LongHeader", "GET /v1/open HTTP/1.1\r\nHost: a\r\nX-A: " + std::string(9000, 'a') + "\r\n\r\n", 431},
        Trap{"ManyFields",
             [] {
               std::string text = "GET /v1/open HTTP/1.1\r\nHost: a\r\n";
               for (int i = 0; i < 1500; ++i) text += "X-A: b\r\n";
               return text + "\r\n";
             }(),
             431},
        Trap{"BrokenChunk",
             "POST /v1/things HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer editor\r\nContent-Type: application/json\r\n"
             "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
             400}),
    [](const auto& trap) { return trap.param.name; });

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
  EXPECT_EQ(answer.json()["trace_id"], "0af7651916cd43dd8448eb211c80319c");
  EXPECT_EQ(answer.headers.get("Likeness-Trace-Id"), "0af7651916cd43dd8448eb211c80319c");
}

}  // namespace
}  // namespace likeness::gateway::test
