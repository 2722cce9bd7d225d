#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/site.hpp"

namespace likeness::gateway::test {
namespace {

using nlohmann::json;

/// A contract with every rule, and routes that succeed or fail as the body says.
json audited_document() {
  const auto operation = [](const char* id, json more) {
    more["operationId"] = id;
    more["x-roles"] = {"operator", "editor"};
    more["x-rate-class"] = "none";
    return more;
  };
  const json with_body = json::parse(R"({"requestBody": {"content": {"application/json": {"schema": {
      "type": "object", "additionalProperties": false, "properties": {
        "fail": {"type": "boolean"}, "password": {"type": "string"}}}}}}})");
  const auto with_rule = [&](const char* rule) {
    json more = with_body;
    if (*rule) more["x-audit"] = rule;
    return more;
  };
  const json id = json::parse(
      R"([{"name": "gadget_id", "in": "path", "required": true, "schema": {"type": "string", "maxLength": 300}}])");
  json document = {{"openapi", "3.1.0"}, {"paths", json::object()}};
  json& paths = document["paths"];
  paths["/v1/gadgets"]["post"] = operation("createGadget", with_rule(""));
  paths["/v1/attempts"]["post"] = operation("attempt", with_rule("attempts"));
  paths["/v1/silent"]["post"] = operation("beSilent", with_rule("none"));
  paths["/v1/gadgets/{gadget_id}"] = {{"parameters", id}};
  paths["/v1/gadgets/{gadget_id}"]["get"] = operation("getGadget", json::object());
  paths["/v1/gadgets/{gadget_id}"]["delete"] = operation("deleteGadget", {{"x-transaction", "none"}});
  paths["/v1/gadgets/{gadget_id}/picture"] = {{"parameters", id}};
  paths["/v1/gadgets/{gadget_id}/picture"]["get"] = operation("getPicture", {{"x-audit", "access"}});
  return document;
}

Response act(const Request& request) {
  request.audit->set_before({{"name", "old"}, {"size", 1}});
  request.audit->set_after({{"name", "new"}, {"size", 1}, {"password", "plum-harbour"}});
  if (request.json_body && request.json().value("fail", false))
    throw Error(ErrorKind::unauthenticated, "the password is wrong");
  return Response::json(201, json::object()).with("Location", "/v1/big-gadgets/gdg_7");
}

Response look(const Request&) { return Response::json(200, json::object()); }

std::vector<Route> audited_routes() {
  return {{"POST", "/v1/gadgets", "createGadget", act, BodyKind::json},
          {"POST", "/v1/attempts", "attempt", act, BodyKind::json},
          {"POST", "/v1/silent", "beSilent", act, BodyKind::json},
          {"GET", "/v1/gadgets/{gadget_id}", "getGadget", look},
          {"DELETE", "/v1/gadgets/{gadget_id}", "deleteGadget", look},
          {"GET", "/v1/gadgets/{gadget_id}/picture", "getPicture", look}};
}

struct AuditTrailTest : testing::Test {
  Site site{Contract(audited_document().dump()), audited_routes(), {}};

  std::string actions() {
    std::string names;
    for (const auto& kept : site.audit_log.kept()) names += kept.fact.action + ":" + kept.fact.outcome + " ";
    return names;
  }
};

TEST_F(AuditTrailTest, ChangesAreRecordedAndReadingIsNot) {
  EXPECT_EQ(site.post("/v1/gadgets", json::object()).status, 201);
  EXPECT_EQ(site.get("/v1/gadgets/gdg_1").status, 200);
  EXPECT_EQ(site.get("/v1/gadgets/gdg_1/picture").status, 200);
  EXPECT_EQ(site.post("/v1/silent", json::object()).status, 201);
  EXPECT_EQ(exchange(site.server.port(), request_text("DELETE", "/v1/gadgets/gdg_1", bearer("editor"))).status, 200);
  EXPECT_EQ(actions(), "createGadget:ok getPicture:ok deleteGadget:ok ");
}

TEST_F(AuditTrailTest, OfWhatWasRefusedOnlyAttemptsAreRecorded) {
  EXPECT_EQ(site.post("/v1/gadgets", {{"fail", true}}).status, 401);
  EXPECT_EQ(site.post("/v1/attempts", {{"fail", true}}).status, 401);
  EXPECT_EQ(site.post("/v1/attempts", {{"fale", true}}).status, 422);
  EXPECT_EQ(site.post("/v1/attempts", json::object(), "nobody").status, 401);
  EXPECT_EQ(site.post("/v1/attempts", json::object()).status, 201);
  EXPECT_EQ(actions(), "attempt:unauthenticated attempt:ok ");
}

TEST_F(AuditTrailTest, AnEntrySaysWhoDidWhatToWhatFromWhere) {
  const std::string fields = bearer("editor") + "User-Agent: browser 1\r\nContent-Type: application/json\r\n";
  exchange(site.server.port(), request_text("POST", "/v1/gadgets", fields, "{}"));
  exchange(site.server.port(),
           request_text("GET", "/v1/gadgets/gdg_1/picture", bearer(kOperatorToken) + "Likeness-Org: other\r\n"));
  const auto kept = site.audit_log.kept();
  ASSERT_EQ(kept.size(), 2u);
  EXPECT_EQ(kept[0].chain, AuditChain{kOrg});
  EXPECT_EQ(kept[0].fact.actor.kind, "user");
  EXPECT_EQ(kept[0].fact.actor.id, "usr_01900000-0000-7000-8000-000000000002");
  EXPECT_EQ(kept[0].fact.object_kind + " " + kept[0].fact.object_id, "big_gadget gdg_7");
  EXPECT_EQ(kept[0].fact.before, R"({"name":"old"})");
  EXPECT_EQ(kept[0].fact.after, R"json({"name":"new","password":"(secret)"})json");
  EXPECT_EQ(kept[0].fact.trace_id.size(), 32u);
  ASSERT_EQ(kept[0].fact.personal.size(), 2u);
  EXPECT_EQ(kept[0].fact.personal[0].value, "127.0.0.0");
  EXPECT_EQ(kept[0].fact.personal[1].value, "browser 1");
  EXPECT_EQ(kept[1].chain, AuditChain{kOtherOrg});
  EXPECT_EQ(kept[1].fact.actor.kind, "operator");
  EXPECT_EQ(kept[1].fact.object_kind + " " + kept[1].fact.object_id, "gadget gdg_1");
}

TEST_F(AuditTrailTest, LongTextsOfTheRequestAreCut) {
  const std::string fields = bearer("editor") + "User-Agent: " + std::string(900, 'a') + "\r\n";
  exchange(site.server.port(), request_text("GET", "/v1/gadgets/" + std::string(250, 'b') + "/picture", fields));
  const auto kept = site.audit_log.kept();
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_EQ(kept[0].fact.object_id, std::string(100, 'b'));
  EXPECT_EQ(kept[0].fact.personal.at(1).value, std::string(200, 'a'));
}

TEST(AuditTrail, WhatAContractMaySay) {
  json document = audited_document();
  document["paths"]["/v1/silent"]["post"]["x-audit"] = "sometimes";
  EXPECT_THROW(Contract{document.dump()}, Error);
}

}  // namespace
}  // namespace likeness::gateway::test
