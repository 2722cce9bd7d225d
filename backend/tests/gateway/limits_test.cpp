#include <gtest/gtest.h>

#include <fmt/format.h>
#include <chrono>
#include <thread>

#include "gateway/site.hpp"

namespace likeness::gateway::test {
namespace {

using std::chrono::milliseconds;

std::string editor_fields(std::string_view media_type) {
  return bearer("editor") + fmt::format("Content-Type: {}\r\n", media_type);
}

TEST(Limits, BodyBoundFollowsTheRoute) {
  ServerOptions options;
  options.json_body_bytes_max = 100;
  options.image_body_bytes_max = 1000;
  options.feed_body_bytes_max = 400'000;
  Site site(options);
  const auto status = [&](const char* method, const char* target, const char* media_type, std::size_t size) {
    return exchange(site.server.port(), request_text(method, target, editor_fields(media_type), std::string(size, 'x')))
        .status;
  };
  EXPECT_EQ(status("POST", "/v1/things", "application/json", 101), 413);
  EXPECT_EQ(status("PUT", "/v1/picture", "image/png", 1000), 200);
  EXPECT_EQ(status("PUT", "/v1/picture", "image/png", 1001), 413);
  EXPECT_EQ(status("POST", "/v1/feed", "text/csv", 400'000), 200);
  EXPECT_EQ(status("POST", "/v1/feed", "text/csv", 400'001), 413);
  EXPECT_EQ(status("POST", "/v1/empty", "text/csv", 1), 422);
}

TEST(Limits, ChunkedBodyIsBoundedAsItArrives) {
  ServerOptions options;
  options.image_body_bytes_max = 50'000;
  Site site(options);
  std::string bytes = request_text("PUT", "/v1/picture", editor_fields("image/png") + "Transfer-Encoding: chunked\r\n");
  for (int i = 0; i < 20; ++i) bytes += "1000\r\n" + std::string(4096, 'x') + "\r\n";
  const auto answer = exchange(site.server.port(), bytes);
  EXPECT_EQ(answer.status, 413);
  EXPECT_EQ(answer.faulty_fields(), "body");
}

TEST(Limits, RefusalNeedsNoBody) {
  Site site;
  WireClient stranger(site.server.port());
  stranger.send("POST /v1/feed HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nContent-Length: 1000000\r\n\r\n");
  EXPECT_EQ(stranger.receive()->status, 401);
  WireClient greedy(site.server.port());
  greedy.send("POST /v1/feed HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nContent-Length: 90000000000000\r\n\r\n");
  EXPECT_EQ(greedy.receive()->status, 413);
  WireClient mistaken(site.server.port());
  mistaken.send(request_text("POST", "/v1/feed?colour=red", editor_fields("text/csv") + "Content-Length: 1000000\r\n"));
  const auto answer = mistaken.receive();
  EXPECT_EQ(answer->status, 422);
  EXPECT_EQ(answer->faulty_fields(), "colour");
}

TEST(Limits, RefusalArrivesWhileTheClientStillSends) {
  ServerOptions options;
  options.image_body_bytes_max = 1000;
  Site site(options);
  WireClient client(site.server.port());
  client.send(request_text("PUT", "/v1/picture", editor_fields("image/png"), std::string(8'000'000, 'x')));
  const auto answer = client.receive();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 413);
}

TEST(Limits, ContinueIsSentOnceTheHeadIsAccepted) {
  Site site;
  WireClient client(site.server.port());
  client.send(
      request_text("PUT", "/v1/picture", editor_fields("image/png") + "Expect: 100-continue\r\nContent-Length: 3\r\n"));
  EXPECT_EQ(client.receive()->status, 100);
  client.send("abc");
  EXPECT_EQ(client.receive()->json()["bytes"], 3);

  WireClient stranger(site.server.port());
  stranger.send(request_text("PUT", "/v1/picture", "Expect: 100-continue\r\nContent-Length: 3\r\n"));
  EXPECT_EQ(stranger.receive()->status, 401);
}

TEST(Limits, SlowHeaderIsGivenUp) {
  ServerOptions options;
  options.header_timeout = milliseconds(200);
  Site site(options);
  WireClient slow(site.server.port());
  slow.send("GET /v1/op");
  const auto answer = slow.receive();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 408);
  WireClient silent(site.server.port());
  EXPECT_TRUE(silent.closed_within(milliseconds(2000)));
}

TEST(Limits, SlowBodyIsGivenUp) {
  ServerOptions options;
  options.body_grace = milliseconds(300);
  options.body_bytes_per_second_min = 1000;
  Site site(options);
  WireClient stalled(site.server.port());
  stalled.send(request_text("PUT", "/v1/picture", editor_fields("image/png") + "Content-Length: 1000\r\n"));
  stalled.send("abc");
  EXPECT_EQ(stalled.receive()->status, 408);

  // One byte now and then keeps no single read waiting, but the sum of them is too slow.
  WireClient dripping(site.server.port());
  dripping.send(request_text("PUT", "/v1/picture", editor_fields("image/png") + "Content-Length: 1000\r\n"));
  Stopwatch watch;
  while (dripping.send("x") && watch.seconds() < 1.5) std::this_thread::sleep_for(milliseconds(50));
  EXPECT_EQ(dripping.receive()->status, 408);
}

TEST(Limits, IdleConnectionIsClosed) {
  ServerOptions options;
  options.idle_timeout = milliseconds(200);
  Site site(options);
  WireClient client(site.server.port());
  client.send(request_text("GET", "/v1/open"));
  EXPECT_EQ(client.receive()->status, 200);
  EXPECT_TRUE(client.closed_within(milliseconds(2000)));
}

TEST(Limits, ManySlowSocketsChangeNothingForGoodRequests) {
  Site site;
  std::vector<std::unique_ptr<WireClient>> slow;
  for (int i = 0; i < 400; ++i) {
    slow.push_back(std::make_unique<WireClient>(site.server.port()));
    slow.back()->send(i % 2 == 0 ? "GET /v1/open HT"
                                 : "PUT /v1/picture HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                                   "editor\r\nContent-Type: image/png\r\nContent-Length: 9\r\n\r\nx");
  }
  const Stopwatch watch;
  for (int i = 0; i < 20; ++i) EXPECT_EQ(site.get("/v1/things/a").status, 200);
  EXPECT_LT(watch.seconds(), 2.0);
}

TEST(Limits, TooManyConnectionsAreTurnedAway) {
  ServerOptions options;
  options.connections_max = 2;
  Site site(options);
  WireClient first(site.server.port());
  WireClient second(site.server.port());
  first.send(request_text("GET", "/v1/open"));
  EXPECT_EQ(first.receive()->status, 200);
  second.send(request_text("GET", "/v1/open"));
  EXPECT_EQ(second.receive()->status, 200);
  WireClient third(site.server.port());
  const auto answer = third.receive();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 503);
  EXPECT_EQ(answer->headers.get("Retry-After"), "1");
}

TEST(Limits, FullQueueIsBusy) {
  ServerOptions options;
  options.worker_threads = 1;
  options.queue_capacity = 1;
  Site site(options);
  const std::string wait = request_text("GET", "/v1/wait", bearer("editor"));
  WireClient running(site.server.port());
  running.send(wait);
  while (site.observations.waiting < 1) std::this_thread::sleep_for(milliseconds(5));
  WireClient queued(site.server.port());
  queued.send(wait);
  std::this_thread::sleep_for(milliseconds(100));
  const auto refused = site.get("/v1/things/a");
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused.headers.get("Retry-After"), "1");
  EXPECT_EQ(refused.json()["type"], "urn:likeness:problem:unavailable");
  site.observations.let_go.set_value();
  EXPECT_EQ(running.receive()->status, 200);
  EXPECT_EQ(queued.receive()->status, 200);
}

TEST(Limits, BodiesInMemoryAreBoundedTogether) {
  ServerOptions options;
  options.buffered_bytes_max = 100'000;
  Site site(options);
  const auto put = [&](std::size_t size) {
    return exchange(site.server.port(),
                    request_text("PUT", "/v1/picture", editor_fields("image/png"), std::string(size, 'x')))
        .status;
  };
  EXPECT_EQ(put(200'000), 503);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(put(90'000), 200);
}

TEST(Limits, FeedIsStreamedAndItsSinkGoes) {
  Site site;
  const std::string feed(3'000'000, 'x');
  const auto answer = exchange(site.server.port(), request_text("POST", "/v1/feed", editor_fields("text/csv"), feed));
  EXPECT_EQ(answer.json()["bytes"], 3'000'000);
  EXPECT_EQ(answer.json()["kept"], 0);
  EXPECT_EQ(site.observations.fed_bytes, 3'000'000U);
  EXPECT_EQ(site.observations.sinks_alive, 0);

  const auto refused = exchange(site.server.port(), request_text("POST", "/v1/feed", editor_fields("text/csv"), "!"));
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(site.observations.sinks_alive, 0);
  {
    WireClient leaving(site.server.port());
    leaving.send(request_text("POST", "/v1/feed", editor_fields("text/csv") + "Content-Length: 1000\r\n") + "half");
    std::this_thread::sleep_for(milliseconds(50));
  }
  for (int i = 0; i < 100 && site.observations.sinks_alive > 0; ++i) std::this_thread::sleep_for(milliseconds(10));
  EXPECT_EQ(site.observations.sinks_alive, 0);
}

}  // namespace
}  // namespace likeness::gateway::test
