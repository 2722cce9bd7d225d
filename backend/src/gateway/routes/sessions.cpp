#include <nlohmann/json.hpp>

#include "gateway/routes/routes.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

json view(const Session& session, std::optional<SessionId> current) {
  return {{"id", session.id.to_string()},
          {"current", session.id == current},
          {"created_at", to_iso8601(session.created_at)},
          {"used_at", to_iso8601(session.used_at)},
          {"expires_at", to_iso8601(session.expires_at)},
          {"peer", session.peer},
          {"user_agent", session.user_agent}};
}

json view(const Membership& membership) {
  return {{"org_id", membership.org_id.to_string()}, {"org", membership.org_slug}, {"role", membership.role}};
}

Response who_am_i(Services& services, const Request& request) {
  const auto id = request.principal.user_id.value();
  const auto session_id = request.principal.session_id;
  const auto user = services.identities.user(id);
  const auto session = services.sessions.session(id, session_id.value());
  if (!user || !session) throw Error(ErrorKind::unauthenticated, "this session is over: log in again");
  json memberships = json::array();
  json acting;
  for (const auto& membership : services.identities.memberships(id)) {
    memberships.push_back(view(membership));
    if (membership.org_id == request.org()) acting = view(membership);
  }
  return Response::json(200, {{"user", {{"id", id.to_string()}, {"email", user->email}, {"name", user->name}}},
                              {"acting", std::move(acting)},
                              {"memberships", std::move(memberships)},
                              {"session", view(*session, session_id)}});
}

Response list_sessions(Services& services, const Request& request) {
  json sessions = json::array();
  for (const auto& session : services.sessions.of_user(request.principal.user_id.value()))
    sessions.push_back(view(session, request.principal.session_id));
  return Response::json(200, {{"sessions", std::move(sessions)}});
}

Response end_session(Services& services, const Request& request) {
  const auto id = SessionId::parse(request.path_parameter("session_id"));
  services.standings.changes(session_subject(id));
  if (!services.sessions.end(request.principal.user_id.value(), id))
    throw Error(ErrorKind::not_found, "there is no session " + id.to_string(), "session_id");
  return Response::empty();
}

}  // namespace

std::vector<Route> session_routes(Services& services) {
  const auto with = handlers_with(services);
  return {{"GET", "/v1/auth/me", "whoAmI", with(who_am_i)},
          {"GET", "/v1/auth/sessions", "listSessions", with(list_sessions)},
          {"DELETE", "/v1/auth/sessions/{session_id}", "endSession", with(end_session)}};
}

}  // namespace likeness::gateway
