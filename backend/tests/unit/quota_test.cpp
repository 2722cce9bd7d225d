#include <gtest/gtest.h>

#include "domain/quota.hpp"

namespace likeness {
namespace {

TEST(Quota, WhatIsExceededSaysWhichAndHowMuch) {
  const QuotaExceeded storage("storage_bytes", 1000, 990);
  EXPECT_EQ(storage.kind(), ErrorKind::forbidden);
  EXPECT_EQ(storage.message(),
            "the org's quota storage_bytes is 1000, and 990 of it are used: remove what is not needed, or ask the "
            "operator");
  const QuotaExceeded queries("queries_per_day", 5, 5, std::chrono::seconds(60));
  EXPECT_EQ(queries.kind(), ErrorKind::rate_limited);
  EXPECT_EQ(queries.message(),
            "the org's quota queries_per_day is 5, and 5 of it are used: the next day (UTC) has its own");
}

TEST(Quota, ADayEndsAtMidnightUtc) {
  EXPECT_EQ(until_midnight(parse_iso8601("2026-03-01T23:59:59.500Z").value()).count(), 1);
  EXPECT_EQ(until_midnight(parse_iso8601("2026-03-01T00:00:00Z").value()).count(), 86'400);
  EXPECT_EQ(until_midnight(parse_iso8601("2026-03-01T12:00:00+02:00").value()).count(), 14 * 3600);
}

}  // namespace
}  // namespace likeness
