#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>

namespace likeness {

/// Watches how much room is left on the disk that holds objects. Thread-safe.
class DiskRoom {
 public:
  /// `reserve_bytes` are never used by objects: a database on the same disk needs them to go on.
  DiskRoom(std::filesystem::path directory, std::uintmax_t reserve_bytes)
      : directory_(std::move(directory)), reserve_bytes_(reserve_bytes) {}

  /// Error{unavailable} where `byte_count` more do not fit. The log tells when room ends, and when there is some again.
  void require(std::uintmax_t byte_count);
  /// Whether an object of a photo's size fits.
  bool has_room() const;

 private:
  bool fits(std::uintmax_t byte_count) const;

  const std::filesystem::path directory_;
  const std::uintmax_t reserve_bytes_;
  std::atomic<bool> full_ = false;
};

}  // namespace likeness
