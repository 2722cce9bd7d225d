#pragma once

#include <sys/socket.h>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/error.hpp"

namespace likeness {

struct ResolvedAddress {
  sockaddr_storage storage{};
  const sockaddr& get() const { return reinterpret_cast<const sockaddr&>(storage); }
};

using Addresses = std::vector<ResolvedAddress>;

/// Every address of a host name or literal, by the system's resolver. It cannot be interrupted, so look-ups run beside
/// the caller, a bounded number at a time; the others wait. Good answers are kept for a short while: who connects to
/// them pins and checks them, so an answer that changes meanwhile cannot lead anywhere else. Errors: unavailable where
/// the name is unknown. For one thread.
class HostResolver {
 public:
  using Clock = std::chrono::steady_clock;

  /// `wake` is called on any thread when a look-up has ended.
  HostResolver(std::chrono::milliseconds kept, std::function<void()> wake);
  ~HostResolver();

  /// nullopt: not yet known; the answer comes by take_finished().
  std::optional<Result<Addresses>> look_up(const std::string& host);

  struct Finished {
    std::string host;
    Result<Addresses> addresses;
  };
  std::vector<Finished> take_finished();

 private:
  struct Shared;
  struct Kept {
    Addresses addresses;
    Clock::time_point until;
  };

  void start_waiting();

  const std::chrono::milliseconds kept_for_;
  std::shared_ptr<Shared> shared_;
  std::unordered_set<std::string> under_way_;
  std::deque<std::string> waiting_;
  std::unordered_map<std::string, Kept> kept_;
};

/// The same for somebody who waits for the answer. Error{timeout} where it does not come in time.
Result<Addresses> resolve_host(const std::string& host, std::chrono::milliseconds timeout);

}  // namespace likeness
