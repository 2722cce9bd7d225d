#pragma once

#include <string>

namespace likeness::apps {

/// `level` is a word that the settings allow.
void set_log_level(const std::string& level);

}  // namespace likeness::apps
