#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "gateway/audit_trail.hpp"
#include "gateway/routes/routes.hpp"
#include "gateway/routes/views.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

constexpr int kAuditRowsPerTransaction = 5000;

Response list_orgs(Services& services, const Request&) {
  json orgs = json::array();
  for (const auto& org : services.identities.orgs()) orgs.push_back(view(org));
  return Response::json(200, {{"orgs", std::move(orgs)}});
}

Response create_org(Services& services, const Request& request) {
  const auto& body = request.json();
  const auto currency = body.value("currency", "EUR");
  if (const auto known = currency_exponent(currency); !known)
    throw Error(ErrorKind::invalid_argument, known.error().message(), "currency");
  const auto org =
      services.identities.create_org(body.at("slug").get<std::string>(), body.at("name").get<std::string>(), currency);
  request.audit->chain = AuditChain{};
  request.audit->set_object("org", org.id.to_string());
  request.audit->set_after(view(org));
  return Response::json(201, view(org));
}

Response delete_org(Services& services, const Request& request) {
  const auto id = OrgId::parse(request.path_parameter("org_id"));
  const auto org = services.identities.org(id);
  if (!org) throw Error(ErrorKind::not_found, "there is no org " + id.to_string(), "org_id");
  request.audit->chain = AuditChain{};
  request.audit->set_before(view(*org));
  services.audit_log.close_chain(id, audit_actor(request.principal), request.trace_id);
  services.identities.delete_org(id);
  services.index.drop(id);
  services.objects.drop(id);
  while (services.audit_log.erase_chain(id, kAuditRowsPerTransaction) > 0) continue;
  return Response::empty();
}

Response create_user(Services& services, const Request& request) {
  const auto& body = request.json();
  const auto org = OrgId::parse(request.path_parameter("org_id"));
  const auto email = to_lower(trim(body.at("email").get<std::string>()));
  const auto role = body.at("role").get<std::string>();
  const auto id = services.identities.create_user(
      org, email, services.passwords.hash(body.at("password").get<std::string>()), role);
  const json user{{"id", id.to_string()}, {"email", email}, {"role", role}};
  request.audit->set_object("user", id.to_string());
  request.audit->set_after(user);
  return Response::json(201, user);
}

}  // namespace

std::vector<Route> org_routes(Services& services) {
  const auto with = [&services](Response (*route)(Services&, const Request&)) {
    return [&services, route](const Request& request) { return route(services, request); };
  };
  return {{"GET", "/v1/orgs", "listOrgs", with(list_orgs)},
          {"POST", "/v1/orgs", "createOrg", with(create_org), BodyKind::json},
          {"DELETE", "/v1/orgs/{org_id}", "deleteOrg", with(delete_org)},
          {"POST", "/v1/orgs/{org_id}/users", "createUser", with(create_user), BodyKind::json}};
}

}  // namespace likeness::gateway
