#include "adapters/sodium/secret_key.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "base/error.hpp"
#include "base/text.hpp"
#include "base/uuid.hpp"

namespace likeness {
namespace {

constexpr std::size_t kKeyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;

[[noreturn]] void throw_file_error(const std::filesystem::path& file, const char* doing) {
  throw Error(ErrorKind::unavailable, file.filename().string() + " cannot be " + doing + ": " + std::strerror(errno));
}

std::string new_key_hex() {
  Bytes key(kKeyBytes);
  randombytes_buf(key.data(), key.size());
  std::string text(kKeyBytes * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), key.data(), key.size());
  text.back() = '\n';
  return text;
}

/// Writes the file whole or not at all; keeps one that another process wrote first.
void create_key_file(const std::filesystem::path& file) {
  const std::string text = new_key_hex();
  const std::filesystem::path temporary = file.string() + "." + Uuid::generate().to_string();
  const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) throw_file_error(file, "written");
  const bool written =
      ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(descriptor) == 0;
  ::close(descriptor);
  const bool linked = written && (::link(temporary.c_str(), file.c_str()) == 0 || errno == EEXIST);
  const int link_error = errno;
  ::unlink(temporary.c_str());
  errno = link_error;
  if (!linked) throw_file_error(file, "written");
  const int directory = ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) return;
  ::fsync(directory);
  ::close(directory);
}

Bytes read_key_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string text(4096, '\0');
  if (!stream) throw_file_error(file, "read");
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (stream.bad()) throw_file_error(file, "read");
  text.resize(static_cast<std::size_t>(stream.gcount()));
  const std::string hex(trim(text));
  Bytes key(kKeyBytes);
  std::size_t size = 0;
  if (hex.size() != kKeyBytes * 2 ||
      sodium_hex2bin(key.data(), key.size(), hex.data(), hex.size(), nullptr, &size, nullptr) != 0 || size != kKeyBytes)
    throw Error(ErrorKind::invalid_argument, file.filename().string() +
                                                 " holds no key: 64 hex digits are expected. Restore it from a backup; "
                                                 "without secrets.key, credentials of feeds have to be given again");
  return key;
}

}  // namespace

Bytes load_or_create_key(const std::filesystem::path& file) {
  if (sodium_init() < 0) throw Error(ErrorKind::internal, "libsodium did not start");
  if (!std::filesystem::exists(file)) create_key_file(file);
  return read_key_file(file);
}

Bytes load_or_create_secret_key(const std::filesystem::path& directory, const std::filesystem::path& named_file) {
  if (sodium_init() < 0) throw Error(ErrorKind::internal, "libsodium did not start");
  if (!named_file.empty()) return read_key_file(named_file);
  return load_or_create_key(directory / "secrets.key");
}

}  // namespace likeness
