#pragma once

#include <atomic>
#include <functional>

#include "base/worker_pool.hpp"
#include "ports/security.hpp"

namespace likeness {

struct PasswordCost {
  unsigned long long passes = 2;
  std::size_t memory_bytes = 19 * 1024 * 1024;  ///< OWASP: 19 MiB with two passes
  int parallel_max = 2;
  int waiting_max = 16;
};

/// argon2id by libsodium, on threads of its own that give way to all others: however many log in, the processor is
/// there for those who are.
class SodiumPasswordHasher : public PasswordHasher {
 public:
  explicit SodiumPasswordHasher(PasswordCost cost = {});

  void require_room() override;
  std::string hash(const std::string& password) override;
  bool verify(const std::string& hash, const std::string& password) override;

 private:
  /// Waits for its end, in a queue of bounded length.
  void run(const std::function<void()>& work);
  std::string hash_now(const std::string& password) const;

  const PasswordCost cost_;
  std::string dummy_hash_;        ///< of a random password: what an unknown user is checked against
  std::atomic<int> in_hand_ = 0;  ///< running and waiting
  WorkerPool threads_;
};

}  // namespace likeness
