#include "gateway/peer_network.hpp"

#include <gtest/gtest.h>

namespace likeness::gateway::test {
namespace {

TEST(PeerNetwork, AnAddressIsCutToItsNetwork) {
  EXPECT_EQ(truncated_address("192.0.2.77"), "192.0.2.0");
  EXPECT_EQ(truncated_address("::ffff:192.0.2.77"), "192.0.2.0");
  EXPECT_EQ(truncated_address("2001:db8:1:2:3:4:5:6"), "2001:db8:1::");
  EXPECT_EQ(truncated_address("::1"), "::");
  EXPECT_EQ(truncated_address("somewhere"), "");
  EXPECT_EQ(truncated_address(""), "");
}

}  // namespace
}  // namespace likeness::gateway::test
