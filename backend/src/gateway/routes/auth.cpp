#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "domain/password_rules.hpp"
#include "gateway/routes/refresh_cookie.hpp"
#include "gateway/routes/routes.hpp"
#include "gateway/routes/sign_in.hpp"

namespace likeness::gateway {
namespace {

Response login(Services& services, const Request& request) {
  const auto& body = request.json();
  const auto user = services.identities.user_by_email(to_lower(trim(body.at("email").get<std::string>())));
  const bool right = services.passwords.verify(user ? user->password_hash : "", body.at("password").get<std::string>());
  if (!user || !right) throw Error(ErrorKind::unauthenticated, "the e-mail or the password is wrong");
  const auto membership = choose_membership(services, user->id, body.value("org", ""));
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
  const auto with = [&services](Response (*route)(Services&, const Request&)) {
    return [&services, route](const Request& request) { return route(services, request); };
  };
  return {{"POST", "/v1/auth/login", "login", with(login), BodyKind::json},
          {"POST", "/v1/auth/refresh", "refreshSession", with(refresh_route), BodyKind::json},
          {"POST", "/v1/auth/logout", "logout", with(logout)},
          {"POST", "/v1/auth/password", "changePassword", with(change_password), BodyKind::json}};
}

}  // namespace likeness::gateway
