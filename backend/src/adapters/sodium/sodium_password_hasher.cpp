#include "adapters/sodium/sodium_password_hasher.hpp"

#include <sodium.h>

namespace likeness {

/// One of the few places at which a hash is computed; waits for it, in a queue of bounded length.
class SodiumPasswordHasher::Turn {
 public:
  explicit Turn(SodiumPasswordHasher& hasher) : hasher_(hasher) {
    std::unique_lock lock(hasher_.mutex_);
    if (hasher_.running_ >= hasher_.cost_.parallel_max) {
      if (hasher_.waiting_ >= hasher_.cost_.waiting_max)
        throw Error(ErrorKind::rate_limited, "too many people are logging in at this moment: try again in a second");
      ++hasher_.waiting_;
      hasher_.turn_ended_.wait(lock, [this] { return hasher_.running_ < hasher_.cost_.parallel_max; });
      --hasher_.waiting_;
    }
    ++hasher_.running_;
  }

  ~Turn() {
    {
      std::lock_guard lock(hasher_.mutex_);
      --hasher_.running_;
    }
    hasher_.turn_ended_.notify_one();
  }

 private:
  SodiumPasswordHasher& hasher_;
};

SodiumPasswordHasher::SodiumPasswordHasher(PasswordCost cost) : cost_(cost) {
  if (sodium_init() < 0) throw Error(ErrorKind::internal, "libsodium did not start");
  std::string random(32, '\0');
  randombytes_buf(random.data(), random.size());
  dummy_hash_ = hash_now(random);
}

std::string SodiumPasswordHasher::hash_now(const std::string& password) const {
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost_.passes, cost_.memory_bytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw Error(ErrorKind::unavailable, "there is not enough memory to hash a password");
  return text.data();
}

std::string SodiumPasswordHasher::hash(const std::string& password) {
  const Turn turn(*this);
  return hash_now(password);
}

bool SodiumPasswordHasher::verify(const std::string& hash, const std::string& password) {
  const Turn turn(*this);
  const std::string& against = hash.empty() ? dummy_hash_ : hash;
  const bool equal = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
  return equal && !hash.empty();
}

}  // namespace likeness
