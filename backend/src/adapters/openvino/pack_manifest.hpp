#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "ports/models.hpp"
#include "ports/security.hpp"

namespace likeness {

/// How a photo gets into the model's square: stretched to it, whole with bars of `pad_rgb`, or its middle square.
enum class Fit { stretch, pad, crop };

/// What pack.toml says, format 1.
struct PackManifest {
  PackInfo info;
  std::filesystem::path directory;
  std::string image_model;
  int input_size_px = 0;
  Fit fit = Fit::pad;
  std::array<std::uint8_t, 3> pad_rgb{255, 255, 255};
  std::string text_model;
  std::string tokenizer;
  int max_tokens = 0;
  std::map<std::string, std::string> sha256_of_file;

  /// "model pack lite-v1: image.xml", for messages.
  std::string label(const std::string& file) const;
};

/// Reads `directory`/pack.toml and looks whether every file that it names is there; contents are not looked at. Throws
/// Error{not_found} where there is no pack, Error{unsupported} for another format, Error{corrupt_data} with every
/// fault.
PackManifest read_pack_manifest(const std::filesystem::path& directory);

/// Every fault of a pack in words, none for a good one: the manifest's, files that are missing, and files whose SHA-256
/// is not the manifest's.
std::vector<std::string> verify_pack(const std::filesystem::path& directory, Digest& digest);

}  // namespace likeness
