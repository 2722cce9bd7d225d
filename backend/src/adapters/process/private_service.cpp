#include "adapters/process/private_service.hpp"

#include <thread>

#include "adapters/process/log_tail.hpp"
#include "adapters/process/private_files.hpp"
#include "adapters/process/run_directory.hpp"
#include "base/error.hpp"
#include "base/log.hpp"

namespace likeness {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::uintmax_t kLogBytesMax = 16 * 1024 * 1024;
constexpr milliseconds kPauseFirst{500};
constexpr milliseconds kPauseMax{30'000};

/// Below this much Postgres cannot begin another segment of its log.
constexpr std::uintmax_t kRoomMin = 32 * 1024 * 1024;

/// What a service that ended most likely lacked, in words that follow "ended"; empty where nothing shows.
std::string likely_lack(const std::filesystem::path& directory) {
  std::error_code error;
  const auto room = std::filesystem::space(directory, error);
  if (error || room.available >= kRoomMin) return {};
  return fmt::format(", with {} MB left on the disk of {}: make room there", room.available >> 20, directory.string());
}

}  // namespace

PrivateService::PrivateService(std::string name, PrivateServiceOptions options, int stop_signal, int death_signal)
    : name_(std::move(name)), options_(std::move(options)), stop_signal_(stop_signal), death_signal_(death_signal) {
  require_short(options_.run_directory);
  if (running_as_root() && !options_.run_as)
    throw Error(ErrorKind::invalid_argument, name_ + " cannot run as root: name an unprivileged user for it");
}

PrivateService::~PrivateService() { stop(); }

std::filesystem::path PrivateService::own_directory(const std::string& folder) const {
  const auto directory = options_.data_directory / folder;
  create_private_directory(directory, options_.run_as);
  if (options_.run_as) require_reachable(directory, *options_.run_as);
  return directory;
}

void PrivateService::start() {
  std::lock_guard lock(mutex_);
  if (child_ && child_->running()) return;
  own_directory("logs");
  create_private_directory(options_.run_directory, options_.run_as);
  for (int attempt = 1;; ++attempt) {
    try {
      prepare();
      launch();
      wait_until_it_answers();
      break;
    } catch (const Error&) {
      child_.reset();
      if (attempt >= start_attempts()) throw;
    } catch (const std::filesystem::filesystem_error& error) {
      throw Error(ErrorKind::unavailable, name_ + " cannot be prepared: " + error.what());
    }
  }
  wanted_ = true;
  try {
    provision();
  } catch (...) {
    wanted_ = false;
    child_->stop(stop_signal_, options_.stop_timeout);
    child_.reset();
    throw;
  }
}

void PrivateService::launch() {
  std::error_code error;
  log_offset_ = std::filesystem::file_size(log_file(), error);
  if (error) log_offset_ = 0;
  if (log_offset_ > kLogBytesMax) {
    std::filesystem::rename(log_file(), log_file().string() + ".1", error);
    log_offset_ = 0;
  }
  ChildOptions child = command();
  child.run_as = options_.run_as;
  child.log_file = log_file();
  child.death_signal = death_signal_;
  child_ = std::make_unique<ChildProcess>(child);
  launched_at_ = Clock::now();
}

void PrivateService::wait_until_it_answers() {
  const Clock::time_point deadline = Clock::now() + options_.start_timeout;
  while (!answers()) {
    const bool ended = !child_->running();
    if (!ended && Clock::now() < deadline) {
      std::this_thread::sleep_for(milliseconds(20));
      continue;
    }
    const std::string reason = telling_line_of_file(log_file(), log_offset_);
    if (!ended) child_->stop(stop_signal_, options_.stop_timeout);
    throw Error(ErrorKind::unavailable, name_ + (ended ? " did not start" : " did not answer in time") +
                                            (reason.empty() ? "" : ": " + reason) + " (its log is " +
                                            log_file().string() + ")");
  }
}

bool PrivateService::running() {
  std::lock_guard lock(mutex_);
  return child_ && child_->running();
}

void PrivateService::keep_alive() {
  std::lock_guard lock(mutex_);
  if (!wanted_) return;
  const Clock::time_point current = Clock::now();
  if (child_ && child_->running()) {
    if (current - launched_at_ > kPauseMax) pause_ = milliseconds(0);
    return;
  }
  if (current - launched_at_ < pause_) return;
  pause_ = std::clamp(pause_ * 2, kPauseFirst, kPauseMax);
  launched_at_ = current;
  try {
    const int code = child_ ? child_->exit_code().value_or(0) : 0;
    log::warning("{} ended (code {}){}; it is started again", name_, code, likely_lack(options_.data_directory));
    launch();
  } catch (const std::exception& error) {
    log::error("{} cannot be started again: {}", name_, error.what());
  }
}

void PrivateService::stop() {
  std::lock_guard lock(mutex_);
  wanted_ = false;
  if (child_) child_->stop(stop_signal_, options_.stop_timeout);
  child_.reset();
}

pid_t PrivateService::pid() {
  std::lock_guard lock(mutex_);
  return child_ && child_->running() ? child_->pid() : -1;
}

}  // namespace likeness
