#include "adapters/sodium/sodium_report_signer.hpp"

#include <sodium.h>

#include <fstream>

#include "adapters/sodium/base64.hpp"
#include "adapters/sodium/secret_key.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

static_assert(crypto_sign_PUBLICKEYBYTES == 32 && crypto_sign_SECRETKEYBYTES == 64);

const unsigned char* bytes_of(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); }

/// Whether the text is base64 of exactly so many bytes.
template <std::size_t size>
bool read_base64(const std::string& text, std::array<std::uint8_t, size>& bytes) {
  std::size_t count = 0;
  return sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &count, nullptr,
                           sodium_base64_VARIANT_ORIGINAL) == 0 &&
         count == size;
}

}  // namespace

SodiumReportSigner::SodiumReportSigner(const Bytes& seed) {
  if (sodium_init() < 0) throw Error(ErrorKind::internal, "libsodium did not start");
  if (seed.size() != crypto_sign_SEEDBYTES) throw Error(ErrorKind::invalid_argument, "a signing key has 32 bytes");
  crypto_sign_seed_keypair(public_key_.data(), secret_key_.data(), seed.data());
}

SodiumReportSigner::~SodiumReportSigner() { sodium_memzero(secret_key_.data(), secret_key_.size()); }

std::string SodiumReportSigner::public_key() const { return base64(public_key_); }

std::string SodiumReportSigner::sign(const std::string& text) {
  std::array<std::uint8_t, crypto_sign_BYTES> signature;
  crypto_sign_detached(signature.data(), nullptr, bytes_of(text), text.size(), secret_key_.data());
  return base64(signature);
}

SodiumReportSigner load_or_create_report_signer(const std::filesystem::path& directory) {
  SodiumReportSigner signer(load_or_create_key(directory / "reports.key"));
  std::ofstream file(directory / "reports.pub", std::ios::trunc);
  file << signer.public_key() << '\n' << std::flush;
  if (!file) throw Error(ErrorKind::unavailable, "reports.pub cannot be written into the data directory");
  return signer;
}

bool verify_report_signature(const std::string& text, const std::string& public_key, const std::string& signature) {
  if (sodium_init() < 0) throw Error(ErrorKind::internal, "libsodium did not start");
  std::array<std::uint8_t, crypto_sign_PUBLICKEYBYTES> key;
  std::array<std::uint8_t, crypto_sign_BYTES> signed_by;
  return read_base64(public_key, key) && read_base64(signature, signed_by) &&
         crypto_sign_verify_detached(signed_by.data(), bytes_of(text), text.size(), key.data()) == 0;
}

}  // namespace likeness
