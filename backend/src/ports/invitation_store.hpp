#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "domain/ids.hpp"

namespace likeness {

struct InvitationTag {
  static constexpr std::string_view kPrefix = "inv_", kField = "invitation_id";
};
using InvitationId = Id<InvitationTag>;

struct Invitation {
  InvitationId id;
  std::string email;
  std::string role;
  std::string invited_by;  ///< the principal, as text
  TimePoint created_at;
  TimePoint expires_at;
};

struct InvitationRequest {
  std::string email;
  std::string role;
  std::string invited_by;
  std::string token_sha256;
  TimePoint expires_at;
};

/// An invitation and the org that it leads to.
struct OpenInvitation {
  OrgId org_id;
  Invitation invitation;
};

struct InvitationPage {
  std::vector<Invitation> invitations;
  std::optional<InvitationId> next_after;  ///< absent on the last page
};

/// Who joins by an invitation: somebody known, or somebody new with a password.
struct Joining {
  std::optional<UserId> user_id;  ///< absent: the address is new
  std::string password_hash;      ///< of a new user
  std::string name;               ///< of a new user
};

/// Open invitations. A used, revoked or replaced one is gone; an expired one is as good as gone. Thread-safe.
class InvitationStore {
 public:
  virtual ~InvitationStore() = default;
  /// Replaces an invitation of the same address. Error{conflict} where the address is a member's; Error{forbidden}
  /// beyond `open_max` open ones.
  virtual Invitation create(OrgId org, const InvitationRequest& request, int open_max) = 0;
  virtual InvitationPage invitations(OrgId org, const std::optional<InvitationId>& after, int limit) = 0;
  /// Error{not_found}.
  virtual Invitation invitation(OrgId org, InvitationId id) = 0;
  /// Error{not_found}.
  virtual void revoke(OrgId org, InvitationId id) = 0;
  /// By the hash of its token, whichever org it belongs to; nullopt where none is open.
  virtual std::optional<OpenInvitation> find(const std::string& token_sha256) = 0;
  /// Uses the invitation up and makes its address a member; of two at once one gets Error{gone}. Error{conflict} where
  /// a new user's address has become known meanwhile, or belongs to the org already.
  virtual UserId accept(const std::string& token_sha256, const Joining& joining) = 0;
};

}  // namespace likeness
