#include "adapters/curl/resolver.hpp"

#include <netdb.h>

#include <atomic>
#include <condition_variable>
#include <cstring>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>

namespace likeness {
namespace {

constexpr int kLookUpsMax = 64;
std::atomic<int> look_ups_running = 0;

struct LookUp {
  std::mutex mutex;
  std::condition_variable done_changed;
  bool done = false;
  int failure_code = 0;
  std::vector<ResolvedAddress> addresses;
};

void look_up(const std::string& host, LookUp& look_up) {
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* list = nullptr;
  const int failure_code = getaddrinfo(host.c_str(), nullptr, &hints, &list);
  std::vector<ResolvedAddress> addresses;
  for (const addrinfo* entry = list; entry; entry = entry->ai_next) {
    ResolvedAddress address;
    std::memcpy(&address.storage, entry->ai_addr, std::min<std::size_t>(entry->ai_addrlen, sizeof address.storage));
    addresses.push_back(address);
  }
  if (list) freeaddrinfo(list);
  {
    std::lock_guard lock(look_up.mutex);
    look_up.done = true;
    look_up.failure_code = failure_code;
    look_up.addresses = std::move(addresses);
  }
  look_up.done_changed.notify_all();
}

}  // namespace

Result<std::vector<ResolvedAddress>> resolve_host(const std::string& host, std::chrono::milliseconds timeout) {
  const auto shared = std::make_shared<LookUp>();
  if (look_ups_running.fetch_add(1) >= kLookUpsMax) {
    --look_ups_running;
    return failure(ErrorKind::unavailable, "too many host names are being looked up at once");
  }
  try {
    std::thread([host, shared] {
      look_up(host, *shared);
      --look_ups_running;
    }).detach();
  } catch (const std::system_error&) {
    --look_ups_running;
    return failure(ErrorKind::unavailable, "no thread is left to look up host names");
  }
  std::unique_lock lock(shared->mutex);
  if (!shared->done_changed.wait_for(lock, timeout, [&] { return shared->done; }))
    return failure(ErrorKind::timeout, "the host name " + host + " was not resolved in time");
  if (shared->failure_code != 0 || shared->addresses.empty())
    return failure(ErrorKind::unavailable,
                   "the host name " + host + " cannot be resolved: " + gai_strerror(shared->failure_code));
  return shared->addresses;
}

}  // namespace likeness
