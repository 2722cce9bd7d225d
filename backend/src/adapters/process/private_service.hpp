#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "adapters/process/child_process.hpp"

namespace likeness {

struct PrivateServiceOptions {
  std::filesystem::path data_directory;    ///< must exist
  std::filesystem::path run_directory;     ///< for sockets: at most 80 characters
  std::optional<UserAccount> run_as = {};  ///< needed where we are root: the services refuse to be
  bool durable = true;                     ///< false only in tests: writes are not flushed to the disk
  std::chrono::milliseconds start_timeout{60'000};
  std::chrono::milliseconds stop_timeout{15'000};
};

/// A server that runs as our private child under one data directory. Its log is <data>/logs/<name>.log. Thread-safe.
class PrivateService {
 public:
  virtual ~PrivateService();
  PrivateService(const PrivateService&) = delete;
  PrivateService& operator=(const PrivateService&) = delete;

  /// Returns when it answers; Error{unavailable} says why it does not, with the telling line of its log. Does nothing
  /// where it runs already.
  void start();
  bool running();
  /// To be called every second or so: starts it again where it died, waiting longer from time to time where that does
  /// not help. Never waits for it and never throws.
  void keep_alive();
  void stop();
  /// -1 where it does not run.
  pid_t pid();
  const std::string& name() const { return name_; }

 protected:
  PrivateService(std::string name, PrivateServiceOptions options, int stop_signal, int death_signal);

  /// What has to be there before it can start.
  virtual void prepare() = 0;
  /// Arguments and environment.
  virtual ChildOptions command() = 0;
  virtual bool answers() = 0;
  /// What has to be set up in it before it is used.
  virtual void provision() {}
  /// How often start() tries: more than once where a failure may be bad luck.
  virtual int start_attempts() const { return 1; }

  const PrivateServiceOptions& options() const { return options_; }
  /// <data>/<folder>, private to the account that runs the service.
  std::filesystem::path own_directory(const std::string& folder) const;

 private:
  void launch();
  void wait_until_it_answers();
  std::filesystem::path log_file() const { return options_.data_directory / "logs" / (name_ + ".log"); }

  const std::string name_;
  const PrivateServiceOptions options_;
  const int stop_signal_;
  const int death_signal_;
  std::mutex mutex_;
  std::unique_ptr<ChildProcess> child_;
  bool wanted_ = false;
  std::uintmax_t log_offset_ = 0;  ///< where this launch's lines begin
  std::chrono::steady_clock::time_point launched_at_{};
  std::chrono::milliseconds pause_{0};
};

}  // namespace likeness
