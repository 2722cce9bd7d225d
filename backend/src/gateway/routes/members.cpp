#include <nlohmann/json.hpp>

#include "domain/email_address.hpp"
#include "domain/roles.hpp"
#include "gateway/routes/membership.hpp"
#include "gateway/routes/routes.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

UserId user_id(const Request& request) { return UserId::parse(request.path_parameter("user_id"), "user_id"); }

json view(const Member& member) {
  return {{"user_id", member.user_id.to_string()},
          {"email", member.email},
          {"name", member.name},
          {"role", member.role},
          {"joined_at", to_iso8601(member.joined_at)}};
}

Response list_members(Services& services, const Request& request) {
  const auto after = services.cursors.id<UserId>(request);
  const auto page = services.members.members(request.org(), after, request.page_limit());
  json document{{"members", json::array()}};
  for (const auto& member : page.members) document["members"].push_back(view(member));
  if (page.next_after) document["next_cursor"] = services.cursors.next(request, page.next_after->to_string());
  return Response::json(200, document);
}

Response get_member(Services& services, const Request& request) {
  return Response::json(200, view(services.members.member(request.org(), user_id(request))));
}

Response update_member(Services& services, const Request& request) {
  const auto org = request.org();
  const auto user = user_id(request);
  request.audit->set_before(view(services.members.member(org, user)));
  const auto member = services.members.set_role(org, user, request.json().at("role").get<std::string>(),
                                                manageable_roles(request.principal.roles));
  services.standings.changes(member_subject(org, user));
  request.audit->set_after(view(member));
  return Response::json(200, view(member));
}

/// Anybody may leave; to remove others is for those who manage them.
Response remove_member(Services& services, const Request& request) {
  const auto org = request.org();
  const auto user = user_id(request);
  auto manageable = manageable_roles(request.principal.roles);
  if (request.principal.user_id == user) manageable = {"owner", "admin", "editor", "viewer"};
  request.audit->set_before(view(services.members.member(org, user)));
  services.members.remove(org, user, manageable);
  services.standings.changes(member_subject(org, user));
  return Response::empty();
}

/// Whoever hands on such a link could use it: so it is for users of this org alone.
Response create_password_reset(Services& services, const Request& request) {
  const auto user = services.members.member(request.org(), user_id(request)).user_id;
  const bool is_operator = request.principal.kind == Principal::Kind::operator_token;
  if (!is_operator && services.identities.memberships(user).size() > 1)
    throw Error(ErrorKind::forbidden,
                "this user belongs to other orgs as well: only the server's operator can make such a link", "user_id");
  const auto link = services.password_resets.make(user);
  return Response::json(201, {{"token", link.token}, {"link", link.url}, {"expires_at", to_iso8601(link.expires_at)}});
}

Response create_user(Services& services, const Request& request) {
  const auto& body = request.json();
  const auto org = OrgId::parse(request.path_parameter("org_id"));
  const auto email = email_address(body.at("email").get<std::string>());
  const auto role = body.at("role").get<std::string>();
  const auto hash = services.passwords.hash(new_password(body));
  const auto id = services.identities.create_user(org, email, hash, role);
  services.standings.changes(member_subject(org, id));
  const json user{{"id", id.to_string()}, {"email", email}, {"role", role}};
  request.audit->set_object("user", id.to_string());
  request.audit->set_after(user);
  return Response::json(201, user);
}

}  // namespace

std::vector<Route> member_routes(Services& services) {
  const auto with = handlers_with(services);
  return {{"POST", "/v1/orgs/{org_id}/users", "createUser", with(create_user), BodyKind::json},
          {"GET", "/v1/members", "listMembers", with(list_members)},
          {"GET", "/v1/members/{user_id}", "getMember", with(get_member)},
          {"PATCH", "/v1/members/{user_id}", "updateMember", with(update_member), BodyKind::json},
          {"DELETE", "/v1/members/{user_id}", "removeMember", with(remove_member)},
          {"POST", "/v1/members/{user_id}/password-reset", "createPasswordReset", with(create_password_reset)}};
}

}  // namespace likeness::gateway
