#include "query/stream/result_pages.hpp"

#include <charconv>
#include <cstring>

namespace likeness::query {
namespace {

/// A candidate as it lies in the cache: fixed size, no pointers.
struct PackedCandidate {
  Uuid product, image, region;
  double score, confidence, image_score, text_score;
};
struct PackedHead {
  std::int64_t at_ms;
  std::int64_t capped;
  std::uint64_t request_hash;
};
static_assert(std::is_trivially_copyable_v<PackedCandidate>);

std::string cache_key(SearchId id) { return "result:" + id.uuid.to_string(); }

template <class T>
std::optional<T> id_or_none(const Uuid& uuid) {
  return uuid == Uuid{} ? std::nullopt : std::optional(T{uuid});
}

std::string pack(const KeptResult& result) {
  const PackedHead head{result.at.time_since_epoch().count(), result.capped ? 1 : 0, result.request_hash};
  std::string packed(sizeof head + result.candidates.size() * sizeof(PackedCandidate), '\0');
  std::memcpy(packed.data(), &head, sizeof head);
  char* out = packed.data() + sizeof head;
  for (const auto& candidate : result.candidates) {
    const PackedCandidate item{candidate.product_id.uuid,
                               candidate.image_id.value_or(ImageId{}).uuid,
                               candidate.region_id.value_or(RegionId{}).uuid,
                               candidate.score,
                               candidate.confidence,
                               candidate.image_score,
                               candidate.text_score};
    std::memcpy(out, &item, sizeof item);
    out += sizeof item;
  }
  return packed;
}

KeptResult unpack(const std::string& packed) {
  if (packed.size() < sizeof(PackedHead) || (packed.size() - sizeof(PackedHead)) % sizeof(PackedCandidate) != 0)
    throw Error(ErrorKind::gone, "this result is no longer kept: start the search again", "cursor");
  PackedHead head;
  std::memcpy(&head, packed.data(), sizeof head);
  KeptResult result;
  result.at = TimePoint(std::chrono::milliseconds(head.at_ms));
  result.capped = head.capped != 0;
  result.request_hash = head.request_hash;
  for (std::size_t at = sizeof head; at < packed.size(); at += sizeof(PackedCandidate)) {
    PackedCandidate item;
    std::memcpy(&item, packed.data() + at, sizeof item);
    result.candidates.push_back({ProductId{item.product}, id_or_none<ImageId>(item.image),
                                 id_or_none<RegionId>(item.region), item.score, item.confidence, item.image_score,
                                 item.text_score});
  }
  return result;
}

}  // namespace

std::string Cursor::to_string() const { return search_id.to_string() + "." + std::to_string(position); }

Cursor Cursor::parse(const std::string& text) {
  const auto dot = text.rfind('.');
  Cursor cursor;
  if (dot != std::string::npos) {
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + dot + 1, end, cursor.position);
    if (error == std::errc{} && stop == end) {
      cursor.search_id = SearchId::parse(text.substr(0, dot), "cursor");
      return cursor;
    }
  }
  throw Error(ErrorKind::invalid_argument, "cursor is not one that a search returned", "cursor");
}

void ResultPages::keep(OrgId org, SearchId id, const KeptResult& result) {
  cache_.put(org, cache_key(id), pack(result), time_to_live_);
}

KeptResult ResultPages::find(OrgId org, SearchId id) {
  const auto packed = cache_.get(org, cache_key(id));
  if (!packed) throw Error(ErrorKind::gone, "this result is no longer kept: start the search again", "cursor");
  return unpack(*packed);
}

}  // namespace likeness::query
