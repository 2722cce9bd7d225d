#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "domain/password_rules.hpp"
#include "gateway/routes/refresh_cookie.hpp"
#include "gateway/routes/routes.hpp"
#include "gateway/routes/sign_in.hpp"

namespace likeness::gateway {
namespace {

/// What the audit log says of an attempt: in the log of the org that it is about, where the user belongs to one.
void note_login(const Request& request, const std::optional<User>& user, const std::vector<Membership>& memberships) {
  const auto& body = request.json();
  const auto wanted = body.value("org", "");
  const auto about = std::ranges::find_if(memberships, [&](const Membership& of) {
    return wanted.empty() || of.org_slug == wanted || of.org_id.to_string() == wanted;
  });
  request.audit->chain = about != memberships.end() ? AuditChain{about->org_id} : AuditChain{};
  if (user) request.audit->set_object("user", user->id.to_string());
  request.audit->set_after({{"email", body.at("email")}});
}

/// Who signs in anew in a browser leaves the session that the browser had.
void end_session_of_cookie(Services& services, const Request& request) {
  const auto token = refresh_token_in_cookie(request);
  const auto former = token.empty() ? std::nullopt : session_of_token(services, token);
  if (!former) return;
  services.unit_of_work.run([&] {
    services.standings.changes(session_subject(former->id));
    services.sessions.end(former->user_id, former->id);
  });
}

Response login(Services& services, const Request& request) {
  services.passwords.require_room();
  const auto& body = request.json();
  const auto user = services.identities.user_by_email(to_lower(trim(body.at("email").get<std::string>())));
  const bool right = services.passwords.verify(user ? user->password_hash : "", body.at("password").get<std::string>());
  // Looked up for nobody as well, so that the clock does not tell who is known.
  const auto memberships = services.identities.memberships(user ? user->id : UserId{});
  note_login(request, user, memberships);
  if (!user || !right) throw Error(ErrorKind::unauthenticated, "the e-mail or the password is wrong");
  request.audit->actor = AuditActor{"user", user->id.to_string()};
  const auto membership = choose_membership(memberships, body.value("org", ""));
  end_session_of_cookie(services, request);
  return sign_in(services, request, user->id, membership, refresh_place(body));
}

/// A token in the body goes before the cookie, and the successor goes where the token came from.
Response refresh_route(Services& services, const Request& request) {
  const auto& body = request.json();
  const auto org = body.value("org", "");
  const auto given = body.value("refresh_token", "");
  if (!given.empty()) return refresh(services, request, given, org, RefreshPlace::body);
  const auto in_cookie = refresh_token_in_cookie(request);
  if (in_cookie.empty())
    throw Error(ErrorKind::unauthenticated, "there is no refresh token in the body or in a cookie: log in");
  return refresh(services, request, in_cookie, org, RefreshPlace::cookie);
}

Response logout(Services& services, const Request& request) {
  const auto session = request.principal.session_id.value();
  services.standings.changes(session_subject(session));
  services.sessions.end(request.principal.user_id.value(), session);
  return Response::empty().with("Set-Cookie", no_refresh_cookie(request));
}

/// Whoever knows the password stays in on this session only.
Response change_password(Services& services, const Request& request) {
  const auto& body = request.json();
  const auto fresh = body.at("new_password").get<std::string>();
  require_good_password(fresh, "new_password");
  const auto user = services.identities.user(request.principal.user_id.value());
  const bool right = services.passwords.verify(user ? user->password_hash : "", body.at("current_password"));
  if (!user || !right) throw Error(ErrorKind::forbidden, "this is not the current password", "current_password");
  const std::string hash = services.passwords.hash(fresh);
  services.unit_of_work.run([&] {
    services.identities.set_password_hash(user->id, hash);
    end_other_sessions(services, user->id, request.principal.session_id);
  });
  return Response::empty();
}

}  // namespace

std::vector<Route> auth_routes(Services& services) {
  const auto with = handlers_with(services);
  return {{"POST", "/v1/auth/login", "login", with(login), BodyKind::json},
          {"POST", "/v1/auth/refresh", "refreshSession", with(refresh_route), BodyKind::json},
          {"POST", "/v1/auth/logout", "logout", with(logout)},
          {"POST", "/v1/auth/password", "changePassword", with(change_password), BodyKind::json}};
}

}  // namespace likeness::gateway
