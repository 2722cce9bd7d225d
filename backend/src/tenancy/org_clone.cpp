#include "tenancy/org_clone.hpp"

#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "domain/object_keys.hpp"

namespace likeness::tenancy {
namespace {

/// False where there is nothing to copy.
bool copy_object(ObjectStore& objects, OrgId from, OrgId to, const std::string& key) {
  if (objects.contains(to, key)) return true;
  try {
    objects.put(to, key, objects.get(from, key));
    return true;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::not_found) throw;
    return false;
  }
}

}  // namespace

bool OrgClone::copy_photo(OrgId from, OrgId to, const std::string& digest) {
  parts_.ledger.note(to, digest);
  for (const int side_px : kThumbnailSidesPx) copy_object(parts_.objects, from, to, thumbnail_key(digest, side_px));
  return copy_object(parts_.objects, from, to, original_key(digest));
}

OperationOutcome OrgClone::run(HeldOperation& held) {
  const auto from = held.operation().org_id;
  const auto to = held.operation().target.value();
  held.begin("feeds", 0);
  const long feeds = parts_.cloner.clone_feeds(from, to);
  held.begin("products", parts_.cloner.count_products(from));
  long products = 0, photos_missing = 0;
  for (std::optional<std::string> after = ""; after;) {
    auto page = parts_.cloner.clone_products(from, to, *after, products_per_page_);
    for (const auto& digest : page.photos) {
      if (!copy_photo(from, to, digest)) ++photos_missing;
      held.advance(0);
    }
    products += page.products;
    held.advance(page.products);
    after = std::move(page.next_after);
  }
  held.begin("index", products);
  parts_.build_index(to);
  return {nlohmann::json{{"feeds", feeds}, {"products", products}, {"photos_missing", photos_missing}}.dump()};
}

}  // namespace likeness::tenancy
