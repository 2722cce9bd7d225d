#include <nlohmann/json.hpp>

#include "base/log.hpp"
#include "domain/email_address.hpp"
#include "domain/roles.hpp"
#include "gateway/mail_texts.hpp"
#include "gateway/routes/membership.hpp"
#include "gateway/routes/routes.hpp"
#include "gateway/secret_tokens.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

constexpr std::string_view kPrefix = "lk_inv_";

json view(const Invitation& invitation) {
  return {{"id", invitation.id.to_string()},
          {"email", invitation.email},
          {"role", invitation.role},
          {"invited_by", invitation.invited_by},
          {"created_at", to_iso8601(invitation.created_at)},
          {"expires_at", to_iso8601(invitation.expires_at)}};
}

Org org_of(Services& services, OrgId id) {
  auto org = services.identities.org(id);
  if (!org) throw Error(ErrorKind::not_found, "there is no such org", "org_id");
  return *org;
}

/// Sends it where mail is configured, and says what came of it; else hands the link to whoever invites.
void deliver(Services& services, const Org& org, const Invitation& invitation, const SecretToken& token,
             json& document) {
  const std::string link = services.public_url() + "/invitation#token=" + token.text;
  document["mail_sent"] = false;
  if (!services.mailer.is_configured()) {
    document["token"] = token.text;
    document["link"] = link;
    return;
  }
  try {
    services.mailer.send(invitation_mail(invitation, org.name, link));
    document["mail_sent"] = true;
  } catch (const Error& error) {
    log::warning("an invitation was not mailed: {}", error.message());
    document["mail_problem"] = error.message();
  }
}

Response create_invitation(Services& services, const Request& request) {
  const auto& body = request.json();
  const auto org = org_of(services, request.org());
  const auto role = body.at("role").get<std::string>();
  const auto manageable = manageable_roles(request.principal.roles);
  if (std::ranges::find(manageable, role) == manageable.end())
    throw Error(ErrorKind::forbidden, "you may not invite anybody as " + role, "role");
  const auto token = make_secret_token(services.digest, kPrefix);
  const auto invitation =
      services.invitations.create(org.id,
                                  {.email = email_address(body.at("email").get<std::string>()),
                                   .role = role,
                                   .invited_by = request.principal.to_string(),
                                   .token_sha256 = token.sha256,
                                   .expires_at = now() + services.member_limits.invitation_lifetime},
                                  services.member_limits.invitations_max);
  auto document = view(invitation);
  deliver(services, org, invitation, token, document);
  return Response::json(201, document).with("Location", "/v1/invitations/" + invitation.id.to_string());
}

Response list_invitations(Services& services, const Request& request) {
  const auto after = services.cursors.id<InvitationId>(request);
  const auto page = services.invitations.invitations(request.org(), after, request.page_limit());
  json document{{"invitations", json::array()}};
  for (const auto& invitation : page.invitations) document["invitations"].push_back(view(invitation));
  if (page.next_after) document["next_cursor"] = services.cursors.next(request, page.next_after->to_string());
  return Response::json(200, document);
}

Response revoke_invitation(Services& services, const Request& request) {
  const auto org = request.org();
  const auto id = InvitationId::parse(request.path_parameter("invitation_id"), "invitation_id");
  const auto role = services.invitations.invitation(org, id).role;
  const auto manageable = manageable_roles(request.principal.roles);
  if (std::ranges::find(manageable, role) == manageable.end())
    throw Error(ErrorKind::forbidden, "invitations as " + role + " are not yours to revoke", "invitation_id");
  services.invitations.revoke(org, id);
  return Response::empty();
}

/// Error{gone} where it is used, revoked, expired, or none at all.
OpenInvitation open_invitation(Services& services, const std::string& token_sha256) {
  auto open = services.invitations.find(token_sha256);
  if (!open) throw Error(ErrorKind::gone, "this invitation is used, revoked or expired: ask for another", "token");
  return *open;
}

Response join(Services& services, const OpenInvitation& open, const std::string& token_sha256, const Joining& joining) {
  const auto user = services.invitations.accept(token_sha256, joining);
  services.standings.changes(member_subject(open.org_id, user));
  return joined(org_of(services, open.org_id), user, open.invitation.email, open.invitation.role);
}

/// Without a token of one's own: a known address proves itself by its password, a new one chooses one.
Response accept_invitation(Services& services, const Request& request) {
  const auto& body = request.json();
  const auto sha256 = sha256_of(services.digest, body.at("token").get<std::string>());
  const auto open = open_invitation(services, sha256);
  Joining joining;
  if (const auto user = services.identities.user_by_email(open.invitation.email)) {
    if (!services.passwords.verify(user->password_hash, body.value("password", "")))
      throw Error(ErrorKind::unauthenticated,
                  "this address is known here: give its password, or sign in and accept by /v1/invitations/accept");
    joining.user_id = user->id;
  } else {
    joining.password_hash = services.passwords.hash(new_password(body));
    joining.name = body.value("name", "");
  }
  return join(services, open, sha256, joining);
}

Response accept_as_signed_in(Services& services, const Request& request) {
  const auto sha256 = sha256_of(services.digest, request.json().at("token").get<std::string>());
  const auto open = open_invitation(services, sha256);
  const auto invited = services.identities.user_by_email(open.invitation.email);
  if (!invited || invited->id != request.principal.user_id)
    throw Error(ErrorKind::forbidden, "this invitation is for another address than yours", "token");
  return join(services, open, sha256, {.user_id = invited->id, .password_hash = {}, .name = {}});
}

}  // namespace

std::vector<Route> invitation_routes(Services& services) {
  const auto with = handlers_with(services);
  return {{"GET", "/v1/invitations", "listInvitations", with(list_invitations)},
          {"POST", "/v1/invitations", "createInvitation", with(create_invitation), BodyKind::json},
          {"DELETE", "/v1/invitations/{invitation_id}", "revokeInvitation", with(revoke_invitation)},
          {"POST", "/v1/invitations/accept", "acceptAsSignedIn", with(accept_as_signed_in), BodyKind::json},
          {"POST", "/v1/auth/invitations/accept", "acceptInvitation", with(accept_invitation), BodyKind::json}};
}

}  // namespace likeness::gateway
