#include "adapters/glib/glib_time_zones.hpp"

#include <glib.h>

#include "base/text.hpp"

namespace likeness {
namespace {

constexpr std::size_t kNameLengthMax = 64;

/// GLib would take a path of any file, and rules such as "CET-1CEST", for a name.
bool is_zone_name(const std::string& name) {
  if (name.empty() || name.size() > kNameLengthMax || !g_ascii_isalpha(name.front())) return false;
  for (const char c : name)
    if (!g_ascii_isalnum(c) && c != '_' && c != '-' && c != '+' && c != '/') return false;
  return true;
}

}  // namespace

Result<OffsetAt> GlibTimeZones::find(const std::string& name) {
  GTimeZone* found = is_zone_name(name) ? g_time_zone_new_identifier(name.c_str()) : nullptr;
  if (found == nullptr)
    return failure(ErrorKind::invalid_argument,
                   "there is no time zone \"" + std::string(valid_start(name, 64)) +
                       "\": write a name such as Europe/Berlin or UTC",
                   "time_zone");
  const std::shared_ptr<GTimeZone> zone(found, &g_time_zone_unref);
  return [zone](TimePoint time) {
    const auto unix_s = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
    const int interval = g_time_zone_find_interval(zone.get(), G_TIME_TYPE_UNIVERSAL, unix_s);
    return std::chrono::seconds(g_time_zone_get_offset(zone.get(), interval));
  };
}

}  // namespace likeness
