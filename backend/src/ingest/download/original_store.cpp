#include "ingest/download/original_store.hpp"

#include "domain/object_keys.hpp"

namespace likeness::ingest {

Result<std::string> OriginalStore::store(OrgId org, std::span<const std::uint8_t> bytes) {
  if (const auto header = codec_.probe(bytes); !header) return std::unexpected(header.error());
  auto sha256 = digest_.sha256_hex(bytes);
  const auto key = original_key(sha256);
  ledger_.note(org, sha256);
  if (objects_.contains(org, key)) return sha256;
  quota_meter_.take_storage(org, static_cast<long>(bytes.size()));
  objects_.put(org, key, bytes);
  return sha256;
}

bool OriginalStore::contains(OrgId org, const std::string& content_sha256) {
  return objects_.contains(org, original_key(content_sha256));
}

}  // namespace likeness::ingest
