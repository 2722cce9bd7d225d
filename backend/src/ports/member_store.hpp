#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "domain/ids.hpp"

namespace likeness {

struct Member {
  UserId user_id;
  std::string email;
  std::string name;
  std::string role;  ///< owner, admin, editor, viewer
  TimePoint joined_at;
};

struct MemberPage {
  std::vector<Member> members;
  std::optional<UserId> next_after;  ///< absent on the last page
};

/// Who belongs to an org, and as what. `manageable` are the roles of members whom the caller may touch. An org keeps an
/// owner: of several who would leave or be demoted at once, the last one gets Error{conflict}. Thread-safe.
class MemberStore {
 public:
  virtual ~MemberStore() = default;
  /// By user id, those behind `after`.
  virtual MemberPage members(OrgId org, const std::optional<UserId>& after, int limit) = 0;
  /// Error{not_found} where the user is no member.
  virtual Member member(OrgId org, UserId user) = 0;
  /// The member as it is afterwards. Error{not_found}; Error{forbidden} where the present or the new role is not
  /// manageable; Error{conflict} for the last owner.
  virtual Member set_role(OrgId org, UserId user, const std::string& role, std::span<const std::string> manageable) = 0;
  /// Errors as above. A user who belongs to no other org goes altogether.
  virtual void remove(OrgId org, UserId user, std::span<const std::string> manageable) = 0;
};

}  // namespace likeness
