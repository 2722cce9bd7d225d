#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "gateway/routes/routes.hpp"

namespace likeness::gateway {
namespace {

Response login(Services& services, const Request& request) {
  const auto& body = request.json();
  const auto user = services.identities.user_by_email(to_lower(trim(body.at("email").get<std::string>())));
  const bool right = services.passwords.verify(user ? user->password_hash : "", body.at("password").get<std::string>());
  // Looked up for nobody as well, so that the clock does not tell who is known.
  const auto memberships = services.identities.memberships(user ? user->id : UserId{});
  const auto wanted = body.value("org", "");
  const auto membership = std::ranges::find_if(memberships, [&](const auto& of) {
    return wanted.empty() || of.org_slug == wanted || of.org_id.to_string() == wanted;
  });
  const bool known = membership != memberships.end();
  request.audit->chain = known ? AuditChain{membership->org_id} : AuditChain{};
  if (user) request.audit->set_object("user", user->id.to_string());
  request.audit->set_after({{"email", body.at("email")}});
  if (!user || !right) throw Error(ErrorKind::unauthenticated, "the e-mail or the password is wrong");
  request.audit->actor = AuditActor{"user", user->id.to_string()};
  if (!known)
    throw Error(ErrorKind::forbidden,
                wanted.empty() ? "this user belongs to no org" : "this user does not belong to org \"" + wanted + "\"",
                "org");

  const auto token =
      services.tokens.issue({user->id, membership->org_id, membership->role, now() + services.access_token_lifetime});
  return Response::json(200, {{"access_token", token},
                              {"token_type", "Bearer"},
                              {"expires_in_s", std::chrono::seconds(services.access_token_lifetime).count()},
                              {"org_id", membership->org_id.to_string()},
                              {"org", membership->org_slug},
                              {"role", membership->role}});
}

}  // namespace

std::vector<Route> auth_routes(Services& services) {
  return {{"POST", "/v1/auth/login", "login", [&services](const Request& request) { return login(services, request); },
           BodyKind::json}};
}

}  // namespace likeness::gateway
