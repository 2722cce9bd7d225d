#pragma once

#include <string>

namespace likeness {

/// The link by which the first owner of an empty server makes the first org. Thread-safe.
class SetupLinkStore {
 public:
  virtual ~SetupLinkStore() = default;
  /// Makes this the only link that is good.
  virtual void offer(const std::string& token_sha256) = 0;
  /// Whether it is the one on offer.
  virtual bool is_offered(const std::string& token_sha256) = 0;
  /// Uses it up; of two at once one gets Error{gone}.
  virtual void take(const std::string& token_sha256) = 0;
};

}  // namespace likeness
