#include "adapters/curl/host_table.hpp"

#include <algorithm>

namespace likeness {
namespace {

constexpr std::size_t kHostsMax = 10'000;
constexpr int kDoublingsMax = 10;

using std::chrono::milliseconds;

}  // namespace

HostTable::Host& HostTable::at(const std::string& host) {
  const auto known = hosts_.find(host);
  if (known != hosts_.end()) return known->second;
  if (hosts_.size() >= kHostsMax) {
    const auto now = Clock::now();
    std::erase_if(hosts_,
                  [&](const auto& entry) { return entry.second.running == 0 && entry.second.rests_until < now; });
    if (hosts_.size() >= kHostsMax) std::erase_if(hosts_, [](const auto& entry) { return entry.second.running == 0; });
  }
  return hosts_[host];
}

bool HostTable::has_room(const std::string& host) const {
  const auto known = hosts_.find(host);
  return known == hosts_.end() || known->second.running < limits_.per_host_max;
}

void HostTable::begin(const std::string& host) { ++at(host).running; }

void HostTable::end(const std::string& host) { --at(host).running; }

std::optional<HostTable::Rest> HostTable::rest(const std::string& host, Clock::time_point now) const {
  const auto known = hosts_.find(host);
  if (known == hosts_.end() || known->second.rests_until <= now) return std::nullopt;
  return Rest{.remaining = std::chrono::ceil<milliseconds>(known->second.rests_until - now),
              .is_free = known->second.rests <= limits_.free_rests_max,
              .reason = known->second.reason};
}

void HostTable::note_answer(const std::string& host) {
  auto& entry = at(host);
  entry.failures = 0;
  entry.rests = 0;
}

milliseconds HostTable::note_refusal(const std::string& host, milliseconds asked, Clock::time_point now) {
  return close(at(host), asked, "it asked to be left in peace", now);
}

void HostTable::note_failure(const std::string& host, Clock::time_point now) {
  auto& entry = at(host);
  if (++entry.failures >= limits_.failures_max)
    close(entry, milliseconds(0), "it did not answer " + std::to_string(entry.failures) + " times in a row", now);
}

milliseconds HostTable::close(Host& host, milliseconds pause, std::string reason, Clock::time_point now) {
  // Requests that were under way when the host was closed tell nothing new.
  if (host.rests_until <= now) {
    ++host.rests;
    host.rests_until = now;
  }
  if (pause <= milliseconds(0)) pause = limits_.pause * (1 << std::min(host.rests - 1, kDoublingsMax));
  host.rests_until = std::max(host.rests_until, now + std::min(pause, limits_.pause_max));
  host.reason = std::move(reason);
  return std::chrono::ceil<milliseconds>(host.rests_until - now);
}

}  // namespace likeness
