#include "apps/context.hpp"

#include <cstdlib>

extern char** environ;

namespace likeness::apps {

LoadedSettings Context::load() const {
  SettingSources sources;
  sources.file = config_file;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    if (const auto mark = text.find('='); mark != std::string_view::npos)
      sources.environment.emplace(text.substr(0, mark), text.substr(mark + 1));
  }
  for (const auto& assignment : assignments) {
    const auto mark = assignment.find('=');
    if (mark == std::string::npos)
      throw Error(ErrorKind::invalid_argument, "--set " + assignment + ": write section.key=value");
    sources.flags[assignment.substr(0, mark)] = assignment.substr(mark + 1);
  }
  if (!data_directory.empty()) sources.flags["process.data_directory"] = data_directory;
  return load_settings(sources);
}

}  // namespace likeness::apps
