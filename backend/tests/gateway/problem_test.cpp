#include "gateway/problem.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "gateway/site.hpp"

namespace likeness::gateway::test {
namespace {

using nlohmann::json;

TEST(Problem, StatusFollowsTheKind) {
  const std::pair<ErrorKind, int> table[] = {
      {ErrorKind::invalid_argument, 422}, {ErrorKind::unauthenticated, 401}, {ErrorKind::forbidden, 403},
      {ErrorKind::not_found, 404},        {ErrorKind::conflict, 409},        {ErrorKind::gone, 410},
      {ErrorKind::too_large, 413},        {ErrorKind::rate_limited, 429},    {ErrorKind::unavailable, 503},
      {ErrorKind::timeout, 504},          {ErrorKind::corrupt_data, 422},    {ErrorKind::unsupported, 415},
      {ErrorKind::internal, 500},         {ErrorKind::cancelled, 503}};
  Request request;
  request.trace_id = "abc";
  for (const auto& [kind, status] : table) {
    const Response response = problem(Error(kind, "what happened", "the.field"), request);
    EXPECT_EQ(response.status, status);
    const json document = json::parse(response.body);
    EXPECT_EQ(document["status"], status);
    EXPECT_EQ(document["trace_id"], "abc");
    EXPECT_FALSE(document["title"].get<std::string>().empty());
    EXPECT_EQ(response.headers.find("Retry-After") != nullptr, status == 429 || status == 503);
  }
}

TEST(Problem, NamesTheField) {
  const json document = json::parse(problem(Error(ErrorKind::conflict, "slug is taken", "slug"), Request()).body);
  EXPECT_EQ(document["type"], "urn:likeness:problem:conflict");
  EXPECT_EQ(document["detail"], "slug is taken");
  EXPECT_EQ(document["errors"], json::parse(R"([{"field": "slug", "message": "slug is taken"}])"));
}

TEST(Problem, KeepsInternalReasonsToItself) {
  for (const auto& exception :
       {std::make_exception_ptr(std::runtime_error("select secret")), std::make_exception_ptr(7),
        std::make_exception_ptr(Error(ErrorKind::internal, "select secret"))}) {
    const Response response = problem(exception, Request());
    EXPECT_EQ(response.status, 500);
    EXPECT_EQ(response.body.find("secret"), std::string::npos);
  }
  Site site;
  const auto answer = site.get("/v1/failure");
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.body.find("secret"), std::string::npos);
  EXPECT_EQ(site.get("/v1/open").status, 200);
}

TEST(Problem, TypesAreThoseOfTheContract) {
  using namespace problem_types;
  std::vector<ProblemType> types{kMalformedRequest,   kMalformedJson,        kQuotaExceeded,     kIdempotencyKeyInUse,
                                 kPreconditionFailed, kIdempotencyKeyReused, kDailyQuotaExceeded};
  for (int kind = 0; kind <= static_cast<int>(ErrorKind::cancelled); ++kind)
    types.push_back(problem_type_of(static_cast<ErrorKind>(kind)));
  for (const int status : {400, 404, 405, 408, 413, 414, 417, 431, 501, 503, 505})
    types.push_back(problem_type_of_protocol(status));
  std::set<json> made, listed;
  for (const auto& type : types) made.insert({type.slug, type.status, type.title});
  const json document = json::parse(Contract::embedded_document());
  for (const auto& type : document["x-problem-types"]) listed.insert({type["slug"], type["status"], type["title"]});
  EXPECT_EQ(made, listed);
}

TEST(Problem, AnswersHoldToTheContractsSchema) {
  json document = json::parse(Contract::embedded_document());
  json check = {{"openapi", "3.1.0"}, {"components", document["components"]}};
  check["paths"]["/p"]["post"] = {
      {"operationId", "p"},
      {"x-roles", {"public"}},
      {"x-rate-class", "none"},
      {"requestBody", {{"content", {{"application/json", {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}}}}}};
  const Contract contract(check.dump());
  Site site;
  for (const WireAnswer& answer : {site.get("/v1/nowhere"), site.get("/v1/failure"), site.get("/v1/things/a", "x"),
                                   site.post("/v1/things", json::object()), exchange(site.server.port(), "x\n")}) {
    Request request;
    request.body = answer.body;
    for (const FieldFault& fault : contract.check_json_body(*contract.find("p"), request))
      ADD_FAILURE() << answer.body << fault.field << " " << fault.message;
  }
}

TEST(Response, FieldsCannotBreakOut) {
  Router router(
      {{"GET", "/x", "x", [](const Request&) { return Response::empty().with("Location", "/a\r\nSet-Cookie: b"); }}});
  Dispatcher dispatcher(router);
  HttpServer server({}, dispatcher);
  server.start();
  const auto answer = exchange(server.port(), request_text("GET", "/x"));
  EXPECT_EQ(answer.status, 204);
  EXPECT_FALSE(answer.headers.find("Location"));
  EXPECT_FALSE(answer.headers.find("Set-Cookie"));
  EXPECT_FALSE(answer.headers.find("Content-Length"));
}

}  // namespace
}  // namespace likeness::gateway::test
