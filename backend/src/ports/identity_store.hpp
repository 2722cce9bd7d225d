#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "domain/ids.hpp"

namespace likeness {

struct Org {
  OrgId id;
  std::string slug;
  std::string name;
  std::string currency;
  TimePoint created_at;
};

/// What is to be changed of an org.
struct OrgChange {
  std::optional<std::string> slug;
  std::optional<std::string> name;
  std::optional<std::string> currency;
};

struct User {
  UserId id;
  std::string email;
  std::string name;
  std::string password_hash;
};

struct Membership {
  OrgId org_id;
  std::string org_slug;
  std::string role;  ///< owner, admin, editor, viewer
};

/// Orgs, users and who belongs where. An org that is being erased is not there any more. Thread-safe.
class IdentityStore {
 public:
  virtual ~IdentityStore() = default;
  /// Error{conflict} where the slug is taken.
  virtual Org create_org(const std::string& slug, const std::string& name, const std::string& currency) = 0;
  virtual std::vector<Org> orgs() = 0;
  virtual std::optional<Org> org_by_slug(const std::string& slug) = 0;
  virtual std::optional<Org> org(OrgId id) = 0;
  /// Error{conflict} where the slug is taken, or the currency is to change while there are prices.
  virtual Org update_org(OrgId id, const OrgChange& change) = 0;

  /// Makes the user where the e-mail is new, and the membership where it is missing; Error{conflict} where both exist.
  virtual UserId create_user(OrgId org, const std::string& email, const std::string& password_hash,
                             const std::string& role) = 0;
  virtual std::optional<User> user_by_email(const std::string& email) = 0;
  virtual std::optional<User> user(UserId id) = 0;
  virtual std::vector<Membership> memberships(UserId user) = 0;
  virtual void set_password_hash(UserId user, const std::string& password_hash) = 0;
};

}  // namespace likeness
