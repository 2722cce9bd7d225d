#include "adapters/jwt/signing_key.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>
#include <sstream>

#include "base/error.hpp"
#include "base/uuid.hpp"

namespace likeness {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Bio = std::unique_ptr<BIO, decltype(&BIO_free_all)>;

[[noreturn]] void throw_file_error(const char* doing) {
  throw Error(ErrorKind::unavailable, std::string("signing-key.pem cannot be ") + doing + ": " + std::strerror(errno));
}

template <class Write>
std::string to_pem(Write write) {
  const Bio bio(BIO_new(BIO_s_mem()), &BIO_free_all);
  char* data = nullptr;
  if (!bio || write(bio.get()) != 1) throw Error(ErrorKind::internal, "OpenSSL cannot write the signing key");
  const long size = BIO_get_mem_data(bio.get(), &data);
  return std::string(data, static_cast<std::size_t>(size));
}

std::string key_id_of(EVP_PKEY* key) {
  unsigned char* der = nullptr;
  const int size = i2d_PUBKEY(key, &der);
  unsigned char digest[EVP_MAX_MD_SIZE];
  const bool ok = size > 0 && EVP_Digest(der, static_cast<std::size_t>(size), digest, nullptr, EVP_sha256(), nullptr);
  OPENSSL_free(der);
  if (!ok) throw Error(ErrorKind::internal, "OpenSSL cannot hash the signing key");
  std::string text;
  for (int i = 0; i < 8; ++i) text += fmt::format("{:02x}", digest[i]);
  return text;
}

/// One of the key's numbers, big-endian.
Bytes number_of(EVP_PKEY* key, const char* name) {
  BIGNUM* raw = nullptr;
  const bool found = EVP_PKEY_get_bn_param(key, name, &raw) == 1;
  const std::unique_ptr<BIGNUM, decltype(&BN_clear_free)> number(raw, &BN_clear_free);
  Bytes bytes(32);
  if (!found || BN_bn2binpad(number.get(), bytes.data(), static_cast<int>(bytes.size())) < 0)
    throw Error(ErrorKind::internal, "OpenSSL cannot read the signing key");
  return bytes;
}

std::string generate_private_pem() {
  const Key key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
  if (!key) throw Error(ErrorKind::internal, "OpenSSL cannot generate a signing key");
  return to_pem(
      [&](BIO* bio) { return PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
}

/// Writes the file whole or not at all; keeps one that another process wrote first.
void create_key_file(const std::filesystem::path& file) {
  const std::string pem = generate_private_pem();
  const std::filesystem::path temporary = file.string() + "." + Uuid::generate().to_string();
  const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) throw_file_error("written");
  const bool written =
      ::write(descriptor, pem.data(), pem.size()) == static_cast<ssize_t>(pem.size()) && ::fsync(descriptor) == 0;
  ::close(descriptor);
  const bool linked = written && (::link(temporary.c_str(), file.c_str()) == 0 || errno == EEXIST);
  const int link_error = errno;
  ::unlink(temporary.c_str());
  errno = link_error;
  if (!linked) throw_file_error("written");
  const int directory = ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory >= 0) {
    ::fsync(directory);
    ::close(directory);
  }
}

SigningKey read_key_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  if (!stream || !(text << stream.rdbuf())) throw_file_error("read");
  return read_signing_key(text.str());
}

}  // namespace

SigningKey read_signing_key(const std::string& private_pem) {
  const Bio bio(BIO_new_mem_buf(private_pem.data(), static_cast<int>(private_pem.size())), &BIO_free_all);
  const auto no_passphrase = [](char*, int, int, void*) { return -1; };
  const Key key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, no_passphrase, nullptr) : nullptr, &EVP_PKEY_free);
  char group[64] = {};
  if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_EC ||
      EVP_PKEY_get_group_name(key.get(), group, sizeof group, nullptr) != 1 || std::string_view(group) != "prime256v1")
    throw Error(ErrorKind::invalid_argument, "signing-key.pem holds no private key on the curve P-256");
  return {.key_id = key_id_of(key.get()),
          .public_x = number_of(key.get(), OSSL_PKEY_PARAM_EC_PUB_X),
          .public_y = number_of(key.get(), OSSL_PKEY_PARAM_EC_PUB_Y),
          .private_d = number_of(key.get(), OSSL_PKEY_PARAM_PRIV_KEY)};
}

SigningKey load_or_create_signing_key(const std::filesystem::path& directory) {
  const std::filesystem::path file = directory / "signing-key.pem";
  if (!std::filesystem::exists(file)) create_key_file(file);
  return read_key_file(file);
}

std::vector<SigningKey> load_signing_keys(const std::filesystem::path& directory) {
  std::vector<SigningKey> keys{load_or_create_signing_key(directory)};
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("signing-key-") && name.ends_with(".pem")) keys.push_back(read_key_file(entry.path()));
  }
  return keys;
}

}  // namespace likeness
