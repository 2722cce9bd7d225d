#include "domain/cron.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <random>
#include <set>

#include "adapters/glib/glib_time_zones.hpp"

namespace likeness {
namespace {

using testing::HasSubstr;

/// The next `count` times, as "2026-03-01T06:00" in UTC, parted by spaces.
std::string times(const std::string& cron, const std::string& zone, const std::string& after, int count) {
  const auto parsed = Cron::parse(cron);
  if (!parsed) return parsed.error().message();
  const auto offset_at = GlibTimeZones().find(zone);
  if (!offset_at) return offset_at.error().message();
  std::string text;
  TimePoint time = parse_iso8601(after).value();
  for (int i = 0; i < count; ++i) {
    time = parsed->next_after(time, *offset_at);
    text += (i > 0 ? " " : "") + to_iso8601(time).substr(0, 16);
  }
  return text;
}

struct Case {
  const char* cron;
  const char* zone;
  const char* after;
  const char* expected;
};

void check(std::initializer_list<Case> cases) {
  for (const auto& [cron, zone, after, expected] : cases) {
    const std::string text = expected;
    const auto count = 1 + static_cast<int>(std::ranges::count(text, ' '));
    EXPECT_EQ(times(cron, zone, after, count), text) << cron << " in " << zone << " after " << after;
  }
}

TEST(Cron, ListsRangesStepsAndNames) {
  check({
      {"* * * * *", "UTC", "2026-03-01T09:30:15Z", "2026-03-01T09:31 2026-03-01T09:32"},
      {"30 9 * * *", "UTC", "2026-03-01T09:30:00Z", "2026-03-02T09:30"},
      {"30 9 * * *", "UTC", "2026-03-01T09:29:59.999Z", "2026-03-01T09:30"},
      {"*/20 * * * *", "UTC", "2026-03-01T23:30Z", "2026-03-01T23:40 2026-03-02T00:00 2026-03-02T00:20"},
      {"5/20 0 * * *", "UTC", "2026-03-01", "2026-03-01T00:05 2026-03-01T00:25 2026-03-01T00:45 2026-03-02T00:05"},
      {"0 9-17/4 * * *", "UTC", "2026-03-01", "2026-03-01T09:00 2026-03-01T13:00 2026-03-01T17:00 2026-03-02T09:00"},
      {"0,15,45 6,18 * * *", "UTC", "2026-03-01T06:20Z", "2026-03-01T06:45 2026-03-01T18:00"},
      {"  0\t6  *  * *  ", "UTC", "2026-03-01", "2026-03-01T06:00"},
      {"0 6 * * mon-FRI", "UTC", "2026-02-27T07:00Z", "2026-03-02T06:00 2026-03-03T06:00"},
      {"0 6 1 jan,Jul *", "UTC", "2026-03-01", "2026-07-01T06:00 2027-01-01T06:00"},
      {"0 0 * * 7", "UTC", "2026-03-01T00:01Z", "2026-03-08T00:00"},
      {"0 0 * * 0", "UTC", "2026-03-01T00:01Z", "2026-03-08T00:00"},
      {"0 0 * * 5-7", "UTC", "2026-03-02", "2026-03-06T00:00 2026-03-07T00:00 2026-03-08T00:00 2026-03-13T00:00"},
      {"@hourly", "UTC", "2026-03-01T09:30Z", "2026-03-01T10:00"},
      {"@daily", "UTC", "2026-03-01T09:30Z", "2026-03-02T00:00"},
      {"@Midnight", "UTC", "2026-03-01T09:30Z", "2026-03-02T00:00"},
      {"@weekly", "UTC", "2026-03-02", "2026-03-08T00:00"},
      {"@monthly", "UTC", "2026-03-02", "2026-04-01T00:00"},
      {"@yearly", "UTC", "2026-03-02", "2027-01-01T00:00"},
  });
}

TEST(Cron, DayOfMonthAndDayOfWeekWidenEachOtherWhereBothAreRestricted) {
  check({
      {"0 0 13 * fri", "UTC", "2026-03-01", "2026-03-06T00:00 2026-03-13T00:00 2026-03-20T00:00 2026-03-27T00:00"},
      {"0 0 13 * *", "UTC", "2026-03-01", "2026-03-13T00:00 2026-04-13T00:00"},
      // A field that starts with "*" narrows the other one, as in crontab(5).
      {"0 0 */10 * mon", "UTC", "2026-05-12", "2026-06-01T00:00 2026-08-31T00:00"},
      {"0 0 1-7 * *", "UTC", "2026-03-06T12:00Z", "2026-03-07T00:00 2026-04-01T00:00"},
  });
}

TEST(Cron, ShortMonthsAndLeapYears) {
  check({
      {"0 0 31 * *", "UTC", "2026-03-31T01:00Z", "2026-05-31T00:00 2026-07-31T00:00 2026-08-31T00:00"},
      {"0 0 29 2 *", "UTC", "2026-03-01", "2028-02-29T00:00 2032-02-29T00:00"},
      {"0 0 29 2 *", "UTC", "2096-03-01", "2104-02-29T00:00"},
  });
}

TEST(Cron, FollowsTheZonesClock) {
  check({
      {"0 6 * * *", "Europe/Berlin", "2026-03-27T12:00Z", "2026-03-28T05:00 2026-03-29T04:00 2026-03-30T04:00"},
      {"0 6 * * *", "America/New_York", "2026-10-30T12:00Z", "2026-10-31T10:00 2026-11-01T11:00 2026-11-02T11:00"},
      {"30 0 * * *", "Asia/Kathmandu", "2026-03-01", "2026-03-01T18:45 2026-03-02T18:45"},
      {"0 0 1 * *", "Pacific/Kiritimati", "2026-03-01", "2026-03-31T10:00"},
      {"0 23 31 12 *", "Pacific/Honolulu", "2026-06-01", "2027-01-01T09:00"},
  });
}

TEST(Cron, ATimeThatTheClocksLeaveOutHappensOnceWhenTheyChange) {
  check({
      // Berlin, 29 March 2026: 02:00 becomes 03:00, at 01:00 UTC.
      {"30 2 * * *", "Europe/Berlin", "2026-03-28", "2026-03-28T01:30 2026-03-29T01:00 2026-03-30T00:30"},
      {"0,30 2 * * *", "Europe/Berlin", "2026-03-28T12:00Z", "2026-03-29T01:00 2026-03-30T00:00"},
      {"30 2,3 * * *", "Europe/Berlin", "2026-03-28T12:00Z", "2026-03-29T01:00 2026-03-29T01:30 2026-03-30T00:30"},
      {"0 3 * * *", "Europe/Berlin", "2026-03-28T12:00Z", "2026-03-29T01:00 2026-03-30T01:00"},
      // Lord Howe, 4 October 2026: 02:00 becomes 02:30, at 15:30 UTC the day before.
      {"15 2 * * *", "Australia/Lord_Howe", "2026-10-03T00:00Z", "2026-10-03T15:30 2026-10-04T15:15"},
      // Every hour that passes, none twice and none made up.
      {"30 * * * *", "Europe/Berlin", "2026-03-28T23:00Z", "2026-03-28T23:30 2026-03-29T00:30 2026-03-29T01:30"},
      {"*/30 * * * *", "Europe/Berlin", "2026-03-29T00:00Z", "2026-03-29T00:30 2026-03-29T01:00 2026-03-29T01:30"},
      {"0 */2 * * *", "Europe/Berlin", "2026-03-28T23:00Z", "2026-03-29T02:00 2026-03-29T04:00"},
  });
}

TEST(Cron, ATimeThatComesTwiceHappensAtTheFirstOnly) {
  check({
      // Berlin, 25 October 2026: 03:00 becomes 02:00, at 01:00 UTC.
      {"30 2 * * *", "Europe/Berlin", "2026-10-24T12:00Z", "2026-10-25T00:30 2026-10-26T01:30"},
      {"30 2 * * *", "Europe/Berlin", "2026-10-25T00:45Z", "2026-10-26T01:30"},
      {"0 1-4 * * *", "Europe/Berlin", "2026-10-24T22:30Z",
       "2026-10-24T23:00 2026-10-25T00:00 2026-10-25T02:00 2026-10-25T03:00"},
      {"30 1 * * *", "America/New_York", "2026-10-31T12:00Z", "2026-11-01T05:30 2026-11-02T06:30"},
      {"45 1 * * *", "Australia/Lord_Howe", "2026-04-04T00:00Z", "2026-04-04T14:45 2026-04-05T15:15"},
      // Every hour that passes.
      {"30 * * * *", "Europe/Berlin", "2026-10-25T00:00Z", "2026-10-25T00:30 2026-10-25T01:30 2026-10-25T02:30"},
      {"*/15 * * * *", "Europe/Berlin", "2026-10-25T00:40Z", "2026-10-25T00:45 2026-10-25T01:00 2026-10-25T01:15"},
  });
}

TEST(Cron, ADayThatAZoneLeavesOutIsMadeUpFor) {
  // Samoa had no 30 December 2011: the 29th ended at 10:00 UTC of the 30th, and the 31st began.
  check({{"0 12 30 12 *", "Pacific/Apia", "2011-12-28", "2011-12-30T10:00 2012-12-29T22:00"}});
}

/// Says what a field means without the parser.
struct RandomField {
  std::string text;
  std::set<int> values;
  bool any = false;

  RandomField(std::mt19937& random, int min, int max) {
    if (random() % 2 == 0) {
      text = "*";
      any = true;
      for (int value = min; value <= max; ++value) values.insert(value);
      return;
    }
    for (auto count = 1 + random() % 3; count > 0; --count) {
      const int first = min + static_cast<int>(random() % static_cast<unsigned>(max - min + 1));
      const int last = first + static_cast<int>(random() % static_cast<unsigned>(max - first + 1));
      const int step = 1 + static_cast<int>(random() % 5);
      text += fmt::format("{}{}-{}/{}", text.empty() ? "" : ",", first, last, step);
      for (int value = first; value <= last; value += step) values.insert(value);
    }
  }
};

TEST(Cron, AgreesWithWatchingEveryMinuteGoBy) {
  std::mt19937 random(20260301);
  const OffsetAt utc = [](TimePoint) { return std::chrono::seconds(0); };
  for (int round = 0; round < 300; ++round) {
    const RandomField minute(random, 0, 59), hour(random, 0, 23), day(random, 1, 28), month(random, 1, 12),
        weekday(random, 0, 6);
    const auto text = fmt::format("{} {} {} {} {}", minute.text, hour.text, day.text, month.text, weekday.text);
    const auto cron = Cron::parse(text);
    ASSERT_TRUE(cron) << text;
    const TimePoint start = parse_iso8601("2026-01-01").value() + std::chrono::minutes(random() % (365 * 24 * 60));
    const TimePoint found = cron->next_after(start, utc);
    const auto matches = [&](TimePoint time) {
      const auto date = std::chrono::floor<std::chrono::days>(time);
      const std::chrono::year_month_day ymd(date);
      const std::chrono::hh_mm_ss clock(time - date);
      const bool by_day = day.any || day.values.contains(static_cast<int>(static_cast<unsigned>(ymd.day())));
      const bool by_week = weekday.values.contains(static_cast<int>(std::chrono::weekday(date).c_encoding()));
      return minute.values.contains(static_cast<int>(clock.minutes().count())) &&
             hour.values.contains(static_cast<int>(clock.hours().count())) &&
             month.values.contains(static_cast<int>(static_cast<unsigned>(ymd.month()))) &&
             (day.any || weekday.any ? by_day && by_week : by_day || by_week);
    };
    EXPECT_TRUE(matches(found)) << text << " gave " << to_iso8601(found);
    for (TimePoint time = std::chrono::floor<std::chrono::minutes>(start) + std::chrono::minutes(1); time < found;
         time += std::chrono::minutes(1))
      ASSERT_FALSE(matches(time)) << text << " left out " << to_iso8601(time);
  }
}

TEST(Cron, SaysWhichFieldIsWrong) {
  const std::pair<const char*, const char*> cases[] = {
      {"", "five fields"},
      {"* * * *", "five fields"},
      {"* * * * * *", "five fields"},
      {"@reboot", "five fields"},
      {"60 * * * *", "minute \"60\""},
      {"* 24 * * *", "hour \"24\""},
      {"* * 0 * *", "day of month \"0\""},
      {"* * * 13 *", "month \"13\""},
      {"* * * * 8", "day of week \"8\""},
      {"5-1 * * * *", "ends before it begins"},
      {"*/0 * * * *", "step"},
      {"*/ * * * *", "step"},
      {"*/99 * * * *", "step"},
      {"1,,2 * * * *", "minute"},
      {"-1 * * * *", "minute"},
      {"1.5 * * * *", "minute"},
      {"* * * mon *", "month \"mon\""},
      {"x * * * *", "minute \"x\""},
      {"99999999999999999999 * * * *", "minute"},
      {"0 0 31 2 *", "no year has"},
      {"0 0 31 4,6,9,11 *", "no year has"},
  };
  for (const auto& [text, words] : cases) {
    const auto cron = Cron::parse(text);
    ASSERT_FALSE(cron) << text;
    EXPECT_EQ(cron.error().kind(), ErrorKind::invalid_argument);
    EXPECT_THAT(cron.error().message(), HasSubstr(words)) << text;
  }
}

TEST(TimeZones, AreKnownByTheirNamesOnly) {
  GlibTimeZones zones;
  for (const char* name : {"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5"})
    EXPECT_TRUE(zones.find(name)) << name;
  for (const std::string name :
       {"", "Mars/Olympus", "Europe/", "../../../etc/passwd", "/etc/localtime", "/usr/share/zoneinfo/UTC",
        "CET-1CEST,M3.5.0,M10.5.0/3", "+02:00", "Europe/Berlin ", ":UTC"})
    EXPECT_FALSE(zones.find(name)) << name;
}

}  // namespace
}  // namespace likeness
