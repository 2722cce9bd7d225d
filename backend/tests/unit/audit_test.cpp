#include "domain/audit.hpp"

#include <gtest/gtest.h>

namespace likeness {
namespace {

TEST(Audit, AChainIsNamed) {
  EXPECT_EQ(AuditChain{}.to_string(), "server");
  const auto org = OrgId::generate();
  EXPECT_EQ(AuditChain{org}.to_string(), org.to_string());
}

}  // namespace
}  // namespace likeness
