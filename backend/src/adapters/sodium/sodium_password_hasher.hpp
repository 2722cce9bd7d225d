#pragma once

#include <condition_variable>
#include <mutex>

#include "ports/security.hpp"

namespace likeness {

struct PasswordCost {
  unsigned long long passes = 2;
  std::size_t memory_bytes = 19 * 1024 * 1024;  ///< OWASP: 19 MiB with two passes
  int parallel_max = 2;
  int waiting_max = 16;
};

/// argon2id by libsodium.
class SodiumPasswordHasher : public PasswordHasher {
 public:
  explicit SodiumPasswordHasher(PasswordCost cost = {});

  std::string hash(const std::string& password) override;
  bool verify(const std::string& hash, const std::string& password) override;

 private:
  class Turn;
  std::string hash_now(const std::string& password) const;

  const PasswordCost cost_;
  std::mutex mutex_;
  std::condition_variable turn_ended_;
  int running_ = 0;
  int waiting_ = 0;
  std::string dummy_hash_;  ///< of a random password: what an unknown user is checked against
};

}  // namespace likeness
