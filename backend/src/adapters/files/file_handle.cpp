#include "adapters/files/file_handle.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/error.hpp"

namespace likeness {

FileHandle::~FileHandle() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void throw_disk_error(int error_number, const char* doing) {
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
      throw Error(ErrorKind::unavailable,
                  "no space left on the disk that holds the objects: make room there, and work goes on by itself");
    case ENOTDIR:
    case EISDIR:
      throw Error(ErrorKind::invalid_argument, "an object key may not lie below another object's key");
    case ENAMETOOLONG:
      throw Error(ErrorKind::invalid_argument, "the object key is too long for the disk");
    default:
      throw Error(ErrorKind::unavailable,
                  std::string("an object cannot be ") + doing + ": " + std::strerror(error_number));
  }
}

void sync_directory(const std::filesystem::path& directory) {
  const FileHandle handle(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!handle || ::fsync(handle.get()) != 0) throw_disk_error(errno, "made durable");
}

void create_durable_directories(const std::filesystem::path& root, const std::filesystem::path& directory) {
  std::filesystem::path current = root;
  for (const auto& word : directory.lexically_relative(root)) {
    if (word == ".") continue;
    const std::filesystem::path next = current / word;
    if (::mkdir(next.c_str(), 0700) == 0)
      sync_directory(current);
    else if (errno != EEXIST)
      throw_disk_error(errno, "written");
    current = next;
  }
}

}  // namespace likeness
