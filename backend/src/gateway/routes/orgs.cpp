#include <nlohmann/json.hpp>

#include "gateway/routes/org_operation_json.hpp"
#include "gateway/routes/routes.hpp"
#include "gateway/routes/views.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

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

/// The org of the path. A member reaches the own one only.
OrgId path_org(const Request& request) {
  const auto id = OrgId::parse(request.path_parameter("org_id"));
  if (request.principal.kind != Principal::Kind::operator_token && request.org_id != id)
    throw Error(ErrorKind::not_found, "there is no org " + id.to_string(), "org_id");
  return id;
}

Response get_org(Services& services, const Request& request) {
  const auto id = path_org(request);
  const auto org = services.identities.org(id);
  if (!org) throw Error(ErrorKind::not_found, "there is no org " + id.to_string(), "org_id");
  return Response::json(200, view(*org));
}

Response update_org(Services& services, const Request& request) {
  const auto& body = request.json();
  const auto text = [&body](const char* name) -> std::optional<std::string> {
    if (!body.contains(name)) return std::nullopt;
    return body.at(name).get<std::string>();
  };
  const OrgChange change{.slug = text("slug"), .name = text("name"), .currency = text("currency")};
  if (change.currency)
    if (const auto known = currency_exponent(*change.currency); !known)
      throw Error(ErrorKind::invalid_argument, known.error().message(), "currency");
  const auto id = path_org(request);
  if (const auto before = services.identities.org(id)) request.audit->set_before(view(*before));
  const auto after = view(services.identities.update_org(id, change));
  request.audit->set_after(after);
  return Response::json(200, after);
}

Response erase_org(Services& services, const Request& request) {
  const auto org = path_org(request);
  services.standings.changes(org_subject(org));
  request.audit->chain = AuditChain{};  // the org's own goes with it
  request.audit->set_object("org", org.to_string());
  if (const auto before = services.identities.org(org)) request.audit->set_before(view(*before));
  const auto made = services.org_operations.request_erasure(org, request.json().at("slug").get<std::string>(),
                                                            request.principal.to_string());
  return Response::json(202, view(made)).with("Location", "/v1/erasures/" + made.id.to_string());
}

Response clone_org(Services& services, const Request& request) {
  const auto& body = request.json();
  const auto org = path_org(request);
  request.audit->chain = AuditChain{org};
  const auto made = services.org_operations.request_clone(org, body.at("slug").get<std::string>(),
                                                          body.value("name", ""), request.principal.to_string());
  return Response::json(202, view(made))
      .with("Location", "/v1/orgs/" + org.to_string() + "/clones/" + made.id.to_string());
}

OrgOperationId operation_id(const Request& request) {
  return OrgOperationId::parse(request.path_parameter("operation_id"));
}

Response list_clones(Services& services, const Request& request) {
  return Response::json(
      200, view(services.org_operations.operations(path_org(request), OrgOperationKind::clone,
                                                   services.cursors.id<OrgOperationId>(request), request.page_limit()),
                "clones", services.cursors, request));
}

Response get_clone(Services& services, const Request& request) {
  return Response::json(
      200, view(services.org_operations.operation(path_org(request), OrgOperationKind::clone, operation_id(request))));
}

Response list_erasures(Services& services, const Request& request) {
  return Response::json(
      200, view(services.org_operations.erasures(services.cursors.id<OrgOperationId>(request), request.page_limit()),
                "erasures", services.cursors, request));
}

Response get_erasure(Services& services, const Request& request) {
  return Response::json(200, view(services.org_operations.erasure(operation_id(request))));
}

}  // namespace

std::vector<Route> org_routes(Services& services) {
  const auto with = handlers_with(services);
  return {{"GET", "/v1/orgs", "listOrgs", with(list_orgs)},
          {"POST", "/v1/orgs", "createOrg", with(create_org), BodyKind::json},
          {"GET", "/v1/orgs/{org_id}", "getOrg", with(get_org)},
          {"PATCH", "/v1/orgs/{org_id}", "updateOrg", with(update_org), BodyKind::json},
          {"POST", "/v1/orgs/{org_id}/erase", "eraseOrg", with(erase_org), BodyKind::json},
          {"POST", "/v1/orgs/{org_id}/clone", "cloneOrg", with(clone_org), BodyKind::json},
          {"GET", "/v1/orgs/{org_id}/clones", "listClones", with(list_clones)},
          {"GET", "/v1/orgs/{org_id}/clones/{operation_id}", "getClone", with(get_clone)},
          {"GET", "/v1/erasures", "listErasures", with(list_erasures)},
          {"GET", "/v1/erasures/{operation_id}", "getErasure", with(get_erasure)}};
}

}  // namespace likeness::gateway
