#pragma once

#include <string>

#include "config/settings.hpp"

namespace likeness::apps {

/// Directory of the model pack: the setting, or packs/lite beside the build directory. Error{not_found} says how to get
/// one.
std::string find_pack(const Settings& settings);
/// Path of the detector's model, or empty where there is none.
std::string find_detector(const Settings& settings);
/// Directory of the running program.
std::string program_directory();

}  // namespace likeness::apps
