#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "adapters/process/child_process.hpp"
#include "apps/client/api_session.hpp"

namespace likeness::apps {

/// A Likeness of its own in a temporary directory, which goes with it.
class ScratchServer {
 public:
  /// Starts `likeness up` with this program and the context's settings, and waits until it is ready.
  explicit ScratchServer(const Context& context);
  ~ScratchServer();
  ScratchServer(const ScratchServer&) = delete;

  const ServerAddress& address() const { return address_; }

 private:
  std::filesystem::path directory_;
  std::unique_ptr<ChildProcess> process_;
  ServerAddress address_;
};

}  // namespace likeness::apps
