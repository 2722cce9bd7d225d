#include "adapters/curl/resolver.hpp"

#include <netdb.h>

#include <condition_variable>
#include <cstring>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace likeness {
namespace {

constexpr int kLookUpsMax = 64;
constexpr std::size_t kKeptMax = 10'000;

struct Answer {
  int failure_code = 0;
  Addresses addresses;
};

/// `flags` AI_NUMERICHOST: literals only, without asking anybody.
Answer ask_system(const std::string& host, int flags) {
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = flags;
  addrinfo* list = nullptr;
  Answer answer;
  answer.failure_code = getaddrinfo(host.c_str(), nullptr, &hints, &list);
  for (const addrinfo* entry = list; entry; entry = entry->ai_next) {
    ResolvedAddress address;
    std::memcpy(&address.storage, entry->ai_addr, std::min<std::size_t>(entry->ai_addrlen, sizeof address.storage));
    answer.addresses.push_back(address);
  }
  if (list) freeaddrinfo(list);
  return answer;
}

Result<Addresses> result(const std::string& host, Answer answer) {
  if (answer.failure_code != 0 || answer.addresses.empty())
    return failure(ErrorKind::unavailable,
                   "the host name " + host + " cannot be resolved: " + gai_strerror(answer.failure_code));
  return std::move(answer.addresses);
}

}  // namespace

/// Outlives the resolver where a look-up hangs.
struct HostResolver::Shared {
  std::mutex mutex;
  std::vector<Finished> finished;
  int running = 0;
  std::function<void()> wake;
};

HostResolver::HostResolver(std::chrono::milliseconds kept, std::function<void()> wake)
    : kept_for_(kept), shared_(std::make_shared<Shared>()) {
  shared_->wake = std::move(wake);
}

HostResolver::~HostResolver() {
  std::lock_guard lock(shared_->mutex);
  shared_->wake = nullptr;
}

std::optional<Result<Addresses>> HostResolver::look_up(const std::string& host) {
  if (const auto kept = kept_.find(host); kept != kept_.end()) {
    if (kept->second.until > Clock::now()) return kept->second.addresses;
    kept_.erase(kept);
  }
  if (auto literal = ask_system(host, AI_NUMERICHOST); literal.failure_code == 0)
    return result(host, std::move(literal));
  if (under_way_.insert(host).second) {
    waiting_.push_back(host);
    start_waiting();
  }
  return std::nullopt;
}

std::vector<HostResolver::Finished> HostResolver::take_finished() {
  std::vector<Finished> finished;
  {
    std::lock_guard lock(shared_->mutex);
    finished = std::exchange(shared_->finished, {});
  }
  if (kept_.size() >= kKeptMax) kept_.clear();
  for (const auto& answer : finished) {
    under_way_.erase(answer.host);
    if (answer.addresses && kept_for_.count() > 0) kept_[answer.host] = {*answer.addresses, Clock::now() + kept_for_};
  }
  start_waiting();
  return finished;
}

void HostResolver::start_waiting() {
  while (!waiting_.empty()) {
    {
      std::lock_guard lock(shared_->mutex);
      if (shared_->running >= kLookUpsMax) return;
      ++shared_->running;
    }
    try {
      std::thread([host = waiting_.front(), shared = shared_] {
        auto answer = result(host, ask_system(host, 0));
        std::lock_guard lock(shared->mutex);
        --shared->running;
        shared->finished.push_back({host, std::move(answer)});
        if (shared->wake) shared->wake();
      }).detach();
    } catch (const std::system_error&) {
      std::lock_guard lock(shared_->mutex);
      --shared_->running;
      return;
    }
    waiting_.pop_front();
  }
}

Result<Addresses> resolve_host(const std::string& host, std::chrono::milliseconds timeout) {
  struct Bell {
    std::mutex mutex;
    std::condition_variable rung;
    bool has_rung = false;
  };
  const auto bell = std::make_shared<Bell>();
  HostResolver resolver(std::chrono::milliseconds(0), [bell] {
    const std::lock_guard lock(bell->mutex);
    bell->has_rung = true;
    bell->rung.notify_one();
  });
  if (auto known = resolver.look_up(host)) return std::move(*known);
  {
    std::unique_lock lock(bell->mutex);
    if (!bell->rung.wait_for(lock, timeout, [&] { return bell->has_rung; }))
      return failure(ErrorKind::timeout, "the host name " + host + " was not resolved in time");
  }
  auto finished = resolver.take_finished();
  return std::move(finished.front().addresses);
}

}  // namespace likeness
