#include "gateway/routes/routes.hpp"

#include <iterator>

namespace likeness::gateway {

std::vector<Route> all_routes(Services& services) {
  std::vector<Route> routes;
  for (const auto& make :
       {auth_routes,          session_routes,     account_link_routes, org_routes,          quota_routes,
        export_routes,        member_routes,      invitation_routes,   api_key_routes,      product_routes,
        product_batch_routes, image_routes,       import_routes,       import_event_routes, feed_routes,
        dead_letter_routes,   query_image_routes, search_routes,       index_routes,        webhook_routes,
        audit_routes,         docs_routes,        health_routes}) {
    auto some = make(services);
    std::ranges::move(some, std::back_inserter(routes));
  }
  return routes;
}

std::vector<Route> admin_routes(Services& services) {
  std::vector<Route> routes;
  routes.push_back({"GET", "/metrics", "getMetrics", [&services](const Request&) {
                      return Response::text(200, "text/plain; version=0.0.4; charset=utf-8", services.metrics.render());
                    }});
  return routes;
}

}  // namespace likeness::gateway
