#include <gtest/gtest.h>

#include "gateway/site.hpp"

namespace likeness::gateway::test {
namespace {

using nlohmann::json;

TEST(Notices, ADeprecatedOperationSaysSoInEveryAnswer) {
  json document = small_document();
  json& operation = document["paths"]["/v1/things/{thing_id}"]["get"];
  operation["deprecated"] = true;
  operation["x-deprecated-since"] = "2026-09-01";
  operation["x-sunset"] = "2027-03-01";
  Site site(Contract(document.dump()), ServerOptions{});
  for (const char* target : {"/v1/things/a", "/v1/things/a?limit=0"}) {
    const auto answer = site.get(target);
    EXPECT_EQ(answer.headers.get("Deprecation"), "@1788220800") << target;
    EXPECT_EQ(answer.headers.get("Sunset"), "Mon, 01 Mar 2027 00:00:00 GMT") << target;
    EXPECT_NE(answer.headers.get("Link").find("</docs>; rel=\"deprecation\""), std::string_view::npos) << target;
  }
  EXPECT_EQ(site.post("/v1/things", {{"name", "ab"}, {"count", 1}}).headers.find("Deprecation"), nullptr);
}

TEST(Notices, ADeprecationWithoutItsDatesIsAFaultOfTheDocument) {
  json document = small_document();
  document["paths"]["/v1/things"]["post"]["deprecated"] = true;
  try {
    Contract contract(document.dump());
    FAIL() << "it was taken";
  } catch (const Error& error) {
    EXPECT_NE(error.message().find("createThing: a deprecated operation needs"), std::string::npos) << error.message();
  }
}

}  // namespace
}  // namespace likeness::gateway::test
