#include "domain/cron.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace likeness {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::seconds;
using LocalMinute = std::chrono::local_time<minutes>;

constexpr int kYearsAheadMax = 40;  // a 29th of February that is a Monday comes every 28 years, 40 around 2100

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> kDays = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

struct Field {
  std::string_view name;
  int min;
  int max;
  std::span<const std::string_view> words = {};
};

const Field kFields[] = {{"minute", 0, 59},
                         {"hour", 0, 23},
                         {"day of month", 1, 31},
                         {"month", 1, 12, kMonths},
                         {"day of week", 0, 7, kDays}};

constexpr std::pair<std::string_view, std::string_view> kNicknames[] = {
    {"@hourly", "0 * * * *"},  {"@daily", "0 0 * * *"},  {"@midnight", "0 0 * * *"}, {"@weekly", "0 0 * * 0"},
    {"@monthly", "0 0 1 * *"}, {"@yearly", "0 0 1 1 *"}, {"@annually", "0 0 1 1 *"}};

std::unexpected<Error> refused(const Field& field, std::string_view text, std::string_view reason) {
  return failure(ErrorKind::invalid_argument,
                 fmt::format("the {} \"{}\" of the schedule {}", field.name, valid_start(text, 60), reason), "cron");
}

std::optional<int> number(const Field& field, std::string_view text) {
  for (std::size_t i = 0; i < field.words.size(); ++i)
    if (equals_ignoring_case(text, field.words[i])) return field.min + static_cast<int>(i);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// "*", "5", "1-5", each with "/2" behind it ("5/2" goes to the end of the field).
Result<void> add_part(const Field& field, std::string_view part, std::bitset<60>& values) {
  const auto slash = part.find('/');
  const std::string_view span = part.substr(0, slash);
  int step = 1;
  if (slash != std::string_view::npos) {
    const auto given = number({field.name, 0, 0}, part.substr(slash + 1));
    if (!given || *given < 1 || *given > field.max) return refused(field, part, "has a step that is none");
    step = *given;
  }
  std::optional<int> first = field.min, last = field.max;
  if (span != "*") {
    const auto dash = span.find('-');
    first = number(field, span.substr(0, dash));
    if (dash != std::string_view::npos)
      last = number(field, span.substr(dash + 1));
    else if (slash == std::string_view::npos)
      last = first;
  }
  if (!first || !last) return refused(field, part, "is none");
  if (*first < field.min || *last > field.max)
    return refused(field, part, fmt::format("is not between {} and {}", field.min, field.max));
  if (*first > *last) return refused(field, part, "ends before it begins");
  for (int value = *first; value <= *last; value += step) values.set(static_cast<std::size_t>(value));
  return {};
}

Result<std::bitset<60>> parse_field(const Field& field, std::string_view text) {
  std::bitset<60> values;
  for (std::size_t start = 0; start <= text.size();) {
    const auto comma = std::min(text.find(',', start), text.size());
    if (const auto added = add_part(field, text.substr(start, comma - start), values); !added)
      return std::unexpected(added.error());
    start = comma + 1;
  }
  return values;
}

TimePoint at(LocalMinute local, seconds offset) { return TimePoint(local.time_since_epoch() - offset); }

/// The moment between two instants at which the offset becomes that of the later one, to the second.
TimePoint change_between(TimePoint before, TimePoint after, const OffsetAt& offset_at) {
  const auto then = offset_at(after);
  while (after - before > seconds(1)) {
    const TimePoint middle = std::chrono::floor<seconds>(before + (after - before) / 2);
    (offset_at(middle) == then ? after : before) = middle;
  }
  return after;
}

/// The instants that a local time names, first one first; for one that the clocks leave out, the moment they change.
std::pair<std::optional<TimePoint>, std::optional<TimePoint>> instants(LocalMinute local, bool by_minutes_passed,
                                                                       seconds early_offset, seconds late_offset,
                                                                       const OffsetAt& offset_at) {
  const TimePoint early = at(local, early_offset);
  if (early_offset == late_offset) return {early, std::nullopt};
  const TimePoint late = at(local, late_offset);
  const bool early_holds = offset_at(early) == early_offset, late_holds = offset_at(late) == late_offset;
  if (early_holds && late_holds) return {early, by_minutes_passed ? std::optional(late) : std::nullopt};
  if (early_holds) return {early, std::nullopt};
  if (late_holds) return {late, std::nullopt};
  if (by_minutes_passed) return {std::nullopt, std::nullopt};
  return {change_between(late, early, offset_at), std::nullopt};
}

}  // namespace

Result<Cron> Cron::parse(std::string_view text) {
  std::string plain = to_lower(trim(text));
  for (const auto& [nickname, meaning] : kNicknames)
    if (plain == nickname) plain = meaning;
  for (char& c : plain)
    if (c == '\t') c = ' ';
  const auto words = split(plain, " ");
  if (words.size() != std::size(kFields))
    return failure(ErrorKind::invalid_argument,
                   "the schedule \"" + std::string(valid_start(text, 60)) +
                       "\" is not five fields: minute hour day-of-month month day-of-week, or @hourly, @daily …",
                   "cron");
  std::bitset<60> values[5];
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto parsed = parse_field(kFields[i], words[i]);
    if (!parsed) return std::unexpected(parsed.error());
    values[i] = *parsed;
  }
  Cron cron;
  cron.minutes_ = values[0];
  for (std::size_t i = 0; i < 24; ++i) cron.hours_[i] = values[1][i];
  for (std::size_t i = 0; i < 32; ++i) cron.days_of_month_[i] = values[2][i];
  for (std::size_t i = 0; i < 13; ++i) cron.months_[i] = values[3][i];
  for (std::size_t i = 0; i < 8; ++i)
    if (values[4][i]) cron.days_of_week_.set(i % 7);
  cron.every_hour_ = words[1].starts_with('*');
  cron.any_day_of_month_ = words[2].starts_with('*');
  cron.any_day_of_week_ = words[4].starts_with('*');
  constexpr std::array<int, 12> kLongest = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool possible = !cron.any_day_of_week_;
  for (std::size_t month = 1; month <= 12; ++month)
    for (int day = 1; day <= kLongest[month - 1]; ++day)
      possible = possible || (cron.months_[month] && cron.days_of_month_[static_cast<std::size_t>(day)]);
  if (!possible)
    return failure(ErrorKind::invalid_argument, "the schedule names a day that no year has: " + plain, "cron");
  return cron;
}

bool Cron::matches_day(local_days day) const {
  const std::chrono::year_month_day date(day);
  if (!months_[static_cast<unsigned>(date.month())]) return false;
  const bool by_month = days_of_month_[static_cast<unsigned>(date.day())];
  const bool by_week = days_of_week_[std::chrono::weekday(day).c_encoding()];
  // As in crontab(5): a field that starts with "*" restricts the other one; two restricted fields widen each other.
  return any_day_of_month_ || any_day_of_week_ ? by_month && by_week : by_month || by_week;
}

std::optional<TimePoint> Cron::first_of_day(local_days day, TimePoint after, const OffsetAt& offset_at) const {
  const TimePoint noon(day.time_since_epoch() + hours(12));
  // A day and a half around, whatever the zone; a zone does not change twice in so short a time.
  const auto early_offset = offset_at(noon - hours(36)), late_offset = offset_at(noon + hours(36));
  std::optional<TimePoint> first;
  const auto consider = [&](std::optional<TimePoint> time) {
    if (time && *time > after && (!first || *time < *first)) first = time;
  };
  for (std::size_t hour = 0; hour < hours_.size(); ++hour)
    for (std::size_t minute = 0; hours_[hour] && minute < minutes_.size(); ++minute) {
      if (!minutes_[minute]) continue;
      const LocalMinute local = day + hours(hour) + minutes(minute);
      const auto [once, again] = instants(local, every_hour_, early_offset, late_offset, offset_at);
      consider(once);
      consider(again);
    }
  return first;
}

TimePoint Cron::next_after(TimePoint after, const OffsetAt& offset_at) const {
  const local_days today(std::chrono::floor<days>(after + offset_at(after)).time_since_epoch());
  for (local_days day = today - days(1); day < today + days(366 * kYearsAheadMax); day += days(1)) {
    if (!matches_day(day)) continue;
    auto first = first_of_day(day, after, offset_at);
    if (!first) continue;
    // Clocks that are put back at midnight let the next day begin before this one ends.
    if (matches_day(day + days(1)))
      if (const auto next = first_of_day(day + days(1), after, offset_at); next && *next < *first) first = next;
    return *first;
  }
  throw Error(ErrorKind::internal, "a schedule never comes");
}

}  // namespace likeness
