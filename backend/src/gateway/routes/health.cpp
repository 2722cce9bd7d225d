#include <nlohmann/json.hpp>

#include "gateway/routes/routes.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

Response readiness(Services& services) {
  bool ready = true;
  json checks = json::array();
  for (const auto& check : services.check_dependencies()) {
    ready = ready && (check.ok || !check.required);
    checks.push_back({{"name", check.name}, {"ok", check.ok}, {"detail", check.detail}});
  }
  return Response::json(ready ? 200 : 503, {{"status", ready ? "ready" : "not_ready"}, {"checks", std::move(checks)}});
}

}  // namespace

std::vector<Route> health_routes(Services& services) {
  std::vector<Route> routes;
  routes.push_back(
      {"GET", "/livez", "getLiveness", [](const Request&) { return Response::json(200, {{"status", "alive"}}); }});
  routes.back().immediate = true;
  routes.push_back({"GET", "/readyz", "getReadiness", [&services](const Request&) { return readiness(services); }});
  return routes;
}

}  // namespace likeness::gateway
