#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "domain/email_address.hpp"
#include "domain/roles.hpp"

namespace likeness {
namespace {

TEST(Roles, OwnersManageEverybodyAdminsThoseBelow) {
  const auto of = [](const std::string& role) { return manageable_roles(std::vector<std::string>{role}); };
  for (const char* role : {"operator", "owner"})
    EXPECT_THAT(of(role), testing::UnorderedElementsAre("owner", "admin", "editor", "viewer")) << role;
  EXPECT_THAT(of("admin"), testing::UnorderedElementsAre("editor", "viewer"));
  for (const char* role : {"editor", "viewer", "search", "ingest", ""})
    EXPECT_THAT(of(role), testing::IsEmpty()) << role;
}

TEST(EmailAddress, IsTrimmedAndInLowerCase) {
  EXPECT_EQ(email_address(" Ann@Shop.Example "), "ann@shop.example");
  EXPECT_EQ(email_address("o'neil+tag@b\xc3\xbc"
                          "cher.example"),
            "o'neil+tag@b\xc3\xbc"
            "cher.example");
}

TEST(EmailAddress, WhatCouldEndAHeaderIsRefused) {
  for (const std::string& text :
       {std::string("ann"), std::string("@shop.example"), std::string("ann@"), std::string("a@b@c"),
        std::string("ann@shop.example\r\nBcc: eve@evil.example"), std::string("ann@shop.example\nX"),
        std::string("ann@shop.example>\r\nDATA"), std::string("ann eve@shop.example"),
        std::string("ann,eve@shop.example"), std::string("<ann@shop.example>"), std::string("ann\0@shop.example", 17),
        std::string("ann@shop\x7f.example"), std::string(65, 'a') + "@shop.example", "ann@" + std::string(256, 'b'),
        std::string("ann@\xff.example")})
    EXPECT_THROW(email_address(text), Error) << text;
}

}  // namespace
}  // namespace likeness
