#include <nlohmann/json.hpp>

#include "gateway/routes/routes.hpp"
#include "gateway/routes/views.hpp"

namespace likeness::gateway {
namespace {

QueryImageId query_image_id(const Request& request) {
  return QueryImageId::parse(request.path_parameter("query_image_id"));
}

Response create(Services& services, const Request& request) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(request.body.data());
  const auto image =
      services.query_images.accept(request.org(), request.principal.to_string(), {bytes, request.body.size()});
  return Response::json(201, view(image)).with("Location", "/v1/query-images/" + image.id.to_string());
}

Response get(Services& services, const Request& request) {
  return Response::json(200, view(services.query_images.get_with_regions(request.org(), query_image_id(request),
                                                                         request.principal.to_string())));
}

Response get_picture(Services& services, const Request& request) {
  return Response::bytes(
      200, "image/jpeg",
      services.query_images.picture(request.org(), query_image_id(request), request.principal.to_string()));
}

Response remove(Services& services, const Request& request) {
  services.query_images.remove(request.org(), query_image_id(request), request.principal.to_string());
  return Response::empty();
}

}  // namespace

std::vector<Route> query_image_routes(Services& services) {
  const auto with = handlers_with(services);
  return {{"POST", "/v1/query-images", "createQueryImage", with(create), BodyKind::image},
          {"GET", "/v1/query-images/{query_image_id}", "getQueryImage", with(get)},
          {"GET", "/v1/query-images/{query_image_id}/picture", "getQueryImagePicture", with(get_picture)},
          {"DELETE", "/v1/query-images/{query_image_id}", "deleteQueryImage", with(remove)}};
}

}  // namespace likeness::gateway
