#pragma once

#include "adapters/process/private_service.hpp"

namespace likeness {

/// A redis-server on a unix socket, without a disk: it is a cache, and starts empty.
class PrivateRedis : public PrivateService {
 public:
  explicit PrivateRedis(PrivateServiceOptions options);

  /// unix://<run>/redis.sock
  std::string url() const { return "unix://" + socket().string(); }

 protected:
  void prepare() override;
  ChildOptions command() override;
  bool answers() override;

 private:
  std::filesystem::path socket() const { return options().run_directory / "redis.sock"; }
  std::string program_;
};

}  // namespace likeness
