#include "adapters/sodium/sodium_digest.hpp"

#include <sodium.h>

#include <fstream>

namespace likeness {
namespace {

void start_library() {
  if (sodium_init() < 0) throw Error(ErrorKind::internal, "libsodium did not start");
}

std::string to_hex(std::span<const std::uint8_t> bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();
  return text;
}

}  // namespace

SodiumDigest::SodiumDigest() { start_library(); }

std::string SodiumDigest::sha256_hex(std::span<const std::uint8_t> bytes) {
  std::array<std::uint8_t, crypto_hash_sha256_BYTES> digest;
  crypto_hash_sha256(digest.data(), bytes.data(), bytes.size());
  return to_hex(digest);
}

std::unique_ptr<DigestStream> SodiumDigest::sha256_stream() { return std::make_unique<Sha256Stream>(); }

std::string SodiumDigest::random_token(int byte_count) {
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(byte_count));
  randombytes_buf(bytes.data(), bytes.size());
  constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kVariant);
  text.pop_back();
  return text;
}

std::string SodiumDigest::sha256_hex_of_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw Error(ErrorKind::not_found, "file " + file.filename().string() + " cannot be read");
  Sha256Stream digest;
  std::vector<char> buffer(1 << 18);
  do {
    stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    digest.update({reinterpret_cast<const std::uint8_t*>(buffer.data()), static_cast<std::size_t>(stream.gcount())});
  } while (stream);
  if (stream.bad()) throw Error(ErrorKind::unavailable, "file " + file.filename().string() + " cannot be read");
  return digest.finish_hex();
}

struct Sha256Stream::State {
  crypto_hash_sha256_state hash;
};

Sha256Stream::Sha256Stream() : state_(std::make_unique<State>()) {
  start_library();
  crypto_hash_sha256_init(&state_->hash);
}

Sha256Stream::~Sha256Stream() = default;

void Sha256Stream::update(std::span<const std::uint8_t> piece) {
  crypto_hash_sha256_update(&state_->hash, piece.data(), piece.size());
}

std::string Sha256Stream::finish_hex() {
  std::array<std::uint8_t, crypto_hash_sha256_BYTES> digest;
  crypto_hash_sha256_final(&state_->hash, digest.data());
  return to_hex(digest);
}

bool equals_in_constant_time(std::string_view left, std::string_view right) {
  return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace likeness
