#include "gateway/session_credential.hpp"

#include <algorithm>

#include "gateway/named_org.hpp"

namespace likeness::gateway {
namespace {

constexpr const char* kOpen = "open";

}  // namespace

void SessionCredential::authenticate(const std::string& token, Request& request) const {
  const AccessClaims claims = parts_.tokens.verify(token);
  request.principal = Principal{};
  request.principal.kind = Principal::Kind::user;
  request.principal.user_id = claims.user_id;
  request.principal.session_id = claims.session_id;
  request.principal.roles = {role_now(claims)};
  request.org_id = claims.org_id;
  require_no_other_org(request, claims.org_id, parts_.identities);
}

std::string SessionCredential::role_now(const AccessClaims& claims) const {
  const std::string member = member_subject(claims.org_id, claims.user_id);
  const std::vector<std::string> subjects{session_subject(claims.session_id), org_subject(claims.org_id), member};
  const auto words = parts_.standings.get(subjects);
  if (std::ranges::all_of(words, [](const auto& word) { return word.has_value(); })) return *words.back();

  const MemberStanding standing = parts_.sessions.standing(claims.session_id, claims.user_id, claims.org_id);
  if (!standing.session_open) throw Error(ErrorKind::unauthenticated, "this session is over: log in again");
  if (!standing.role)
    throw Error(ErrorKind::unauthenticated, "the token's user does not belong to its org any more: log in again");
  parts_.standings.keep(subjects[0], kOpen);
  parts_.standings.keep(subjects[1], kOpen);
  parts_.standings.keep(member, *standing.role);
  return *standing.role;
}

}  // namespace likeness::gateway
