#include "adapters/process/private_files.hpp"

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <vector>

#include "base/error.hpp"

namespace likeness {
namespace {

[[noreturn]] void throw_file_error(const std::filesystem::path& path, const char* doing) {
  throw Error(ErrorKind::unavailable, path.string() + " cannot be " + doing + ": " + std::strerror(errno));
}

bool owned_already(const std::optional<UserAccount>& owner) { return !owner || owner->uid == ::geteuid(); }

void sync_directory(const std::filesystem::path& directory) {
  const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

void write_private_file(const std::filesystem::path& file, const std::string& text,
                        const std::optional<UserAccount>& owner) {
  const std::filesystem::path temporary = file.string() + ".new";
  ::unlink(temporary.c_str());
  const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) throw_file_error(file, "written");
  const bool written = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                       (owned_already(owner) || ::fchown(descriptor, owner->uid, owner->gid) == 0) &&
                       ::fsync(descriptor) == 0;
  const int error_number = errno;
  ::close(descriptor);
  errno = error_number;
  if (!written || ::rename(temporary.c_str(), file.c_str()) != 0) throw_file_error(file, "written");
  sync_directory(file.parent_path());
}

void create_private_directory(const std::filesystem::path& directory, const std::optional<UserAccount>& owner) {
  std::error_code error;
  std::filesystem::create_directories(directory.parent_path(), error);
  if (::mkdir(directory.c_str(), 0700) != 0) {
    struct stat status{};
    if (errno != EEXIST || ::lstat(directory.c_str(), &status) != 0) throw_file_error(directory, "created");
    const uid_t expected = owner ? owner->uid : ::geteuid();
    if (!S_ISDIR(status.st_mode) || (status.st_uid != expected && status.st_uid != ::geteuid()))
      throw Error(ErrorKind::unavailable, directory.string() + " belongs to somebody else");
  }
  if (!owned_already(owner) && ::lchown(directory.c_str(), owner->uid, owner->gid) != 0)
    throw_file_error(directory, "given to another user");
  if (::chmod(directory.c_str(), 0700) != 0) throw_file_error(directory, "made private");
}

std::string random_hex(int byte_count) {
  std::vector<unsigned char> bytes(static_cast<std::size_t>(byte_count));
  if (getrandom(bytes.data(), bytes.size(), 0) != byte_count)
    throw Error(ErrorKind::internal, "the kernel gave no random bytes");
  std::string text;
  for (const unsigned char byte : bytes) text += fmt::format("{:02x}", byte);
  return text;
}

Secrets::Secrets(std::filesystem::path file, std::optional<UserAccount> owner)
    : file_(std::move(file)), owner_(std::move(owner)) {
  std::ifstream stream(file_);
  if (!stream && std::filesystem::exists(file_)) throw_file_error(file_, "read");
  for (std::string line; std::getline(stream, line);) {
    const auto sign = line.find('=');
    if (sign != std::string::npos) values_[line.substr(0, sign)] = line.substr(sign + 1);
  }
}

std::string Secrets::get(const std::string& name) {
  auto& value = values_[name];
  if (value.empty()) {
    value = random_hex(24);
    std::string text;
    for (const auto& [key, secret] : values_) text += key + "=" + secret + "\n";
    write_private_file(file_, text, owner_);
  }
  return value;
}

}  // namespace likeness
