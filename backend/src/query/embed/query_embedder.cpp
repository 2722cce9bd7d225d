#include "query/embed/query_embedder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "domain/object_keys.hpp"

namespace likeness::query {
namespace {

/// A box is cut out of the decoded photo, so the smaller the box, the larger the photo must be for the model to see
/// as much of it; at most four times the usual side.
int decode_side_px(const ModelPack& pack, const std::optional<Box>& box) {
  if (!box) return pack.decode_side_px();
  const double enlarged = pack.decode_side_px() / std::max({box->width, box->height, 0.25});
  return static_cast<int>(std::lround(enlarged));
}

constexpr std::chrono::minutes kVectorLifetime{15};

std::string cache_key(const ImageSource& source, const PackKey& pack) {
  const auto box = source.box.value_or(Box{});
  return fmt::format("vector:{}:{}:{},{},{},{}", pack.to_string(), source.query_image_id->uuid.to_string(), box.x,
                     box.y, box.width, box.height);
}

/// A photo that another host does not give is a fault of the address, not of this server.
Error unfetched(const Error& error) {
  switch (error.kind()) {
    case ErrorKind::unavailable:
    case ErrorKind::timeout:
    case ErrorKind::not_found:
    case ErrorKind::forbidden:
    case ErrorKind::unauthenticated:
    case ErrorKind::gone:
      return {ErrorKind::invalid_argument, error.message(), "url"};
    default:
      return {error.kind(), error.message(), "url"};
  }
}

}  // namespace

Vector QueryEmbedder::embed(OrgId org, const std::string& principal, const ImageSource& source) {
  if (source.product_id && !source.box) {
    const auto stored = parts_.embeddings.product_vector(org, *source.product_id, parts_.pack.info().key);
    if (!stored)
      throw Error(ErrorKind::not_found,
                  "product " + source.product_id->to_string() + " has no photo that is searchable yet", "product_id");
    return to_float(*stored);
  }
  if (!source.query_image_id) return embed_picture(org, principal, source);
  parts_.query_images.get(org, *source.query_image_id, principal);  // whose photo it is comes before what is kept of it
  const auto key = cache_key(source, parts_.pack.info().key);
  if (const auto kept = parts_.cache.get(org, key);
      kept && kept->size() == sizeof(float) * static_cast<std::size_t>(parts_.pack.info().image_dimensions)) {
    Vector vector(kept->size() / sizeof(float));
    std::memcpy(vector.data(), kept->data(), kept->size());
    return vector;
  }
  auto vector = embed_picture(org, principal, source);
  parts_.cache.put(org, key, {reinterpret_cast<const char*>(vector.data()), vector.size() * sizeof(float)},
                   kVectorLifetime);
  return vector;
}

Vector QueryEmbedder::embed_picture(OrgId org, const std::string& principal, const ImageSource& source) {
  Pixels picture = pixels(org, principal, source, decode_side_px(parts_.pack, source.box));
  if (source.box) picture = crop(picture, *source.box);
  return std::move(parts_.pack.embed_images({&picture, 1}, Priority::query).front());
}

Vector QueryEmbedder::embed(const std::string& text) {
  return std::move(parts_.pack.embed_texts({&text, 1}, Priority::query).front());
}

Pixels QueryEmbedder::pixels(OrgId org, const std::string& principal, const ImageSource& source, int longest_side_px) {
  if (source.query_image_id) return parts_.query_images.pixels(org, *source.query_image_id, principal, longest_side_px);
  Bytes bytes;
  if (source.product_id) {
    const auto cover = parts_.catalog.cover_images(org, {&*source.product_id, 1}).front();
    if (!cover)
      throw Error(ErrorKind::not_found, "product " + source.product_id->to_string() + " has no photo", "product_id");
    bytes = parts_.objects.get(org, original_key(parts_.catalog.image(org, *cover).content_sha256));
  } else {
    auto fetched = parts_.fetcher.fetch(source.url);
    if (!fetched) throw unfetched(fetched.error());
    bytes = std::move(fetched->bytes);
  }
  auto decoded = parts_.codec.decode(bytes, longest_side_px);
  if (!decoded) throw decoded.error();
  return std::move(decoded->pixels);
}

}  // namespace likeness::query
