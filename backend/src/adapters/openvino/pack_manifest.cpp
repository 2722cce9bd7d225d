#include "adapters/openvino/pack_manifest.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <fstream>
#include <iterator>

#include "base/text.hpp"

namespace likeness {
namespace {

constexpr int kFormat = 1;
constexpr std::int64_t kDimensionsMax = 768;
constexpr std::int64_t kInputSizeMaxPx = 1024;
constexpr std::int64_t kTokensMax = 8192;

/// Reads typed values and writes down each that is missing or wrong.
class Fields {
 public:
  explicit Fields(const toml::table& root) : root_(root) {}

  std::string text(const std::string& path) {
    if (const auto value = root_.at_path(path).value<std::string>(); value && !value->empty()) return *value;
    faults.push_back(path + " is not a text");
    return {};
  }
  int number(const std::string& path, std::int64_t least, std::int64_t most) {
    const auto value = root_.at_path(path).value_exact<std::int64_t>();
    if (value && *value >= least && *value <= most) return static_cast<int>(*value);
    faults.push_back(fmt::format("{} is not a whole number from {} to {}", path, least, most));
    return 0;
  }
  bool flag(const std::string& path) {
    if (const auto value = root_.at_path(path).value_exact<bool>()) return *value;
    faults.push_back(path + " is neither true nor false");
    return false;
  }
  Calibration calibration(const std::string& path) {
    const auto slope = root_.at_path(path + ".slope").value<double>();
    const auto intercept = root_.at_path(path + ".intercept").value<double>();
    if (slope && intercept) return {*slope, *intercept};
    faults.push_back(path + " needs the numbers slope and intercept");
    return {};
  }
  Fit fit(const std::string& path) {
    const std::string word = root_.at_path(path).value_or<std::string>("");
    if (word == "stretch") return Fit::stretch;
    if (word == "crop") return Fit::crop;
    if (word != "pad") faults.push_back(path + " is none of stretch, pad, crop");
    return Fit::pad;
  }
  std::array<std::uint8_t, 3> color(const std::string& path) {
    std::array<std::uint8_t, 3> rgb{255, 255, 255};
    const toml::array* values = root_.at_path(path).as_array();
    if (values == nullptr) return rgb;
    bool fits = values->size() == rgb.size();
    for (std::size_t index = 0; fits && index < rgb.size(); ++index) {
      const std::int64_t value = (*values)[index].value<std::int64_t>().value_or(-1);
      fits = value >= 0 && value <= 255;
      rgb[index] = static_cast<std::uint8_t>(value);
    }
    if (!fits) faults.push_back(path + " is not three numbers from 0 to 255");
    return rgb;
  }
  std::map<std::string, std::string> files(const std::string& path) {
    std::map<std::string, std::string> digests;
    if (const toml::table* table = root_.at_path(path).as_table()) {
      for (const auto& [name, digest] : *table) digests[std::string(name.str())] = digest.value_or<std::string>("");
    }
    if (digests.empty()) faults.push_back(path + " names no file");
    return digests;
  }

  std::vector<std::string> faults;

 private:
  const toml::table& root_;
};

bool is_plain_name(const std::string& name) {
  return !name.empty() && name.find('/') == std::string::npos && name.find('\\') == std::string::npos && name != "." &&
         name != "..";
}

toml::table parse(const std::filesystem::path& directory, const std::string& pack) {
  const std::filesystem::path file = directory / "pack.toml";
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored)) {
    throw Error(ErrorKind::not_found, pack + ": there is no pack.toml");
  }
  std::ifstream stream(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& fault) {
    throw Error(ErrorKind::corrupt_data,
                fmt::format("{}: pack.toml line {}: {}", pack, fault.source().begin.line, fault.description()));
  }
}

void check_files(const PackManifest& manifest, std::vector<std::string>& faults) {
  for (const std::string& used : {manifest.image_model, manifest.text_model, manifest.tokenizer}) {
    if (!used.empty() && !manifest.sha256_of_file.contains(used)) faults.push_back(used + " is not listed under files");
  }
  std::error_code ignored;
  for (const auto& [name, digest] : manifest.sha256_of_file) {
    if (!is_plain_name(name)) {
      faults.push_back("files: \"" + name + "\" is not a plain file name");
    } else if (!std::filesystem::is_regular_file(manifest.directory / name, ignored)) {
      faults.push_back(name + " is missing");
    }
  }
}

}  // namespace

std::string PackManifest::label(const std::string& file) const {
  return "model pack " + info.key.to_string() + ": " + file;
}

PackManifest read_pack_manifest(const std::filesystem::path& directory) {
  const std::string pack = "model pack " + directory.lexically_normal().filename().string();
  const toml::table root = parse(directory, pack);
  const std::int64_t format = root["format"].value_or<std::int64_t>(0);
  if (format != kFormat) {
    throw Error(ErrorKind::unsupported, fmt::format("{}: format {} is not known, only {}", pack, format, kFormat));
  }
  Fields fields(root);
  PackManifest manifest;
  manifest.directory = directory;
  manifest.info.key = {fields.text("id"), fields.number("version", 1, 1'000'000)};
  manifest.info.description = root["description"].value_or<std::string>("");
  manifest.info.shared_space = fields.flag("shared_space");
  manifest.info.image_dimensions = fields.number("image.dimensions", 1, kDimensionsMax);
  manifest.info.text_dimensions = fields.number("text.dimensions", 1, kDimensionsMax);
  manifest.info.image_calibration = fields.calibration("calibration.image");
  manifest.info.region_calibration = fields.calibration("calibration.region");
  manifest.info.text_calibration = fields.calibration("calibration.text");
  manifest.image_model = fields.text("image.model");
  manifest.input_size_px = fields.number("image.input_size_px", 16, kInputSizeMaxPx);
  manifest.fit = fields.fit("image.fit");
  manifest.pad_rgb = fields.color("image.pad_rgb");
  manifest.text_model = fields.text("text.model");
  manifest.tokenizer = fields.text("text.tokenizer");
  manifest.max_tokens = fields.number("text.max_tokens", 2, kTokensMax);
  manifest.sha256_of_file = fields.files("files");
  if (manifest.info.shared_space && manifest.info.image_dimensions != manifest.info.text_dimensions) {
    fields.faults.push_back("a shared space needs equal dimensions of image and text");
  }
  check_files(manifest, fields.faults);
  if (!fields.faults.empty()) throw Error(ErrorKind::corrupt_data, pack + ": " + join(fields.faults, "; "));
  return manifest;
}

std::vector<std::string> verify_pack(const std::filesystem::path& directory, Digest& digest) {
  std::vector<std::string> faults;
  try {
    const PackManifest manifest = read_pack_manifest(directory);
    for (const auto& [name, expected] : manifest.sha256_of_file) {
      std::ifstream stream(manifest.directory / name, std::ios::binary);
      Bytes bytes(std::filesystem::file_size(manifest.directory / name));
      stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
      if (!stream) {
        faults.push_back(manifest.label(name) + " cannot be read");
      } else if (digest.sha256_hex(bytes) != to_lower(expected)) {
        faults.push_back(manifest.label(name) + " is not the file that pack.toml describes (sha256 differs)");
      }
    }
  } catch (const Error& fault) {
    faults.push_back(fault.message());
  } catch (const std::filesystem::filesystem_error&) {
    faults.push_back("model pack " + directory.lexically_normal().filename().string() + " cannot be read");
  }
  return faults;
}

}  // namespace likeness
