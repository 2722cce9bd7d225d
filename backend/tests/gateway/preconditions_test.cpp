#include <gtest/gtest.h>

#include "gateway/site.hpp"

namespace likeness::gateway::test {
namespace {

using nlohmann::json;

constexpr const char* kPath = "/v1/notes/src_01900000-0000-7000-8000-000000000009";

json operation(const char* id, bool tagged) {
  json node = {{"operationId", id}, {"x-roles", {"editor"}}, {"x-rate-class", "none"}};
  if (tagged) node["responses"]["200"]["headers"]["ETag"] = json::object();
  return node;
}

json note_document() {
  json document = {{"openapi", "3.1.0"}, {"paths", json::object()}};
  json& item = document["paths"]["/v1/notes/{note_id}"];
  item["parameters"] =
      json::parse(R"([{"name": "note_id", "in": "path", "required": true, "schema": {"type": "string"}}])");
  item["get"] = operation("getNote", true);
  item["put"] = operation("putNote", true);
  item["delete"] = operation("deleteNote", false);
  json& slow = document["paths"]["/v1/slow"];
  slow["get"] = operation("getSlow", true);
  slow["put"] = operation("putSlow", false);
  slow["put"]["x-transaction"] = "none";
  return document;
}

/// One note whose text is the number of its changes.
struct NoteSite : Site {
  explicit NoteSite(std::shared_ptr<int> changes)
      : Site(Contract(note_document().dump()), routes(changes), ServerOptions{}) {}

  static std::vector<Route> routes(const std::shared_ptr<int>& changes) {
    const auto get = [changes](const Request&) {
      if (*changes < 0) throw Error(ErrorKind::not_found, "it is gone");
      return Response::json(200, {{"changes", *changes}});
    };
    const auto put = [changes](const Request&) { return Response::json(200, {{"changes", ++*changes}}); };
    const auto remove = [changes](const Request&) {
      *changes = -1;
      return Response::empty();
    };
    return {{"GET", "/v1/notes/{note_id}", "getNote", get},
            {"PUT", "/v1/notes/{note_id}", "putNote", put},
            {"DELETE", "/v1/notes/{note_id}", "deleteNote", remove},
            {"GET", "/v1/slow", "getSlow", get},
            {"PUT", "/v1/slow", "putSlow", put}};
  }
  WireAnswer send(const char* method, const std::string& fields, const char* path = kPath) {
    return exchange(server.port(), request_text(method, path, bearer("editor") + fields));
  }
};

TEST(Preconditions, AnUnchangedAnswerIsNotSentAgain) {
  NoteSite site(std::make_shared<int>(0));
  const auto first = site.get(kPath);
  const std::string tag(first.headers.get("ETag"));
  EXPECT_EQ(tag.size(), 34u) << tag;
  for (const auto& known : {tag, "\"other\", " + tag, "W/" + tag, std::string("*")}) {
    const auto again = site.send("GET", "If-None-Match: " + known + "\r\n");
    EXPECT_EQ(again.status, 304) << known;
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(again.headers.get("ETag"), tag);
  }
  EXPECT_EQ(site.send("GET", "If-None-Match: \"other\"\r\n").status, 200);
}

TEST(Preconditions, AChangeIsMadeOnlyToTheStateItIsMeantFor) {
  const auto changes = std::make_shared<int>(0);
  NoteSite site(changes);
  const std::string tag(site.get(kPath).headers.get("ETag"));
  const auto changed = site.send("PUT", "If-Match: " + tag + "\r\n");
  EXPECT_EQ(changed.status, 200);
  EXPECT_EQ(site.locks.locked,
            std::vector<std::string>{kOrg.to_string() + " src_01900000-0000-7000-8000-000000000009"});
  // The answer to the change bears the tag of the new state.
  EXPECT_EQ(changed.headers.get("ETag"), site.get(kPath).headers.get("ETag"));

  const auto late = site.send("PUT", "If-Match: " + tag + "\r\n");
  EXPECT_EQ(late.status, 412);
  EXPECT_EQ(late.json()["type"], "urn:likeness:problem:precondition-failed");
  EXPECT_EQ(late.json()["errors"][0]["field"], "If-Match");
  EXPECT_EQ(site.send("DELETE", "If-Match: " + tag + "\r\n").status, 412);
  EXPECT_EQ(site.send("PUT", "If-Match: W/" + std::string(changed.headers.get("ETag")) + "\r\n").status, 412);
  EXPECT_EQ(*changes, 1);
  EXPECT_EQ(site.send("PUT", "").status, 200);
  EXPECT_EQ(site.send("PUT", "If-Match: *\r\n").status, 200);
  EXPECT_EQ(*changes, 3);
  EXPECT_EQ(site.send("DELETE", "If-Match: " + std::string(site.get(kPath).headers.get("ETag")) + "\r\n").status, 204);
  EXPECT_EQ(site.send("PUT", "If-Match: *\r\n").status, 404);
}

TEST(Preconditions, WhatCannotBeGuardedIsRefusedRatherThanIgnored) {
  const auto changes = std::make_shared<int>(0);
  NoteSite site(changes);
  for (const char* given : {"abc", "\"", "\"a\", b", ""}) {
    const auto answer = site.send("PUT", std::string("If-Match: ") + given + "\r\n");
    EXPECT_EQ(answer.status, 422) << given;
  }
  const auto slow = site.send("PUT", "If-Match: *\r\n", "/v1/slow");
  EXPECT_EQ(slow.status, 422);
  EXPECT_EQ(slow.json()["errors"][0]["field"], "If-Match");
  EXPECT_EQ(*changes, 0);
}

}  // namespace
}  // namespace likeness::gateway::test
