#include <nlohmann/json.hpp>

#include "gateway/routes/routes.hpp"
#include "gateway/routes/views.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

Response list_products(Services& services, const Request& request) {
  const auto page =
      services.catalog.products(request.org(), services.cursors.id<ProductId>(request), request.page_limit());
  json document{{"products", json::array()}};
  for (const auto& product : page.products) document["products"].push_back(summary(product));
  if (page.next_after) document["next_cursor"] = services.cursors.next(request, page.next_after->to_string());
  return Response::json(200, document);
}

Response get_product(Services& services, const Request& request) {
  return Response::json(
      200, view(services.catalog.product(request.org(), ProductId::parse(request.path_parameter("product_id")))));
}

Response delete_product(Services& services, const Request& request) {
  const auto org = request.org();
  const auto id = ProductId::parse(request.path_parameter("product_id"));
  request.audit->set_before(summary(services.catalog.product(org, id)));
  services.catalog.delete_product(org, id);
  services.unit_of_work.after_commit(
      [&services, org, id] { services.index.remove_products(org, services.pack.key, {&id, 1}); });
  return Response::empty();
}

}  // namespace

std::vector<Route> product_routes(Services& services) {
  const auto with = handlers_with(services);
  return {{"GET", "/v1/products", "listProducts", with(list_products)},
          {"GET", "/v1/products/{product_id}", "getProduct", with(get_product)},
          {"DELETE", "/v1/products/{product_id}", "deleteProduct", with(delete_product)}};
}

}  // namespace likeness::gateway
