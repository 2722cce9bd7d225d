#include "domain/origin.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hpp"

namespace likeness {
namespace {

std::vector<std::string> allowed(std::vector<std::string> origins, std::vector<std::string> scopes = {"search"}) {
  return allowed_origins(origins, scopes);
}

TEST(Origin, IsWrittenAsBrowsersWriteIt) {
  EXPECT_EQ(normalized_origin(" https://Shop.Example "), "https://shop.example");
  EXPECT_EQ(normalized_origin("https://shop.example:443"), "https://shop.example");
  EXPECT_EQ(normalized_origin("http://shop.example:80"), "http://shop.example");
  EXPECT_EQ(normalized_origin("http://shop.example:443"), "http://shop.example:443");
  EXPECT_EQ(normalized_origin("http://localhost:3000"), "http://localhost:3000");
  EXPECT_EQ(normalized_origin("http://[::1]:3000"), "http://[::1]:3000");
  EXPECT_EQ(normalized_origin("http://[::1]"), "http://[::1]");
}

TEST(Origin, AnythingElseIsRefused) {
  for (const char* text :
       {"", "null", "shop.example", "ftp://shop.example", "https://", "https:///", "https://shop.example/",
        "https://shop.example/path", "https://shop.example?x", "https://user@shop.example", "https://*.shop.example",
        "https://shop.example:", "https://shop.example:0", "https://shop.example:70000", "https://shop.example:80a",
        "https://shop example", "https://shop.example\r\nX: y",
        "https://b\xc3\xbc"
        "cher.example",
        "**"})
    EXPECT_THROW(normalized_origin(text), Error) << text;
}

TEST(Origin, AnyIsForSearchAlone) {
  EXPECT_THAT(allowed({"*"}), testing::ElementsAre("*"));
  EXPECT_THROW(allowed({"*"}, {"search", "ingest"}), Error);
  EXPECT_THROW(allowed({"*"}, {"admin"}), Error);
  EXPECT_THAT(allowed({"https://a.example", "https://A.example:443"}, {"ingest"}),
              testing::ElementsAre("https://a.example"));
}

TEST(Origin, MatchesExactly) {
  const std::vector<std::string> list{"https://shop.example"};
  EXPECT_TRUE(is_allowed_origin(list, "https://shop.example"));
  for (const char* other : {"http://shop.example", "https://shop.example:8443", "https://www.shop.example",
                            "https://shop.example.evil.example", "https://shop.exampl", "null", "", "*"})
    EXPECT_FALSE(is_allowed_origin(list, other)) << other;
  EXPECT_TRUE(is_allowed_origin(std::vector<std::string>{"*"}, "https://any.example"));
  EXPECT_FALSE(is_allowed_origin({}, "https://shop.example"));
}

}  // namespace
}  // namespace likeness
