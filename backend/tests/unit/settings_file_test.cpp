#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <set>

#include "config/setting_table.hpp"
#include "config/settings.hpp"

namespace likeness {
namespace {

std::filesystem::path documented_settings() {
  const char* source = std::getenv("LIKENESS_SOURCE_DIR");
  EXPECT_NE(source, nullptr) << "LIKENESS_SOURCE_DIR is to name the source tree";
  return std::filesystem::path(source == nullptr ? "." : source) / "config/likeness.toml";
}

TEST(SettingsFile, ListsEverySettingWithItsDefault) {
  const auto defaults = load_settings({});
  LoadedSettings documented;
  // A key that is no setting throws.
  ASSERT_NO_THROW(documented = load_settings({.file = documented_settings().string()}));
  ASSERT_EQ(documented.values.size(), defaults.values.size());
  for (std::size_t i = 0; i < defaults.values.size(); ++i) {
    const auto& value = documented.values[i];
    EXPECT_EQ(value.name, defaults.values[i].name);
    EXPECT_EQ(value.value, defaults.values[i].value) << value.name;
    EXPECT_EQ(value.origin, "file") << value.name << " is not in config/likeness.toml";
  }
}

TEST(SettingsFile, SecretsHaveNoDefault) {
  Settings settings;
  for (const auto& row : setting_table(settings)) {
    if (!row.secret) continue;
    EXPECT_EQ(*std::get<std::string*>(row.member), "") << row.name;
  }
}

TEST(SettingsFile, DefaultsLieWithinTheirLimitsAndNoKeyComesTwice) {
  Settings settings;
  std::set<std::string> names;
  for (const auto& row : setting_table(settings)) {
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    double value = 0;
    if (const auto* whole = std::get_if<int*>(&row.member)) value = **whole;
    if (const auto* number = std::get_if<double*>(&row.member)) value = **number;
    EXPECT_GE(value, row.min) << row.name;
    EXPECT_LE(value, row.max) << row.name;
  }
}

}  // namespace
}  // namespace likeness
