#pragma once

#include <span>
#include <string>
#include <variant>

#include "config/settings.hpp"

namespace likeness {

/// One row of the table that ties a key to its member.
struct SettingRow {
  std::string name;
  std::variant<int*, double*, bool*, std::string*> member;
  double min = 0;  ///< of numbers
  double max = 0;
  bool secret = false;
};

/// All settings of `settings`, by key, in the order of config/likeness.toml.
std::vector<SettingRow> setting_table(Settings& settings);

}  // namespace likeness
