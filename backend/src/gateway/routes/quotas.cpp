#include <nlohmann/json.hpp>

#include "base/clock.hpp"
#include "gateway/routes/routes.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

/// How the contract calls the quotas, and where their values are.
struct QuotaName {
  const char* name;
  std::optional<long> QuotaOverrides::* override_value;
  long Quota::* limit;
  long Usage::* used;
};
constexpr QuotaName kQuotas[] = {
    {"products", &QuotaOverrides::products, &Quota::products, &Usage::products},
    {"images", &QuotaOverrides::images, &Quota::images, &Usage::images},
    {"queries_per_day", &QuotaOverrides::queries_per_day, &Quota::queries_per_day, &Usage::queries_today},
    {"storage_bytes", &QuotaOverrides::storage_bytes, &Quota::storage_bytes, &Usage::storage_bytes}};

json view(const QuotaOverrides& overrides) {
  json document = json::object();
  for (const auto& quota : kQuotas) {
    const auto& value = overrides.*quota.override_value;
    document[quota.name] = value ? json(*value) : json(nullptr);
  }
  return document;
}

json view(const Quota& limits, const Usage& usage) {
  json document = json::object();
  for (const auto& quota : kQuotas) {
    document[quota.name]["used"] = usage.*quota.used;
    if (limits.*quota.limit > 0) document[quota.name]["limit"] = limits.*quota.limit;
  }
  if (usage.storage_measured_at) document["storage_measured_at"] = to_iso8601(*usage.storage_measured_at);
  return document;
}

OrgId known_org(Services& services, const Request& request) {
  const auto id = OrgId::parse(request.path_parameter("org_id"));
  if (!services.identities.org(id)) throw Error(ErrorKind::not_found, "there is no org " + id.to_string(), "org_id");
  return id;
}

Response get_quota(Services& services, const Request& request) {
  return Response::json(200, view(services.quotas.overrides(known_org(services, request))));
}

Response set_quota(Services& services, const Request& request) {
  const auto org = known_org(services, request);
  const auto& body = request.json();
  QuotaOverrides overrides;
  for (const auto& quota : kQuotas)
    if (const auto value = body.find(quota.name); value != body.end() && !value->is_null())
      overrides.*quota.override_value = value->get<long>();
  services.quotas.set_overrides(org, overrides);
  return Response::json(200, view(overrides));
}

Response usage_of(Services& services, OrgId org) {
  return Response::json(200, view(services.quotas.quota(org), services.quotas.usage(org)));
}

}  // namespace

std::vector<Route> quota_routes(Services& services) {
  const auto with = handlers_with(services);
  return {{"GET", "/v1/usage", "getUsage",
           [&services](const Request& request) { return usage_of(services, request.org()); }},
          {"GET", "/v1/orgs/{org_id}/usage", "getOrgUsage",
           [&services](const Request& request) { return usage_of(services, known_org(services, request)); }},
          {"GET", "/v1/orgs/{org_id}/quota", "getOrgQuota", with(get_quota)},
          {"PUT", "/v1/orgs/{org_id}/quota", "setOrgQuota", with(set_quota), BodyKind::json}};
}

}  // namespace likeness::gateway
