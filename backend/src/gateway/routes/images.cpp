#include <nlohmann/json.hpp>

#include "domain/object_keys.hpp"
#include "gateway/routes/routes.hpp"
#include "gateway/routes/views.hpp"

namespace likeness::gateway {
namespace {

Image find_image(Services& services, const Request& request) {
  return services.catalog.image(request.org(), ImageId::parse(request.path_parameter("image_id")));
}

Response get_thumbnail(Services& services, const Request& request) {
  const auto image = find_image(services, request);
  const auto not_yet = Error(ErrorKind::not_found, "image " + image.id.to_string() + " has no thumbnail yet");
  if (image.content_sha256.empty()) throw not_yet;
  const auto key = thumbnail_key(image.content_sha256, std::stoi(request.path_parameter("size_px")));
  if (!services.objects.contains(request.org(), key)) throw not_yet;
  // A thumbnail is named by an image whose bytes may be replaced; its tag is the hash of what it shows.
  const auto tag = "\"" + image.content_sha256 + "\"";
  if (request.headers.get("if-none-match") == tag)
    return Response{.status = 304, .headers = {{"ETag", tag}}, .content_type = "", .body = "", .events = {}};
  return Response::bytes(200, "image/webp", services.objects.get(request.org(), key))
      .with("ETag", tag)
      .with("Cache-Control", "private, max-age=300");
}

}  // namespace

std::vector<Route> image_routes(Services& services) {
  return {{"GET", "/v1/images/{image_id}", "getImage",
           [&services](const Request& request) { return Response::json(200, view(find_image(services, request))); }},
          {"GET", "/v1/images/{image_id}/thumbnails/{size_px}", "getThumbnail",
           [&services](const Request& request) { return get_thumbnail(services, request); }}};
}

}  // namespace likeness::gateway
