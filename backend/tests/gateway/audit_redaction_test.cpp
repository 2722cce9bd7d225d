#include "gateway/audit_redaction.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace likeness::gateway::test {
namespace {

using nlohmann::json;

json kept(const json& document) { return json::parse(redacted(document, "after", "x", 4096).json); }

TEST(AuditRedaction, NoSecretStays) {
  for (const std::string name :
       {"password", "Password", "new_password", "access_token", "refresh_token", "token", "key", "api_key",
        "client_secret", "credentials", "authorization", "Cookie", "private_key", "ticket", "salt", "hash"}) {
    EXPECT_EQ(kept({{name, "plum-harbour"}}), (json{{name, "(secret)"}})) << name;
    EXPECT_EQ(kept({{name, {{"value", "plum-harbour"}}}}), (json{{name, "(secret)"}})) << name;
    EXPECT_EQ(kept({{"list", {{{name, "plum-harbour"}}}}}), (json{{"list", {{{name, "(secret)"}}}}})) << name;
  }
}

TEST(AuditRedaction, AddressesLoseTheirQuery) {
  EXPECT_EQ(kept({{"url", "https://feeds.example/a.csv?token=plum"}})["url"], "https://feeds.example/a.csv?(secret)");
  EXPECT_EQ(kept({{"setup_link", "http://127.0.0.1/setup#token=plum"}})["setup_link"],
            "http://127.0.0.1/setup?(secret)");
  EXPECT_EQ(kept({{"url", "https://feeds.example/a.csv"}})["url"], "https://feeds.example/a.csv");
}

TEST(AuditRedaction, ValuesAboutPeopleAreTakenOut) {
  const auto result = redacted({{"id", "usr_1"}, {"email", "ann@shop.example"}, {"name", "Ann"}, {"role", "owner"}},
                               "before", "usr_1", 4096);
  EXPECT_EQ(json::parse(result.json),
            (json{{"id", "usr_1"}, {"email", "(personal)"}, {"name", "(personal)"}, {"role", "owner"}}));
  ASSERT_EQ(result.personal.size(), 2u);
  EXPECT_EQ(result.personal[0].name, "before.email");
  EXPECT_EQ(result.personal[0].value, "ann@shop.example");
  EXPECT_EQ(result.personal[0].subject, "usr_1");
  EXPECT_EQ(kept({{"name", "Main feed"}, {"kind", "url"}})["name"], "Main feed");
}

TEST(AuditRedaction, LongDocumentsAreLeftOutAndDeepOnesCut) {
  const auto result = redacted({{"text", std::string(5000, 'x')}, {"email", "ann@shop.example"}}, "after", "", 4096);
  EXPECT_EQ(json::parse(result.json)["left_out"], "it is too long");
  EXPECT_TRUE(result.personal.empty());
  json deep = "bottom";
  for (int i = 0; i < 40; ++i) deep = {{"in", deep}};
  EXPECT_THAT(redacted(deep, "after", "", 4096).json, testing::Not(testing::HasSubstr("bottom")));
  EXPECT_EQ(redacted(nullptr, "after", "", 4096).json, "");
}

TEST(AuditRedaction, OnlyWhatDiffersIsKept) {
  json before{{"a", 1}, {"b", 2}, {"gone", true}};
  json after{{"a", 1}, {"b", 3}, {"new", true}};
  keep_differences(before, after);
  EXPECT_EQ(before, (json{{"b", 2}, {"gone", true}}));
  EXPECT_EQ(after, (json{{"b", 3}, {"new", true}}));
}

}  // namespace
}  // namespace likeness::gateway::test
