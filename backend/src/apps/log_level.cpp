#include "apps/log_level.hpp"

#include "base/log.hpp"

namespace likeness::apps {

void set_log_level(const std::string& level) {
  using log::Level;
  log::set_level(level == "debug"     ? Level::debug
                 : level == "warning" ? Level::warning
                 : level == "error"   ? Level::error
                                      : Level::info);
}

}  // namespace likeness::apps
