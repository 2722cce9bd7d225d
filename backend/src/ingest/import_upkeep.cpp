#include "ingest/import_upkeep.hpp"

#include "domain/object_keys.hpp"

namespace likeness::ingest {
namespace {
constexpr int kJobsPerRun = 20'000;
constexpr int kObjectsPerRun = 50;
}  // namespace

void ImportUpkeep::run() {
  imports_.settle(kJobsPerRun);
  ledger_.collect(object_grace_, kObjectsPerRun, [this](OrgId org, const std::string& content_sha256) {
    for (const int side_px : kThumbnailSidesPx) objects_.remove(org, thumbnail_key(content_sha256, side_px));
    objects_.remove(org, original_key(content_sha256));
  });
}

}  // namespace likeness::ingest
