#include "config/settings.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/text.hpp"
#include "config/setting_table.hpp"

namespace likeness {
namespace {

constexpr std::string_view kEnvironmentPrefix = "LIKENESS__";

std::string list_of(const std::vector<std::string>& faults) {
  return "the configuration has " + std::to_string(faults.size()) +
         (faults.size() == 1 ? " fault:\n  " : " faults:\n  ") + join(faults, "\n  ");
}

std::string number_text(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

/// Collects values from every source into one Settings, and everything that is wrong with them.
class Loader {
 public:
  Loader() : rows_(setting_table(loaded_.settings)) {
    for (const auto& row : rows_) origins_[row.name] = "default";
  }

  void read_file(const std::string& path) {
    try {
      if (!std::filesystem::exists(path)) return fault(path, "there is no such file");
      const auto document = toml::parse_file(path);
      for (const auto& [section, keys] : document) {
        const auto* table = keys.as_table();
        if (table == nullptr) {
          fault(path, "\"" + std::string(section.str()) + "\" stands outside every section");
          continue;
        }
        for (const auto& [key, node] : *table)
          set_node(std::string(section.str()) + "." + std::string(key.str()), node,
                   path + " line " + std::to_string(node.source().begin.line));
      }
    } catch (const toml::parse_error& error) {
      fault(path + " line " + std::to_string(error.source().begin.line), std::string(error.description()));
    }
  }

  void read_environment(const std::map<std::string, std::string>& environment) {
    for (const auto& [name, value] : environment) {
      if (!name.starts_with(kEnvironmentPrefix)) continue;
      auto key = to_lower(std::string_view(name).substr(kEnvironmentPrefix.size()));
      if (const auto mark = key.find("__"); mark != std::string::npos) key.replace(mark, 2, ".");
      set_text(key, value, name, "environment");
    }
  }

  void read_flags(const std::map<std::string, std::string>& flags) {
    for (const auto& [key, value] : flags) set_text(key, value, "--set " + key, "flag");
  }

  LoadedSettings finish() {
    check_combinations();
    if (!faults_.empty()) throw SettingsError(std::move(faults_));
    for (const auto& row : rows_) loaded_.values.push_back({row.name, shown(row), origins_.at(row.name)});
    return std::move(loaded_);
  }

 private:
  void fault(const std::string& place, const std::string& reason) { faults_.push_back(place + ": " + reason); }

  SettingRow* find(const std::string& key, const std::string& place) {
    const auto row = std::ranges::find(rows_, key, &SettingRow::name);
    if (row != rows_.end()) return &*row;
    std::vector<std::string> names;
    for (const auto& known : rows_) names.push_back(known.name);
    const auto nearest = nearest_word(key, names);
    fault(place,
          "there is no setting \"" + key + "\"" + (nearest.empty() ? "" : "; did you mean \"" + nearest + "\"?"));
    return nullptr;
  }

  void set_number(SettingRow& row, double value, const std::string& place) {
    if (!(value >= row.min && value <= row.max))  // not a number is neither
      return fault(place, row.name + " = " + number_text(value) + " is not between " + number_text(row.min) + " and " +
                              number_text(row.max));
    if (auto* whole = std::get_if<int*>(&row.member))
      **whole = static_cast<int>(value);
    else
      *std::get<double*>(row.member) = value;
  }

  void set_node(const std::string& key, const toml::node& node, const std::string& place) {
    auto* row = find(key, place);
    if (row == nullptr) return;
    origins_[key] = "file";
    if (auto* text = std::get_if<std::string*>(&row->member)) {
      if (const auto value = node.value_exact<std::string>())
        **text = *value;
      else
        fault(place, key + " is to be a text in quotation marks");
    } else if (auto* flag = std::get_if<bool*>(&row->member)) {
      if (const auto value = node.value_exact<bool>())
        **flag = *value;
      else
        fault(place, key + " is to be true or false");
    } else if (const auto whole = node.value_exact<std::int64_t>()) {
      set_number(*row, static_cast<double>(*whole), place);
    } else if (const auto number = node.value_exact<double>(); number && std::holds_alternative<double*>(row->member)) {
      set_number(*row, *number, place);
    } else {
      fault(place, key + " is to be a " + (std::holds_alternative<int*>(row->member) ? "whole number" : "number"));
    }
  }

  void set_text(const std::string& key, const std::string& value, const std::string& place, const std::string& origin) {
    auto* row = find(key, place);
    if (row == nullptr) return;
    origins_[key] = origin;
    if (auto* text = std::get_if<std::string*>(&row->member)) {
      **text = value;
    } else if (auto* flag = std::get_if<bool*>(&row->member)) {
      if (value == "true" || value == "false")
        **flag = value == "true";
      else
        fault(place, key + " is to be true or false, not \"" + value + "\"");
    } else {
      double number = 0;
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
      const bool whole = std::holds_alternative<int*>(row->member);
      if (error != std::errc{} || end != value.data() + value.size() || (whole && number != static_cast<int>(number)))
        fault(place, key + " is to be a " + (whole ? "whole number" : "number") + ", not \"" + value + "\"");
      else
        set_number(*row, number, place);
    }
  }

  void check_combinations() {
    const auto& s = loaded_.settings;
    const bool some = !s.postgres.app_url.empty() || !s.postgres.worker_url.empty() || !s.postgres.owner_url.empty();
    if (some && (s.postgres.app_url.empty() || s.postgres.worker_url.empty()))
      fault("postgres", "app_url and worker_url go together: give both, or neither for a private server");
    if (s.server.port != 0 && s.server.port == s.server.admin_port)
      fault("server", "port and admin_port are both " + std::to_string(s.server.port));
    if (!s.mail.url.empty() && s.mail.from.find('@') == std::string::npos)
      fault("mail.from", "mail.url needs a sender: an address of the form name@domain");
    if (!s.mail.url.empty() && !s.mail.url.starts_with("smtp://") && !s.mail.url.starts_with("smtps://"))
      fault("mail.url", "\"" + s.mail.url + "\" does not begin with smtp:// or smtps://");
    const std::vector<std::string> levels{"debug", "info", "warning", "error"};
    if (std::ranges::find(levels, s.log.level) == levels.end())
      fault("log.level", "\"" + s.log.level + "\" is none of " + join(levels, ", "));
    if (s.redis.url.starts_with("rediss://"))
      fault("redis.url", "TLS to Redis (rediss://) is not built in: use a tunnel or a private network");
  }

  static std::string shown(const SettingRow& row) {
    if (auto* text = std::get_if<std::string*>(&row.member))
      return row.secret && !(**text).empty() ? "\"***\"" : "\"" + **text + "\"";
    if (auto* flag = std::get_if<bool*>(&row.member)) return **flag ? "true" : "false";
    if (auto* whole = std::get_if<int*>(&row.member)) return std::to_string(**whole);
    return number_text(*std::get<double*>(row.member));
  }

  LoadedSettings loaded_;
  std::vector<SettingRow> rows_;
  std::map<std::string, std::string> origins_;
  std::vector<std::string> faults_;
};

}  // namespace

SettingsError::SettingsError(std::vector<std::string> faults)
    : Error(ErrorKind::invalid_argument, list_of(faults)), faults_(std::move(faults)) {}

LoadedSettings load_settings(const SettingSources& sources) {
  Loader loader;
  if (!sources.file.empty()) loader.read_file(sources.file);
  loader.read_environment(sources.environment);
  loader.read_flags(sources.flags);
  return loader.finish();
}

}  // namespace likeness
