#pragma once

#include <span>
#include <string>

#include "ports/image_codec.hpp"
#include "ports/object_ledger.hpp"
#include "ports/object_store.hpp"
#include "ports/quota_store.hpp"
#include "ports/security.hpp"

namespace likeness::ingest {

/// Takes the bytes of catalogue photos, downloaded or uploaded, into the object store. Thread-safe.
class OriginalStore {
 public:
  OriginalStore(ObjectStore& objects, ObjectLedger& ledger, ImageCodec& codec, Digest& digest, QuotaMeter& quota_meter)
      : objects_(objects), ledger_(ledger), codec_(codec), digest_(digest), quota_meter_(quota_meter) {}

  /// Stores bytes that are a photo and returns their SHA-256; else says what is wrong with them. They stay only where
  /// an image takes them within the ledger's time of grace. QuotaExceeded where the org's storage does not hold them.
  Result<std::string> store(OrgId org, std::span<const std::uint8_t> bytes);
  bool contains(OrgId org, const std::string& content_sha256);

 private:
  ObjectStore& objects_;
  ObjectLedger& ledger_;
  ImageCodec& codec_;
  Digest& digest_;
  QuotaMeter& quota_meter_;
};

}  // namespace likeness::ingest
