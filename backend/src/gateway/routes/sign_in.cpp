#include "gateway/routes/sign_in.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/log.hpp"
#include "base/text.hpp"
#include "gateway/routes/refresh_cookie.hpp"
#include "gateway/secret_tokens.hpp"

namespace likeness::gateway {
namespace {

constexpr std::string_view kPrefix = "lk_ref_";

/// What a sealed successor belongs to: the token that it took the place of.
std::string seal_context(const std::string& used_sha256) { return "refresh:" + used_sha256; }

[[noreturn]] void refuse_refresh() {
  throw Error(ErrorKind::unauthenticated, "the refresh token is not valid any more: log in again");
}

Response answer(Services& services, const Request& request, const Session& session, const Membership& membership,
                const std::string& refresh_token, RefreshPlace place) {
  const TimePoint current = now();
  const TimePoint expires_at = std::min(current + services.sign_in.access_token_lifetime, session.expires_at);
  const auto seconds_until = [&](TimePoint time) { return std::chrono::ceil<std::chrono::seconds>(time - current); };
  nlohmann::json body{
      {"access_token", services.tokens.issue({session.user_id, membership.org_id, session.id, expires_at})},
      {"token_type", "Bearer"},
      {"expires_in_s", seconds_until(expires_at).count()},
      {"org_id", membership.org_id.to_string()},
      {"org", membership.org_slug},
      {"role", membership.role},
      {"session_id", session.id.to_string()},
      {"session_expires_at", to_iso8601(session.expires_at)}};
  if (place == RefreshPlace::body) body["refresh_token"] = refresh_token;
  auto response = Response::json(200, body);
  if (place == RefreshPlace::cookie)
    response.headers.add("Set-Cookie", refresh_cookie(request, refresh_token, seconds_until(session.expires_at)));
  return response;
}

/// What took the place of the token, now or a moment ago.
std::string turned(Services& services, const Session& session, const std::string& used_sha256, OrgId acting_org) {
  const auto successor = make_secret_token(services.digest, kPrefix);
  Rotation rotation;
  services.unit_of_work.run([&] {
    rotation = services.sessions.rotate(used_sha256,
                                        {.sha256 = successor.sha256,
                                         .sealed = services.secrets.seal(successor.text, seal_context(used_sha256)),
                                         .acting_org = acting_org},
                                        services.sign_in.refresh_grace);
    if (rotation.outcome == Rotation::Outcome::reused) services.standings.changes(session_subject(session.id));
  });
  if (rotation.outcome == Rotation::Outcome::turned) return successor.text;
  if (rotation.outcome == Rotation::Outcome::repeated)
    return services.secrets.open(rotation.successor_sealed, seal_context(used_sha256));
  if (rotation.outcome == Rotation::Outcome::reused)
    log::warning("a used refresh token came back: session {} of user {} is over", session.id.to_string(),
                 session.user_id.to_string());
  refuse_refresh();
}

}  // namespace

RefreshPlace refresh_place(const nlohmann::json& body) {
  return body.value("refresh", "body") == "cookie" ? RefreshPlace::cookie : RefreshPlace::body;
}

Membership choose_membership(const std::vector<Membership>& memberships, const std::string& wanted,
                             std::optional<OrgId> preferred) {
  const auto is_wanted = [&](const Membership& of) { return of.org_slug == wanted || of.org_id.to_string() == wanted; };
  const auto named = std::ranges::find_if(memberships, is_wanted);
  if (!wanted.empty() && named == memberships.end())
    throw Error(ErrorKind::forbidden, "this user does not belong to org \"" + wanted + "\"", "org");
  if (named != memberships.end()) return *named;
  if (memberships.empty()) throw Error(ErrorKind::forbidden, "this user belongs to no org", "org");
  const auto before = std::ranges::find_if(memberships, [&](const auto& of) { return of.org_id == preferred; });
  return before != memberships.end() ? *before : memberships.front();
}

Response sign_in(Services& services, const Request& request, UserId user, const Membership& membership,
                 RefreshPlace place) {
  const TimePoint current = now();
  const Session session{.id = SessionId::generate(),
                        .user_id = user,
                        .acting_org = membership.org_id,
                        .created_at = current,
                        .used_at = current,
                        .expires_at = current + services.sign_in.session_lifetime,
                        .peer = request.peer,
                        .user_agent = request.user_agent()};
  const auto refresh_token = make_secret_token(services.digest, kPrefix);
  services.unit_of_work.run([&] {
    const auto ended = services.sessions.open(session, refresh_token.sha256, services.sign_in.sessions_per_user_max);
    for (const SessionId id : ended) services.standings.changes(session_subject(id));
  });
  return answer(services, request, session, membership, refresh_token.text, place);
}

Response refresh(Services& services, const Request& request, const std::string& token, const std::string& wanted_org,
                 RefreshPlace place) {
  const std::string sha256 = sha256_of(services.digest, token);
  const auto session = services.sessions.session_of(sha256);
  if (!session) refuse_refresh();
  const auto membership =
      choose_membership(services.identities.memberships(session->user_id), wanted_org, session->acting_org);
  return answer(services, request, *session, membership, turned(services, *session, sha256, membership.org_id), place);
}

void end_other_sessions(Services& services, UserId user, std::optional<SessionId> except) {
  services.unit_of_work.run([&] {
    for (const SessionId id : services.sessions.end_others(user, except))
      services.standings.changes(session_subject(id));
  });
}

}  // namespace likeness::gateway
