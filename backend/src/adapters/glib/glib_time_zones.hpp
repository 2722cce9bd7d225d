#pragma once

#include "ports/time_zones.hpp"

namespace likeness {

/// The machine's time zone database (tzdata), read by GLib. Without it, UTC alone is known.
class GlibTimeZones final : public TimeZones {
 public:
  Result<OffsetAt> find(const std::string& name) override;
};

}  // namespace likeness
