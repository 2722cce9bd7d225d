#include "domain/audit.hpp"

#include <gtest/gtest.h>

namespace likeness {
namespace {

TEST(Audit, AnAddressIsCutToItsNetwork) {
  EXPECT_EQ(truncated_address("192.0.2.77"), "192.0.2.0");
  EXPECT_EQ(truncated_address("::ffff:192.0.2.77"), "192.0.2.0");
  EXPECT_EQ(truncated_address("2001:db8:1:2:3:4:5:6"), "2001:db8:1::");
  EXPECT_EQ(truncated_address("::1"), "::");
  EXPECT_EQ(truncated_address("somewhere"), "");
  EXPECT_EQ(truncated_address(""), "");
}

TEST(Audit, AChainIsNamed) {
  EXPECT_EQ(AuditChain{}.to_string(), "server");
  const auto org = OrgId::generate();
  EXPECT_EQ(AuditChain{org}.to_string(), org.to_string());
}

}  // namespace
}  // namespace likeness
