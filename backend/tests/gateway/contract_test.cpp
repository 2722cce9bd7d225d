#include <gtest/gtest.h>

#include <fmt/format.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>

#include "gateway/site.hpp"

namespace likeness::gateway::test {
namespace {

using nlohmann::json;

class Validation : public testing::Test {
 protected:
  static Site& site() {
    static Site site;
    return site;
  }
  /// "field message" of each fault of a body.
  static std::vector<std::string> faults(const json& body) {
    const auto answer = site().post("/v1/things", body);
    if (answer.status == 201) return {};
    EXPECT_EQ(answer.status, 422) << answer.body;
    std::vector<std::string> lines;
    const json problem = answer.json();
    for (const json& fault : problem["errors"])
      lines.push_back(fault["field"].get<std::string>() + " " + fault["message"].get<std::string>());
    std::ranges::sort(lines);
    return lines;
  }
  static std::string fault(const json& more) {
    json body = {{"name", "abc"}, {"count", 1}};
    body.update(more);
    const auto lines = faults(body);
    return lines.size() == 1 ? lines.front() : fmt::format("{} faults", lines.size());
  }
};

TEST_F(Validation, SaysEachFaultInWords) {
  EXPECT_EQ(fault({{"count", 0}}), "count must be at least 1");
  EXPECT_EQ(fault({{"count", 11}}), "count must be at most 10");
  EXPECT_EQ(fault({{"count", 1.5}}), "count must be an integer");
  EXPECT_EQ(fault({{"count", 1.0}}), "count must be an integer");
  EXPECT_EQ(fault({{"count", "1"}}), "count must be an integer");
  EXPECT_EQ(fault({{"count", nullptr}}), "count must be an integer");
  EXPECT_EQ(fault({{"name", "a"}}), "name must have at least 2 characters");
  EXPECT_EQ(fault({{"name", "abcdef"}}), "name must have at most 5 characters");
  EXPECT_EQ(fault({{"name", "äöüßé"}}), "0 faults");
  EXPECT_EQ(fault({{"color", "blue"}}), "color must be one of red, green");
  EXPECT_EQ(fault({{"code", "abcd"}}), "code must have the form ^[a-z]{3}$");
  EXPECT_EQ(fault({{"share", 0}}), "share must be above 0");
  EXPECT_EQ(fault({{"tags", json::array({"a", "a"})}}), "tags must not repeat a value");
  EXPECT_EQ(fault({{"tags", json::array({"a", "b", "c"})}}), "tags must hold at most 2 items");
  EXPECT_EQ(fault({{"tags", json::array({"a", "long"})}}), "tags.1 must have at most 3 characters");
  EXPECT_EQ(fault({{"tags", "a"}}), "tags must be an array");
  EXPECT_EQ(fault({{"box", json::object()}}), "box.x is required");
  EXPECT_EQ(fault({{"box", {{"x", -1}}}}), "box.x must be at least 0");
  EXPECT_EQ(fault({{"box", {{"x", 1}, {"depth", 1}}}}), "box.depth is not known here");
  EXPECT_EQ(fault({{"colour", "red"}}), "colour is not known here; did you mean color?");
  EXPECT_EQ(faults(json::array({1})), std::vector<std::string>{"body must be an object"});
}

TEST_F(Validation, SaysAllFaultsAtOnce) {
  const std::vector<std::string> expected = {
      "box.x must be a number",  "color must be one of red, green",      "count is required",
      "first is not known here", "name must have at least 2 characters", "second is not known here"};
  EXPECT_EQ(faults({{"name", "a"}, {"color", 7}, {"box", {{"x", "left"}}}, {"first", 1}, {"second", 2}}), expected);
}

TEST_F(Validation, FillsDefaults) {
  const auto answer = site().post("/v1/things", {{"name", "abc"}, {"count", 1}, {"box", {{"x", 1}}}});
  EXPECT_EQ(answer.json()["share"], 0.5);
  EXPECT_EQ(answer.json()["box"]["unit"], "share");
}

TEST_F(Validation, ChecksPathAndQuery) {
  const auto plain = site().get("/v1/things/a%20b");
  EXPECT_EQ(plain.json()["id"], "a b");
  EXPECT_EQ(plain.json()["limit"], 3);
  const auto given = site().get("/v1/things/a?limit=9&deep=true&words=one,two%20three");
  EXPECT_EQ(given.json()["limit"], 9);
  EXPECT_EQ(given.json()["deep"], true);
  EXPECT_EQ(given.json()["words"], json::array({"one", "two three"}));

  const auto message = [&](const std::string& target) {
    return site().get(target).json()["detail"].get<std::string>();
  };
  EXPECT_EQ(message("/v1/things/a?limit=10"), "limit must be at most 9");
  EXPECT_EQ(message("/v1/things/a?limit=1x"), "limit must be an integer");
  EXPECT_EQ(message("/v1/things/a?limit="), "limit must be an integer");
  EXPECT_EQ(message("/v1/things/a?limit=99999999999999999999"), "limit must be an integer");
  EXPECT_EQ(message("/v1/things/a?deep=yes"), "deep must be a boolean");
  EXPECT_EQ(message("/v1/things/a?words=a,b,c"), "words must hold at most 2 items");
  EXPECT_EQ(message("/v1/things/a?limt=1"), "limt is not known here; did you mean limit?");
  EXPECT_EQ(message("/v1/things/a?limit=1&limit=2"), "query parameter limit is given twice");
  EXPECT_EQ(message("/v1/things/abcdefghi"), "thing_id must have at most 8 characters");
  EXPECT_EQ(site().get("/v1/things/a?x=%zz").status, 422);
  EXPECT_EQ(site().get("/v1/things/%ff").status, 422);
  EXPECT_EQ(site().get("/v1/things/a?limit=0&deep=maybe&other=1").faulty_fields(), "deep limit other");
}

TEST_F(Validation, ChecksDeclaredHeaders) {
  const auto answer = exchange(
      site().server.port(),
      request_text("GET", "/v1/things/a",
                   bearer(kOperatorToken) + "likeness-org: shop\r\nX-Other: " + std::string(100, 'x') + "\r\n"));
  EXPECT_EQ(answer.status, 200);
}

TEST_F(Validation, TellsBrokenJsonFromWrongJson) {
  const auto status = [&](const std::string& body) {
    return exchange(site().server.port(), request_text("POST", "/v1/things", as_editor_json(), body));
  };
  const auto broken = status("{\"name\": ");
  EXPECT_EQ(broken.status, 400);
  EXPECT_EQ(broken.json()["type"], "urn:likeness:problem:malformed-json");
  EXPECT_EQ(status("{\"name\": \"\xff\"}").status, 400);
  EXPECT_EQ(status("{} {}").status, 400);
  EXPECT_EQ(status(std::string(500'000, '[')).status, 400);
  EXPECT_EQ(status("null").status, 422);
  EXPECT_EQ(status("").faulty_fields(), "body");
  const std::string long_text = "{\"name\":\"abc\",\"count\":1,\"code\":\"" + std::string(900'000, 'a') + "\"}";
  EXPECT_EQ(status(long_text).status, 422);
}

TEST_F(Validation, ChecksContentTypes) {
  const auto put = [&](const std::string& method, const std::string& target, const std::string& type) {
    const std::string fields = bearer("editor") + (type.empty() ? "" : "Content-Type: " + type + "\r\n");
    return exchange(site().server.port(), request_text(method, target, fields, R"({"name":"abc","count":1})"));
  };
  EXPECT_EQ(put("POST", "/v1/things", "Application/JSON; charset=utf-8").status, 201);
  EXPECT_EQ(put("PUT", "/v1/picture", "image/heic").status, 200);
  const auto refused = put("POST", "/v1/things", "text/plain");
  EXPECT_EQ(refused.status, 415);
  EXPECT_NE(refused.json()["detail"].get<std::string>().find("application/json"), std::string::npos);
  EXPECT_EQ(put("POST", "/v1/things", "").status, 415);
  EXPECT_EQ(put("PUT", "/v1/picture", "imagery/png").status, 415);
}

TEST(OneOf, ChoiceIsExplained) {
  json document = small_document();
  json& schema = document["paths"]["/v1/things"]["post"]["requestBody"]["content"]["application/json"]["schema"];
  schema["oneOf"] = json::parse(R"([{"required": ["red"]}, {"required": ["blue"]}])");
  Site site(Contract(document.dump()), ServerOptions{});
  const auto neither = site.post("/v1/things", {{"name", "abc"}, {"count", 1}});
  EXPECT_EQ(neither.json()["errors"],
            json::parse(R"([{"field": "body", "message": "must have exactly one of red, blue"}])"));
  EXPECT_EQ(site.post("/v1/things", {{"name", "abc"}, {"count", 1}, {"red", true}, {"blue", true}}).status, 422);
  EXPECT_EQ(site.post("/v1/things", {{"name", "abc"}, {"count", 1}, {"blue", true}}).status, 201);
}

TEST(ContractDocument, FaultsAreListedTogether) {
  json document = small_document();
  document["paths"]["/v1/open"]["get"].erase("x-roles");
  document["paths"]["/v1/open"]["get"].erase("x-rate-class");
  document["paths"]["/v1/wait"]["get"].erase("operationId");
  document["paths"]["/v1/things/{thing_id}"]["parameters"][0]["name"] = "other";
  try {
    Contract contract(document.dump());
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(error.message().find("open: no x-roles"), std::string::npos) << error.message();
    EXPECT_NE(error.message().find("open: no x-rate-class"), std::string::npos);
    EXPECT_NE(error.message().find("GET /v1/wait: no operationId"), std::string::npos);
    EXPECT_NE(error.message().find("getThing: the parameters"), std::string::npos);
  }
  document = small_document();
  document["components"]["schemas"].erase("Box");
  EXPECT_THROW(Contract(document.dump()), Error);
  EXPECT_THROW(Contract("{}"), Error);
  EXPECT_THROW(Contract("no json"), Error);
  EXPECT_THROW(Contract::load("/nowhere/openapi.json"), Error);
}

TEST(OwnContract, TakesItsOwnExamples) {
  const Contract contract = Contract::load("");
  const json document = json::parse(contract.document());
  int examples = 0;
  for (const auto& [path, item] : document["paths"].items())
    for (const auto& [method, node] : item.items()) {
      if (!node.is_object() || !node.contains("requestBody")) continue;
      const json& content = node["requestBody"]["content"];
      if (!content.contains("application/json")) continue;
      const Operation* operation = contract.find(node["operationId"].get<std::string>());
      ASSERT_TRUE(operation);
      Request request;
      request.body = content["application/json"].value("example", json()).dump();
      for (const FieldFault& fault : contract.check_json_body(*operation, request))
        ADD_FAILURE() << operation->id << ": " << fault.field << " " << fault.message;
      ++examples;
    }
  EXPECT_GE(examples, 7);
}

TEST(EmbeddedContract, AnyValueMayStandWhereATimeBelongs) {
  const Contract contract(Contract::embedded_document());
  for (const auto* operation : {"createApiKey", "updateApiKey"})
    for (const auto* value : {"[null, null]", "[]", "{}", R"({"a": 1})", "5", "true", "null", R"("soon")"}) {
      Request request;
      request.body = fmt::format(R"({{"name": "a", "scopes": ["search"], "expires_at": {}}})", value);
      const auto faults = contract.check_json_body(*contract.find(operation), request);
      const bool is_fine = value == std::string_view("null") || value == std::string_view(R"("soon")");
      EXPECT_EQ(faults.size(), is_fine ? 0u : 1u) << operation << value;
      for (const auto& fault : faults) EXPECT_EQ(fault.field, "expires_at");
    }
}

/// A contract whose operations take, each as its body, the schemas of the project's answers.
json answers_as_bodies(const json& document, std::vector<std::pair<std::string, json>>& examples) {
  json check = {{"openapi", "3.1.0"}, {"paths", json::object()}, {"components", document["components"]}};
  const auto add = [&](const json& schema, const json& example) {
    const std::string id = fmt::format("example{}", examples.size());
    check["paths"]["/" + id]["post"] = {{"operationId", id},
                                        {"x-roles", {"public"}},
                                        {"x-rate-class", "none"},
                                        {"requestBody", {{"content", {{"application/json", {{"schema", schema}}}}}}}};
    examples.emplace_back(id, example);
  };
  for (const auto& [name, schema] : document["components"]["schemas"].items())
    for (const json& example : schema.value("examples", json::array()))
      add({{"$ref", "#/components/schemas/" + name}}, example);
  const auto add_response = [&](const json& response) {
    for (const json& content : response.value("content", json::object()))
      if (content.contains("example")) add(content["schema"], content["example"]);
  };
  for (const json& response : document["components"]["responses"]) add_response(response);
  for (const json& item : document["paths"])
    for (const json& node : item)
      if (node.is_object())
        for (const json& response : node["responses"]) add_response(response);
  return check;
}

TEST(OwnContract, ItsExampleAnswersHoldToTheirSchemas) {
  std::vector<std::pair<std::string, json>> examples;
  const json check = answers_as_bodies(json::parse(Contract::embedded_document()), examples);
  const Contract contract(check.dump());
  EXPECT_GE(examples.size(), 12U);
  for (const auto& [id, example] : examples) {
    Request request;
    request.body = example.dump();
    for (const FieldFault& fault : contract.check_json_body(*contract.find(id), request))
      ADD_FAILURE() << example << ": " << fault.field << " " << fault.message;
  }
}

/// A copy of the project's contract, changed by a function, as a file.
std::filesystem::path changed_copy(const std::function<void(json&)>& change) {
  json document = json::parse(Contract::embedded_document());
  change(document);
  const auto path = std::filesystem::temp_directory_path() / ("openapi-" + Uuid::generate().to_string() + ".json");
  std::ofstream(path) << document.dump();
  return path;
}

TEST(OwnContract, AnswersFollowACopyThatDiffers) {
  const auto path = changed_copy([](json& document) {
    json& schemas = document["components"]["schemas"];
    schemas["SearchText"]["maxLength"] = 5;
    schemas["Role"]["enum"] = {"owner", "admin"};
    schemas["NewOrg"]["required"].push_back("currency");
  });
  Contract as_built = Contract::load("");
  Contract as_changed = Contract::load(path.string());
  std::filesystem::remove(path);
  Site built(Contract::load(""), stub_routes(as_built), {});
  Site changed(std::move(as_changed), stub_routes(as_built), {});

  const json search = {{"text", "red dress"}};
  const json user = {{"email", "ann@shop.example"}, {"password", "long enough"}, {"role", "viewer"}};
  const json org = {{"slug", "shop"}, {"name", "Shop"}};
  const std::string users = "/v1/orgs/" + kOrg.to_string() + "/users";
  EXPECT_EQ(built.post("/v1/search/text", search).status, 200);
  EXPECT_EQ(built.post(users, user, kOperatorToken).status, 200);
  EXPECT_EQ(built.post("/v1/orgs", org, kOperatorToken).status, 200);
  EXPECT_EQ(changed.post("/v1/search/text", search).json()["detail"], "text must have at most 5 characters");
  EXPECT_EQ(changed.post(users, user, kOperatorToken).json()["detail"], "role must be one of owner, admin");
  EXPECT_EQ(changed.post("/v1/orgs", org, kOperatorToken).json()["detail"], "currency is required");
}

TEST(OwnContract, SearchByImageNamesOnePicture) {
  Contract contract = Contract::load("");
  auto routes = stub_routes(contract);
  Site site(std::move(contract), std::move(routes), {});
  const std::string product = "prd_01900000-0000-7000-8000-000000000006";
  EXPECT_EQ(site.post("/v1/search/image", {{"product_id", product}}).status, 200);
  EXPECT_EQ(site.post("/v1/search/image", json::object()).json()["detail"],
            "body must have exactly one of query_image_id, product_id, url");
  EXPECT_EQ(site.post("/v1/search/image", {{"product_id", product}, {"url", "https://a.example/b.jpg"}}).status, 422);
  EXPECT_EQ(site.post("/v1/search/multi", {{"text", "a"}, {"image", json::object()}}).faulty_fields(), "image");
  EXPECT_EQ(site.post("/v1/search/image", {{"url", "ftp://a.example/b.jpg"}}).faulty_fields(), "url");
  EXPECT_EQ(site.get("/v1/images/img_01900000-0000-7000-8000-000000000009/thumbnails/200").faulty_fields(), "size_px");
  EXPECT_EQ(site.get("/v1/products/17").faulty_fields(), "product_id");
}

}  // namespace
}  // namespace likeness::gateway::test
