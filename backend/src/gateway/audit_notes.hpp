#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "domain/audit.hpp"

namespace likeness::gateway {

/// What a route adds to the audit entry of its request. All of it may be left out: the entry then has the facts of the
/// request. Secrets are struck out of the documents and values about people are kept apart (audit_redaction.hpp).
struct AuditNotes {
  /// Where neither the path nor the principal says to whose chain the entry belongs.
  std::optional<AuditChain> chain;
  /// Where the request itself does not say who acts, as at login.
  std::optional<AuditActor> actor;
  /// Else the Location of the answer or the last id of the path.
  std::string object_kind;
  std::string object_id;
  /// The object as it was and as it is; of two, only what differs is kept. Null for none.
  std::shared_ptr<const nlohmann::json> before;
  std::shared_ptr<const nlohmann::json> after;

  void set_object(std::string kind, std::string id);
  void set_before(nlohmann::json document);
  void set_after(nlohmann::json document);
};

}  // namespace likeness::gateway
