#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "gateway/site.hpp"

namespace likeness::gateway::test {
namespace {

using std::chrono::milliseconds;

void await_waiting(Site& site, int count) {
  while (site.observations.waiting < count) std::this_thread::sleep_for(milliseconds(5));
}

TEST(Lifecycle, ConnectionServesOneRequestAfterTheOther) {
  Site site;
  WireClient client(site.server.port());
  for (int i = 0; i < 3; ++i) {
    client.send(request_text("POST", "/v1/things", as_editor_json(), R"({"name":"abc","count":1})"));
    const auto answer = client.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 201);
    EXPECT_EQ(answer->headers.get("Connection"), "keep-alive");
  }
  client.send(request_text("GET", "/v1/nowhere"));
  EXPECT_EQ(client.receive()->status, 404);
  client.send(request_text("GET", "/v1/open", "Connection: close\r\n"));
  EXPECT_EQ(client.receive()->headers.get("Connection"), "close");
  EXPECT_TRUE(client.closed_within(milliseconds(2000)));
}

TEST(Lifecycle, RequestsSentTogetherAreAnsweredInOrder) {
  Site site;
  WireClient client(site.server.port());
  client.send(request_text("GET", "/v1/things/a", bearer("editor")) +
              request_text("POST", "/v1/things", as_editor_json(), R"({"name":"abc","count":1})") +
              request_text("GET", "/v1/things/b", bearer("editor")));
  EXPECT_EQ(client.receive()->json()["id"], "a");
  EXPECT_EQ(client.receive()->status, 201);
  EXPECT_EQ(client.receive()->json()["id"], "b");
}

TEST(Lifecycle, EveryAnswerIsObserved) {
  Site site;
  site.get("/v1/open");
  site.get("/v1/nowhere");
  exchange(site.server.port(), "nonsense\r\n\r\n");
  for (int i = 0; i < 100 && site.observations.observed < 3; ++i) std::this_thread::sleep_for(milliseconds(10));
  EXPECT_EQ(site.observations.observed, 3);
}

TEST(Lifecycle, StopLetsRequestsInFlightFinish) {
  Site site;
  WireClient busy(site.server.port());
  busy.send(request_text("GET", "/v1/wait", bearer("editor")));
  WireClient idle(site.server.port());
  idle.send(request_text("GET", "/v1/open"));
  EXPECT_EQ(idle.receive()->status, 200);
  await_waiting(site, 1);

  const std::uint16_t port = site.server.port();
  std::jthread stopping([&] { site.server.stop(); });
  EXPECT_TRUE(idle.closed_within(milliseconds(2000)));
  std::this_thread::sleep_for(milliseconds(100));
  EXPECT_THROW(WireClient late(port), std::runtime_error);
  site.observations.let_go.set_value();
  const auto answer = busy.receive();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->headers.get("Connection"), "close");
}

TEST(Lifecycle, StopDoesNotWaitForever) {
  ServerOptions options;
  options.stop_timeout = milliseconds(200);
  Site site(options);
  WireClient half(site.server.port());
  half.send("GET /v1/open HTTP/1.1\r\nHo");
  std::this_thread::sleep_for(milliseconds(100));
  const Stopwatch watch;
  site.server.stop();
  EXPECT_LT(watch.seconds(), 2.0);
  EXPECT_TRUE(half.closed_within(milliseconds(1000)));
  site.server.stop();
}

TEST(Lifecycle, HandlerThatOutlastsTheStopEndsBeforeItReturns) {
  ServerOptions options;
  options.stop_timeout = milliseconds(100);
  Site site(options);
  WireClient client(site.server.port());
  client.send(request_text("GET", "/v1/wait", bearer("editor")));
  await_waiting(site, 1);
  std::jthread release([&] {
    std::this_thread::sleep_for(milliseconds(400));
    site.observations.let_go.set_value();
  });
  const Stopwatch watch;
  site.server.stop();
  EXPECT_GT(watch.seconds(), 0.3);
  EXPECT_FALSE(client.receive());
}

TEST(Lifecycle, PortInUseIsSaid) {
  Site site;
  ServerOptions options;
  options.port = site.server.port();
  HttpServer second(options, site.dispatcher);
  try {
    second.start();
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::unavailable);
    EXPECT_NE(error.message().find(std::to_string(options.port)), std::string::npos);
  }
}

TEST(Lifecycle, AdminListenerNeedsNoContract) {
  Router router({{"GET",
                  "/metrics",
                  "metrics",
                  [](const Request&) { return Response::text(200, "text/plain", "up 1\n"); },
                  BodyKind::none,
                  {},
                  true}});
  Dispatcher dispatcher(router);
  HttpServer server({}, dispatcher);
  server.start();
  EXPECT_EQ(exchange(server.port(), request_text("GET", "/metrics")).body, "up 1\n");
  EXPECT_EQ(exchange(server.port(), request_text("GET", "/other")).status, 404);
}

}  // namespace
}  // namespace likeness::gateway::test
