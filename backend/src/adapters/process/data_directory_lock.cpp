#include "adapters/process/data_directory_lock.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/error.hpp"

namespace likeness {
namespace {

DataDirectoryLock::Holder read_holder(int descriptor) {
  char text[1024] = {};
  const ssize_t count = ::pread(descriptor, text, sizeof text - 1, 0);
  DataDirectoryLock::Holder holder;
  if (count <= 0) return holder;
  const std::string whole(text, static_cast<std::size_t>(count));
  holder.process = static_cast<pid_t>(std::atol(whole.c_str()));
  if (const auto line = whole.find('\n'); line != std::string::npos)
    holder.url = whole.substr(line + 1, whole.find('\n', line + 1) - line - 1);
  return holder;
}

/// A lock of the open file itself (not of the process), over the whole file.
struct flock whole_file(short type) {
  struct flock lock{};
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
  return lock;
}

std::string conflict_message(const std::filesystem::path& directory, const DataDirectoryLock::Holder& holder) {
  std::string message =
      "another Likeness (process " + std::to_string(holder.process) + ") is using " + directory.string();
  message += holder.url.empty() ? "; it is still starting" : "; its address is " + holder.url;
  return message;
}

}  // namespace

DataDirectoryLock::DataDirectoryLock(const std::filesystem::path& data_directory) {
  const auto file = data_directory / "lock";
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor_ < 0)
    throw Error(ErrorKind::unavailable, file.string() + " cannot be opened: " + std::strerror(errno));
  struct flock lock = whole_file(F_WRLCK);
  if (::fcntl(descriptor_, F_OFD_SETLK, &lock) != 0) {
    const Holder other = read_holder(descriptor_);
    ::close(descriptor_);
    throw Error(ErrorKind::conflict, conflict_message(data_directory, other));
  }
  write("");
}

DataDirectoryLock::~DataDirectoryLock() { ::close(descriptor_); }

void DataDirectoryLock::publish_url(const std::string& url) { write(url); }

void DataDirectoryLock::write(const std::string& url) {
  const std::string text = std::to_string(::getpid()) + "\n" + url + "\n";
  if (::ftruncate(descriptor_, 0) != 0 ||
      ::pwrite(descriptor_, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size()))
    throw Error(ErrorKind::unavailable,
                std::string("the lock of the data directory cannot be written: ") + std::strerror(errno));
}

std::optional<DataDirectoryLock::Holder> DataDirectoryLock::holder(const std::filesystem::path& data_directory) {
  const int descriptor = ::open((data_directory / "lock").c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (descriptor < 0) return std::nullopt;
  std::optional<Holder> holder;
  struct flock lock = whole_file(F_RDLCK);
  if (::fcntl(descriptor, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK) holder = read_holder(descriptor);
  ::close(descriptor);
  return holder;
}

}  // namespace likeness
