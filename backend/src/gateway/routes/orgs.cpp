#include <nlohmann/json.hpp>

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
  return Response::json(201, view(services.identities.create_org(body.at("slug").get<std::string>(),
                                                                 body.at("name").get<std::string>(), currency)));
}

Response delete_org(Services& services, const Request& request) {
  const auto id = OrgId::parse(request.path_parameter("org_id"));
  services.standings.changes(org_subject(id));
  services.identities.delete_org(id);
  services.index.drop(id);
  services.objects.drop(id);
  return Response::empty();
}

}  // namespace

std::vector<Route> org_routes(Services& services) {
  const auto with = [&services](Response (*route)(Services&, const Request&)) {
    return [&services, route](const Request& request) { return route(services, request); };
  };
  return {{"GET", "/v1/orgs", "listOrgs", with(list_orgs)},
          {"POST", "/v1/orgs", "createOrg", with(create_org), BodyKind::json},
          {"DELETE", "/v1/orgs/{org_id}", "deleteOrg", with(delete_org)}};
}

}  // namespace likeness::gateway
