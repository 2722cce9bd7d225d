#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "gateway/site.hpp"

namespace likeness::gateway::test {
namespace {

using std::chrono::milliseconds;

/// A server without a contract whose route /events counts as far as it is told to; /open answers at once.
struct Streaming {
  std::atomic<int> counted = 0;
  std::atomic<int> last = 3;
  std::atomic<std::size_t> filler_bytes = 0;
  Router router{
      {{"GET", "/events", "events",
        [this](const Request&) { return Response::event_stream({[this] { return next(); }, milliseconds(20)}); }},
       {"GET", "/open", "open", [](const Request&) { return Response::text(200, "text/plain", "open"); }}}};
  Dispatcher dispatcher{router};
  HttpServer server;

  explicit Streaming(ServerOptions options = {}) : server(options, dispatcher) { server.start(); }

  EventPiece next() {
    if (counted >= last) return {};
    const int number = ++counted;
    return {event_text("count", std::to_string(number), std::string(filler_bytes, 'x')), number == last};
  }
};

/// Everything that the client can read until the server has been silent for a while, or `until` was in it.
std::string heard(WireClient& client, std::string_view until) {
  std::string bytes;
  for (int i = 0; i < 100 && bytes.find(until) == std::string::npos; ++i) bytes += client.read_some(milliseconds(50));
  return bytes;
}

TEST(EventText, HasALineForEachLineOfData) {
  EXPECT_EQ(event_text("done", "7", "a\nb"), "id: 7\nevent: done\ndata: a\ndata: b\n\n");
}

TEST(EventStream, ComesInChunksAndTheConnectionGoesOn) {
  Streaming site;
  WireClient client(site.server.port());
  client.send(request_text("GET", "/events"));
  const auto text = heard(client, "\r\n0\r\n\r\n");
  EXPECT_NE(text.find("Transfer-Encoding: chunked\r\n"), std::string::npos);
  EXPECT_NE(text.find("Content-Type: text/event-stream\r\n"), std::string::npos);
  EXPECT_NE(text.find("Cache-Control: no-store\r\n"), std::string::npos);
  EXPECT_EQ(text.find("Content-Length"), std::string::npos);
  EXPECT_NE(text.find("\r\n1b\r\nid: 1\nevent: count\ndata: \n\n\r\n"), std::string::npos) << text;
  EXPECT_LT(text.find("id: 1"), text.find("id: 3"));
  client.send(request_text("GET", "/open"));
  EXPECT_EQ(client.receive()->body, "open");
}

TEST(EventStream, RequestsSentAheadAreAnsweredAfterIt) {
  Streaming site;
  WireClient client(site.server.port());
  client.send(request_text("GET", "/events") + request_text("GET", "/open"));
  const auto text = heard(client, "open");
  EXPECT_LT(text.find("\r\n0\r\n\r\n"), text.find("HTTP/1.1 200 OK", 20)) << text;
}

TEST(EventStream, OldClientsReadToTheEndOfTheConnection) {
  Streaming site;
  WireClient client(site.server.port());
  client.send("GET /events HTTP/1.0\r\nHost: test\r\n\r\n");
  const auto text = heard(client, "id: 3\nevent: count\ndata: \n\n");
  EXPECT_EQ(text.find("chunked"), std::string::npos);
  EXPECT_NE(text.find("Connection: close"), std::string::npos);
  EXPECT_TRUE(client.closed_within(milliseconds(2000)));
}

TEST(EventStream, HeadHasNoBodyAndStartsNothing) {
  Streaming site;
  WireClient client(site.server.port());
  client.send(request_text("HEAD", "/events") + request_text("GET", "/open"));
  EXPECT_EQ(client.receive(true)->headers.get("Content-Type"), "text/event-stream");
  EXPECT_EQ(client.receive()->body, "open");
  EXPECT_EQ(site.counted, 0);
}

TEST(EventStream, SaysThatItIsAliveWhereThereIsNoNews) {
  ServerOptions options;
  options.event_heartbeat = milliseconds(60);
  Streaming site(options);
  site.last = 0;
  WireClient client(site.server.port());
  client.send(request_text("GET", "/events"));
  EXPECT_NE(heard(client, ": still here\n\n").find(": still here\n\n"), std::string::npos);
}

TEST(EventStream, MoreThanTheBoundAreRefusedUntilOneEnds) {
  ServerOptions options;
  options.event_streams_max = 1;
  Streaming site(options);
  site.last = 1000;
  {
    WireClient first(site.server.port());
    first.send(request_text("GET", "/events"));
    heard(first, "id: ");
    EXPECT_EQ(exchange(site.server.port(), request_text("GET", "/events")).status, 503);
    EXPECT_EQ(exchange(site.server.port(), request_text("GET", "/open")).status, 200);
  }
  // The first client left, which the server sees without sending.
  for (int i = 0; i < 100; ++i) {
    WireClient next(site.server.port());
    next.send(request_text("GET", "/events"));
    if (heard(next, "\r\n\r\n").starts_with("HTTP/1.1 200")) return;
    std::this_thread::sleep_for(milliseconds(20));
  }
  FAIL() << "the place was never given back";
}

TEST(EventStream, ManyStreamsHoldNoWorker) {
  ServerOptions options;
  options.worker_threads = 1;
  Streaming site(options);
  site.last = 1'000'000;
  std::vector<std::unique_ptr<WireClient>> clients;
  for (int i = 0; i < 50; ++i) {
    clients.push_back(std::make_unique<WireClient>(site.server.port()));
    clients.back()->send(request_text("GET", "/events"));
  }
  for (auto& client : clients) EXPECT_NE(heard(*client, "id: ").find("id: "), std::string::npos);
  EXPECT_EQ(exchange(site.server.port(), request_text("GET", "/open")).body, "open");
}

TEST(EventStream, AClientThatDoesNotReadIsLetGo) {
  ServerOptions options;
  options.idle_timeout = milliseconds(300);
  options.event_streams_max = 1;
  Streaming site(options);
  site.last = 1'000'000;
  site.filler_bytes = 8 << 20;
  WireClient deaf(site.server.port());
  deaf.send(request_text("GET", "/events"));
  std::this_thread::sleep_for(milliseconds(1500));
  const int counted = site.counted;
  EXPECT_LE(counted, 3) << "nothing is produced for it meanwhile";
  EXPECT_EQ(exchange(site.server.port(), request_text("HEAD", "/events")).status, 200);
  site.filler_bytes = 0;
  WireClient next(site.server.port());
  next.send(request_text("GET", "/events"));
  EXPECT_TRUE(heard(next, "id: ").starts_with("HTTP/1.1 200"));
}

TEST(EventStream, EndsWholeWhenTheServerStops) {
  Streaming site;
  site.last = 1'000'000;
  WireClient client(site.server.port());
  client.send(request_text("GET", "/events"));
  heard(client, "id: 1\n");
  const Stopwatch watch;
  site.server.stop();
  EXPECT_LT(watch.seconds(), 2);
  EXPECT_TRUE(heard(client, "0\r\n\r\n").ends_with("0\r\n\r\n"));
}

TEST(EventStream, EndsWhenItsTimeIsUp) {
  ServerOptions options;
  options.event_stream_max = milliseconds(200);
  Streaming site(options);
  site.last = 0;
  WireClient client(site.server.port());
  client.send(request_text("GET", "/events"));
  EXPECT_TRUE(heard(client, "0\r\n\r\n").ends_with("0\r\n\r\n"));
}

}  // namespace
}  // namespace likeness::gateway::test
