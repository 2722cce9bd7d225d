#include <nlohmann/json.hpp>

#include "gateway/routes/routes.hpp"
#include "gateway/routes/search_json.hpp"
#include "gateway/routes/views.hpp"

namespace likeness::gateway {
namespace {

/// What cursors of searches belong to; the search itself is in them.
constexpr std::string_view kPlace = "search";

Response search(Services& services, const Request& request) {
  const auto org = request.org();
  const auto& body = request.json();
  // What the operator tries out is not the org's.
  if (request.principal.kind != Principal::Kind::operator_token) services.quota_meter.take_query(org);
  const auto known = services.identities.org(org);
  const auto search_request = read_search_request(body, known ? known->currency : "");
  auto answer = body.contains("cursor")
                    ? services.search.next_page(org, search_request,
                                                services.cursors.open(org, kPlace, body["cursor"].get<std::string>()))
                    : services.search.search(org, request.principal.to_string(), search_request);
  if (!answer.next_cursor.empty()) answer.next_cursor = services.cursors.sign(org, kPlace, answer.next_cursor);
  return Response::json(200, view(answer));
}

}  // namespace

std::vector<Route> search_routes(Services& services) {
  const auto handler = [&services](const Request& request) { return search(services, request); };
  return {{"POST", "/v1/search/image", "searchByImage", handler, BodyKind::json},
          {"POST", "/v1/search/text", "searchByText", handler, BodyKind::json},
          {"POST", "/v1/search/multi", "searchByImageAndText", handler, BodyKind::json}};
}

}  // namespace likeness::gateway
