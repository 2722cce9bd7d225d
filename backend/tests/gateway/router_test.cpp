#include "gateway/router.hpp"

#include <gtest/gtest.h>

#include "gateway/site.hpp"

namespace likeness::gateway::test {
namespace {

Route route(const char* method, const char* pattern, const char* id) {
  return {method, pattern, id, [](const Request&) { return Response::empty(); }};
}

TEST(Router, FindsTheRouteAndItsParameters) {
  const Router router({route("GET", "/v1/a/{one}/b/{two}", "deep"), route("GET", "/v1/a/{one}", "one"),
                       route("DELETE", "/v1/a/{one}", "remove"), route("GET", "/v1/a/fixed", "fixed")});
  const auto deep = router.match("GET", "/v1/a/x%2Fy/b/%C3%A4");
  ASSERT_TRUE(deep && deep->route);
  EXPECT_EQ(deep->route->operation_id, "deep");
  EXPECT_EQ(deep->path_parameters.at("one"), "x/y");
  EXPECT_EQ(deep->path_parameters.at("two"), "ä");
  EXPECT_EQ(router.match("HEAD", "/v1/a/x")->route->operation_id, "one");
  EXPECT_EQ(router.match("DELETE", "/v1/a/x")->route->operation_id, "remove");
  EXPECT_EQ(router.match("GET", "/v1/a/fixed")->route->operation_id, "fixed");
  EXPECT_EQ(router.match("GET", "/v1/a/a+b")->path_parameters.at("one"), "a+b");
  for (const char* path : {"/v1/a", "/v1/a/", "/v1/a//b/x", "/v1/a/x/", "/v1/A/x", "//v1/a/x", "/"})
    EXPECT_FALSE(router.match("GET", path)) << path;
  for (const char* path : {"/v1/a/%", "/v1/a/%4", "/v1/a/%gg", "/v1/a/%00", "/v1/a/%ff"})
    EXPECT_THROW(router.match("GET", path), Error) << path;
}

TEST(Router, SaysWhatAPathAllows) {
  const Router router({route("GET", "/v1/a", "get"), route("POST", "/v1/a", "post")});
  const auto match = router.match("PUT", "/v1/a");
  ASSERT_TRUE(match);
  EXPECT_FALSE(match->route);
  EXPECT_EQ(match->allowed_methods, (std::vector<std::string>{"GET", "HEAD", "POST"}));
}

TEST(Router, RefusesRoutesThatCannotBe) {
  EXPECT_THROW(Router({route("GET", "/a", "one"), route("GET", "/a", "two")}), Error);
  Route feed = route("POST", "/a", "feed");
  feed.body = BodyKind::feed;
  EXPECT_THROW(Router({feed}), Error);
}

TEST(Router, DifferencesFromTheContractStopTheStart) {
  Observations observations;
  auto routes = small_routes(observations);
  std::erase_if(routes, [](const Route& each) { return each.operation_id == "open"; });
  routes.push_back(route("GET", "/v1/extra", "extra"));
  for (Route& each : routes) {
    if (each.operation_id == "wait") each.pattern = "/v1/await";
    if (each.operation_id == "createThing") each.body = BodyKind::image;
  }
  const Router router(std::move(routes));
  const Authenticator authenticator({});
  OneApiKey keys;
  const Cors cors(keys);
  const Contract contract(small_document().dump());
  try {
    NoTransaction unit_of_work;
    const Dispatcher dispatcher(router, {contract, authenticator, cors, unit_of_work});
    FAIL();
  } catch (const Error& error) {
    for (const char* part :
         {"route extra (GET /v1/extra) has no operation", "operation open (GET /v1/open) has no route",
          "route wait (GET /v1/await) is GET /v1/wait in the contract",
          "route createThing (POST /v1/things) takes another kind of body"})
      EXPECT_NE(error.message().find(part), std::string::npos) << error.message();
  }
}

TEST(Query, IsDecoded) {
  EXPECT_EQ(parse_query("a=1&b=x+y&c=%26&&d"), (Parameters{{"a", "1"}, {"b", "x y"}, {"c", "&"}, {"d", ""}}));
  EXPECT_TRUE(parse_query("").empty());
  for (const char* text : {"a=1&a=2", "a=%", "a=%00", "%ff=1"}) EXPECT_THROW(parse_query(text), Error) << text;
}

}  // namespace
}  // namespace likeness::gateway::test
