#pragma once

#include <filesystem>
#include <string>
#include <utility>

namespace likeness {

/// Owns one open file descriptor.
class FileHandle {
 public:
  explicit FileHandle(int descriptor = -1) : descriptor_(descriptor) {}
  ~FileHandle();
  FileHandle(FileHandle&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FileHandle& operator=(FileHandle&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }

  explicit operator bool() const { return descriptor_ >= 0; }
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

/// Throws the Error that an errno of the object disk means: full and broken disks are Error{unavailable}. `doing` says
/// what failed ("written"); no path is named.
[[noreturn]] void throw_disk_error(int error_number, const char* doing);

/// Creates the directories between `root` (which exists) and `directory`, each one durable in its parent.
void create_durable_directories(const std::filesystem::path& root, const std::filesystem::path& directory);

/// Makes the entries of a directory durable.
void sync_directory(const std::filesystem::path& directory);

}  // namespace likeness
