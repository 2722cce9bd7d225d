#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>

namespace likeness {

/// Holds <data>/lock, so that one data directory has one running Likeness. The kernel lets go of it when the process
/// ends, however it ends.
class DataDirectoryLock {
 public:
  /// The directory must exist. Error{conflict} names the process that holds it and its address.
  explicit DataDirectoryLock(const std::filesystem::path& data_directory);
  ~DataDirectoryLock();
  DataDirectoryLock(const DataDirectoryLock&) = delete;
  DataDirectoryLock& operator=(const DataDirectoryLock&) = delete;

  /// Writes where this Likeness is reached, for those who ask holder().
  void publish_url(const std::string& url);

  struct Holder {
    pid_t process = 0;
    std::string url;  ///< empty until it is published
  };
  /// Who runs on the data directory now; nullopt where nobody does.
  static std::optional<Holder> holder(const std::filesystem::path& data_directory);

 private:
  void write(const std::string& url);
  int descriptor_ = -1;
};

}  // namespace likeness
