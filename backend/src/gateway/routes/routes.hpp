#pragma once

#include <vector>

#include "gateway/router.hpp"
#include "gateway/routes/services.hpp"

namespace likeness::gateway {

std::vector<Route> auth_routes(Services& services);
std::vector<Route> session_routes(Services& services);
std::vector<Route> account_link_routes(Services& services);
std::vector<Route> org_routes(Services& services);
std::vector<Route> member_routes(Services& services);
std::vector<Route> invitation_routes(Services& services);
std::vector<Route> api_key_routes(Services& services);
std::vector<Route> export_routes(Services& services);
std::vector<Route> quota_routes(Services& services);
std::vector<Route> product_routes(Services& services);
std::vector<Route> product_batch_routes(Services& services);
std::vector<Route> image_routes(Services& services);
std::vector<Route> import_routes(Services& services);
std::vector<Route> feed_routes(Services& services);
std::vector<Route> query_image_routes(Services& services);
std::vector<Route> search_routes(Services& services);
std::vector<Route> index_routes(Services& services);
std::vector<Route> import_event_routes(Services& services);
std::vector<Route> dead_letter_routes(Services& services);
std::vector<Route> webhook_routes(Services& services);
std::vector<Route> audit_routes(Services& services);
std::vector<Route> docs_routes(Services& services);
std::vector<Route> health_routes(Services& services);

/// Makes handlers of functions: `with(list_feeds)`, where `with` is what this returns.
inline auto handlers_with(Services& services) {
  return [&services](Response (*route)(Services&, const Request&)) -> Handler {
    return [&services, route](const Request& request) { return route(services, request); };
  };
}

/// Everything under the public port, in the order of the contract.
std::vector<Route> all_routes(Services& services);
/// GET /metrics, for the admin port.
std::vector<Route> admin_routes(Services& services);

}  // namespace likeness::gateway
