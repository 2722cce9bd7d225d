#pragma once

#include "gateway/credential.hpp"
#include "ports/identity_store.hpp"

namespace likeness::gateway {

/// The server's operator token. Its holder names the org that it acts on by the header Likeness-Org.
class OperatorCredential final : public Credential {
 public:
  /// An empty token admits nobody. The store must outlive this.
  OperatorCredential(std::string token, IdentityStore& identities)
      : token_(std::move(token)), identities_(identities) {}

  bool recognizes(std::string_view token) const override;
  void authenticate(const std::string& token, Request& request) const override;

 private:
  std::string token_;
  IdentityStore& identities_;
};

}  // namespace likeness::gateway
