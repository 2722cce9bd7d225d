#pragma once

#include <filesystem>

namespace likeness::apps {

/// A feed (JSON Lines) of the photos below a directory: names become titles, folders categories. It lies in a temporary
/// file, which goes with this. Links are not followed; hidden files and folders are left out.
class PhotoList {
 public:
  /// Error{invalid_argument} where the directory holds no photo, Error{unavailable} where the file cannot be written.
  explicit PhotoList(const std::filesystem::path& directory);
  ~PhotoList();
  PhotoList(const PhotoList&) = delete;
  PhotoList& operator=(const PhotoList&) = delete;

  const std::filesystem::path& file() const { return file_; }

 private:
  std::filesystem::path file_;
};

}  // namespace likeness::apps
