#include "base/clock.hpp"

#include <gmock/gmock.h>

#include <random>

namespace likeness {
namespace {

using std::chrono::milliseconds;

TEST(Clock, ReadsDatesAndTimesWithOffsets) {
  const std::pair<std::string, std::string> table[] = {
      {"2026-03-01", "2026-03-01T00:00:00.000Z"},
      {"2026-03-01T09:30", "2026-03-01T09:30:00.000Z"},
      {"2026-03-01T09:30Z", "2026-03-01T09:30:00.000Z"},
      {"2026-03-01 09:30:15", "2026-03-01T09:30:15.000Z"},
      {"2026-03-01T09:30:00.125Z", "2026-03-01T09:30:00.125Z"},
      {"2026-03-01T09:30:00.5Z", "2026-03-01T09:30:00.500Z"},
      {"2026-03-01T09:30:00.123456789Z", "2026-03-01T09:30:00.123Z"},
      {"2026-03-01T09:30:00+01:00", "2026-03-01T08:30:00.000Z"},
      {"2026-03-01T09:30+0100", "2026-03-01T08:30:00.000Z"},
      {"2026-03-01T00:30:00+02:00", "2026-02-28T22:30:00.000Z"},
      {"2025-12-31T20:00:00-05:30", "2026-01-01T01:30:00.000Z"},
      {"2024-02-29T12:00:00Z", "2024-02-29T12:00:00.000Z"},
      {"1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"},
  };
  for (const auto& [text, expected] : table) {
    const auto time = parse_iso8601(text);
    ASSERT_TRUE(time) << text;
    EXPECT_EQ(to_iso8601(*time), expected) << text;
  }
}

TEST(Clock, RefusesNonsense) {
  for (const std::string text : {"",
                                 "now",
                                 "2026",
                                 "2026-03",
                                 "2026-3-1",
                                 "2026-13-01",
                                 "2026-00-10",
                                 "2026-02-29",
                                 "2026-04-31",
                                 "20260301",
                                 "2026-03-01T",
                                 "2026-03-01T9:30",
                                 "2026-03-01T09",
                                 "2026-03-01T09:60",
                                 "2026-03-01T25:00",
                                 "2026-03-01T09:30:61",
                                 "2026-03-01T09:30:00X",
                                 "2026-03-01T09:30:00+",
                                 "2026-03-01T09:30:00+1",
                                 "2026-03-01T09:30:00+15:00",
                                 "2026-03-01T09:30:00+01:60",
                                 "2026-03-01T09:30:00Z ",
                                 " 2026-03-01",
                                 "2026-03-01x",
                                 "-026-03-01",
                                 "2026-03--1",
                                 "2026-03-01T-9:30",
                                 "2026-03-01T09:-1",
                                 "2026-03-01T09:30:00ZZ",
                                 "01/03/2026"})
    EXPECT_FALSE(parse_iso8601(text)) << text;
}

TEST(Clock, WhatIsWrittenIsReadBack) {
  std::mt19937_64 random(7);
  std::uniform_int_distribution<long> moment(-2'000'000'000'000, 250'000'000'000'000);
  for (int i = 0; i < 5000; ++i) {
    const TimePoint time{milliseconds(moment(random))};
    EXPECT_EQ(parse_iso8601(to_iso8601(time)), time) << to_iso8601(time);
  }
}

TEST(Clock, NowLiesBetweenTwoReadingsOfTheSystemClock) {
  const auto before = std::chrono::system_clock::now() - milliseconds(1);
  const auto time = now();
  EXPECT_LE(before, time);
  EXPECT_LE(time, std::chrono::system_clock::now());
}

}  // namespace
}  // namespace likeness
