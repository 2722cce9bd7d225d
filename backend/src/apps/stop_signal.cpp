#include "apps/stop_signal.hpp"

#include <csignal>
#include <ctime>

namespace likeness::apps {
namespace {

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, signal);
  return signals;
}

}  // namespace

StopSignal::StopSignal() {
  const auto signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

bool StopSignal::wait(std::chrono::milliseconds timeout) {
  const auto signals = stop_signals();
  const timespec time{timeout.count() / 1000, timeout.count() % 1000 * 1'000'000};
  return sigtimedwait(&signals, nullptr, &time) > 0;
}

}  // namespace likeness::apps
