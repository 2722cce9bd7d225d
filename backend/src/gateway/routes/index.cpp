#include <nlohmann/json.hpp>

#include "gateway/routes/routes.hpp"

namespace likeness::gateway {
namespace {

Response get_index(Services& services, const Request& request) {
  const auto org = request.org();
  const auto status = services.index.status(org, services.pack.key);
  return Response::json(200, {{"engine", status.engine},
                              {"state", status.state},
                              {"pack", services.pack.key.to_string()},
                              {"vectors", status.vectors},
                              {"stored_vectors", services.embeddings.count(org, services.pack.key)},
                              {"products", status.products},
                              {"memory_bytes", status.memory_bytes},
                              {"changed_at", to_iso8601(status.changed_at)},
                              {"detector", services.detector_name}});
}

Response rebuild_index(Services& services, const Request& request) {
  services.start_rebuild(request.org());
  return Response::json(202, {{"state", "rebuilding"}});
}

}  // namespace

std::vector<Route> index_routes(Services& services) {
  return {
      {"GET", "/v1/index", "getIndex", [&services](const Request& request) { return get_index(services, request); }},
      {"POST", "/v1/index/rebuild", "rebuildIndex",
       [&services](const Request& request) { return rebuild_index(services, request); }}};
}

}  // namespace likeness::gateway
