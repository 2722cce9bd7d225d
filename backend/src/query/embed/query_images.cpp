#include "query/embed/query_images.hpp"

#include "domain/object_keys.hpp"

namespace likeness::query {

QueryImage QueryImages::accept(OrgId org, const std::string& principal, std::span<const std::uint8_t> bytes) {
  auto decoded = parts_.codec.decode(bytes, options_.kept_side_px);
  if (!decoded) throw decoded.error();
  const auto kept = parts_.codec.encode_jpeg(decoded->pixels);
  if (!kept) throw kept.error();

  QueryImage image;
  image.id = QueryImageId::generate();
  image.principal = principal;
  image.object_key = query_image_key(image.id);
  image.width_px = decoded->pixels.width_px;
  image.height_px = decoded->pixels.height_px;
  image.expires_at = now() + options_.time_to_live;
  image.detected = parts_.detector == nullptr;  // nobody will look
  parts_.objects.put(org, image.object_key, *kept);
  parts_.store.create(org, image);
  return image;
}

QueryImage QueryImages::get(OrgId org, QueryImageId id, const std::string& principal) {
  return parts_.store.get(org, id, principal);
}

QueryImage QueryImages::get_with_regions(OrgId org, QueryImageId id, const std::string& principal) {
  auto image = get(org, id, principal);
  if (image.detected) return image;
  const auto photo = pixels(org, id, principal, options_.kept_side_px);
  for (auto& found : choose_regions(parts_.detector->detect(photo, Priority::query), options_.regions))
    image.regions.push_back({RegionId::generate(), found.box, std::move(found.label), found.confidence});
  parts_.store.set_regions(org, id, image.regions);
  image.detected = true;
  return image;
}

Bytes QueryImages::picture(OrgId org, QueryImageId id, const std::string& principal) {
  return parts_.objects.get(org, get(org, id, principal).object_key);
}

Pixels QueryImages::pixels(OrgId org, QueryImageId id, const std::string& principal, int longest_side_px) {
  auto decoded = parts_.codec.decode(picture(org, id, principal), longest_side_px);
  if (!decoded) throw decoded.error();
  return std::move(decoded->pixels);
}

void QueryImages::remove(OrgId org, QueryImageId id, const std::string& principal) {
  parts_.objects.remove(org, parts_.store.remove(org, id, principal));
}

}  // namespace likeness::query
