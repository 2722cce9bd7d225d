#include "adapters/sodium/sodium_text_signer.hpp"

#include <sodium.h>

#include <array>

namespace likeness {
namespace {

constexpr std::size_t kTagBytes = crypto_generichash_BYTES_MIN;
constexpr int kBase64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::uint64_t kSubkey = 1;
constexpr char kSubkeyUse[] = "textsign";
static_assert(sizeof kSubkeyUse == crypto_kdf_CONTEXTBYTES + 1);

using Tag = std::array<std::uint8_t, kTagBytes>;

void add(crypto_generichash_state& state, std::string_view text) {
  crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
}

/// The context's length stands in front of it, so that it cannot run over into the text.
Tag tag_of(const Bytes& key, std::string_view text, std::string_view context) {
  crypto_generichash_state state;
  crypto_generichash_init(&state, key.data(), key.size(), kTagBytes);
  add(state, std::to_string(context.size()) + ":");
  add(state, context);
  add(state, text);
  Tag tag;
  crypto_generichash_final(&state, tag.data(), tag.size());
  return tag;
}

}  // namespace

SodiumTextSigner::SodiumTextSigner(const Bytes& server_key) : key_(crypto_generichash_KEYBYTES) {
  if (sodium_init() < 0) throw Error(ErrorKind::internal, "libsodium did not start");
  if (server_key.size() != crypto_kdf_KEYBYTES)
    throw Error(ErrorKind::invalid_argument, "the server's key is not 32 bytes long");
  crypto_kdf_derive_from_key(key_.data(), key_.size(), kSubkey, kSubkeyUse, server_key.data());
}

SodiumTextSigner::~SodiumTextSigner() { sodium_memzero(key_.data(), key_.size()); }

std::string SodiumTextSigner::sign(std::string_view text, std::string_view context) {
  const auto tag = tag_of(key_, text, context);
  Bytes bytes(tag.begin(), tag.end());
  bytes.insert(bytes.end(), text.begin(), text.end());
  std::string encoded(sodium_base64_encoded_len(bytes.size(), kBase64), '\0');
  sodium_bin2base64(encoded.data(), encoded.size(), bytes.data(), bytes.size(), kBase64);
  encoded.pop_back();
  return encoded;
}

std::optional<std::string> SodiumTextSigner::open(std::string_view signed_text, std::string_view context) {
  if (signed_text.size() < kTagBytes) return std::nullopt;
  Bytes bytes(signed_text.size());
  std::size_t size = 0;
  if (sodium_base642bin(bytes.data(), bytes.size(), signed_text.data(), signed_text.size(), nullptr, &size, nullptr,
                        kBase64) != 0 ||
      size < kTagBytes)
    return std::nullopt;
  std::string text(bytes.begin() + kTagBytes, bytes.begin() + static_cast<std::ptrdiff_t>(size));
  // The whole spelling is compared: libsodium also reads some bytes that are no letters of base64.
  const auto expected = sign(text, context);
  if (expected.size() != signed_text.size() || sodium_memcmp(expected.data(), signed_text.data(), expected.size()) != 0)
    return std::nullopt;
  return text;
}

}  // namespace likeness
