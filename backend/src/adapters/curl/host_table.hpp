#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <unordered_map>

namespace likeness {

struct HostLimits {
  int per_host_max = 8;                          ///< requests under way at once
  int failures_max = 5;                          ///< of the network in a row, then the host rests
  std::chrono::milliseconds pause{10'000};       ///< of the first rest; each further one in a row is twice as long
  std::chrono::milliseconds pause_max{300'000};  ///< also of what a host asks for by Retry-After
  int free_rests_max = 5;                        ///< in a row; afterwards what finds the host resting has used up a try
};

/// How each host has been doing: how many requests are under way there, and until when it is to be left in peace. Keeps
/// at most about ten thousand hosts; what it forgets is hosts that are idle. For one thread.
class HostTable {
 public:
  using Clock = std::chrono::steady_clock;

  explicit HostTable(HostLimits limits) : limits_(limits) {}

  bool has_room(const std::string& host) const;
  void begin(const std::string& host);
  void end(const std::string& host);

  struct Rest {
    std::chrono::milliseconds remaining{};
    bool is_free = true;  ///< what finds the host resting keeps its try
    std::string reason;   ///< "it asked for a pause", for messages
  };
  /// nullopt: the host may be asked.
  std::optional<Rest> rest(const std::string& host, Clock::time_point now) const;

  /// The host said something sensible.
  void note_answer(const std::string& host);
  /// The host asked to be left in peace; zero where it did not say for how long. Returns for how long it will be.
  std::chrono::milliseconds note_refusal(const std::string& host, std::chrono::milliseconds asked,
                                         Clock::time_point now);
  /// The network failed on the way to the host.
  void note_failure(const std::string& host, Clock::time_point now);

 private:
  struct Host {
    int running = 0;
    int failures = 0;  ///< in a row
    int rests = 0;     ///< in a row
    Clock::time_point rests_until{};
    std::string reason;
  };

  Host& at(const std::string& host);
  std::chrono::milliseconds close(Host& host, std::chrono::milliseconds pause, std::string reason,
                                  Clock::time_point now);

  const HostLimits limits_;
  std::unordered_map<std::string, Host> hosts_;
};

}  // namespace likeness
