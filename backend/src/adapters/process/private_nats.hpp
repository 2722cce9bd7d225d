#pragma once

#include "adapters/process/private_service.hpp"

namespace likeness {

/// A nats-server with JetStream on a free port of 127.0.0.1, behind a token that is made up with this object. Where it
/// died and is started again it keeps its port. Its directory <data>/nats may be wiped at any time.
class PrivateNats : public PrivateService {
 public:
  explicit PrivateNats(PrivateServiceOptions options);

  /// nats://127.0.0.1:<port>, known after start().
  std::string url() const { return "nats://127.0.0.1:" + std::to_string(port_); }
  const std::string& token() const { return token_; }

 protected:
  void prepare() override;
  ChildOptions command() override;
  bool answers() override;
  /// Somebody may take the port between our look and the server's.
  int start_attempts() const override { return 3; }

 private:
  std::filesystem::path configuration() const { return options().data_directory / "nats.conf"; }
  std::string program_;
  std::string token_;
  int port_ = 0;
};

}  // namespace likeness
