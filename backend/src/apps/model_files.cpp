#include "apps/model_files.hpp"

#include <filesystem>

namespace likeness::apps {

std::string program_directory() { return std::filesystem::canonical("/proc/self/exe").parent_path().string(); }

std::string find_pack(const Settings& settings) {
  if (!settings.models.pack.empty()) return settings.models.pack;
  const std::filesystem::path beside(program_directory());
  for (const auto& directory : {beside / "packs/lite", beside.parent_path() / "packs/lite"})
    if (std::filesystem::exists(directory / "pack.toml")) return directory.string();
  throw Error(
      ErrorKind::not_found,
      "there is no model pack: build one with `likeness models build lite`, or set models.pack to its directory",
      "models.pack");
}

std::string find_detector(const Settings& settings) {
  if (!settings.models.detector.empty()) {
    if (!std::filesystem::exists(settings.models.detector))
      throw Error(ErrorKind::not_found,
                  "models.detector names \"" + settings.models.detector + "\", and there is no such file",
                  "models.detector");
    return settings.models.detector;
  }
  const auto pulled = std::filesystem::path(settings.process.data_directory) / "models/yolox_nano.onnx";
  return std::filesystem::exists(pulled) ? pulled.string() : "";
}

}  // namespace likeness::apps
