#include "adapters/sodium/sodium_password_hasher.hpp"

#include <sodium.h>
#include <sys/resource.h>

#include <array>
#include <future>
#include <memory>

#include "base/error.hpp"

namespace likeness {
namespace {

constexpr int kNice = 10;

/// Of this thread: with Linux the call is about a thread, not the process.
void give_way() { setpriority(PRIO_PROCESS, 0, kNice); }

[[noreturn]] void refuse() {
  throw Error(ErrorKind::rate_limited, "too many people are logging in at this moment: try again in a second");
}

}  // namespace

SodiumPasswordHasher::SodiumPasswordHasher(PasswordCost cost)
    : cost_(cost),
      threads_("passwords", static_cast<std::size_t>(cost.parallel_max),
               static_cast<std::size_t>(cost.parallel_max + cost.waiting_max)) {
  if (sodium_init() < 0) throw Error(ErrorKind::internal, "libsodium did not start");
  std::string random(32, '\0');
  randombytes_buf(random.data(), random.size());
  dummy_hash_ = hash_now(random);
}

void SodiumPasswordHasher::require_room() {
  if (in_hand_ >= cost_.parallel_max + cost_.waiting_max) refuse();
}

void SodiumPasswordHasher::run(const std::function<void()>& work) {
  struct InHand {
    std::atomic<int>& count;
    ~InHand() { --count; }
  };
  const int before = in_hand_++;
  const InHand in_hand{in_hand_};
  // Shared, because its thread may still be leaving it when it is done.
  const auto task = std::make_shared<std::packaged_task<void()>>(work);
  const auto submit = [&] {
    return threads_.try_submit([task] {
      give_way();
      (*task)();
    });
  };
  if (before >= cost_.parallel_max + cost_.waiting_max || !submit()) refuse();
  task->get_future().get();
}

std::string SodiumPasswordHasher::hash_now(const std::string& password) const {
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost_.passes, cost_.memory_bytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw Error(ErrorKind::unavailable, "there is not enough memory to hash a password");
  return text.data();
}

std::string SodiumPasswordHasher::hash(const std::string& password) {
  std::string hash;
  run([&] { hash = hash_now(password); });
  return hash;
}

bool SodiumPasswordHasher::verify(const std::string& hash, const std::string& password) {
  const std::string& against = hash.empty() ? dummy_hash_ : hash;
  bool equal = false;
  run([&] { equal = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0; });
  return equal && !hash.empty();
}

}  // namespace likeness
