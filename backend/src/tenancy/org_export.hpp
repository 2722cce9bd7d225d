#pragma once

#include <chrono>

#include "ports/archive_writer.hpp"
#include "ports/object_store.hpp"
#include "ports/org_records.hpp"
#include "ports/security.hpp"
#include "tenancy/operation_loop.hpp"

namespace likeness::tenancy {

struct OrgExportOptions {
  int rows_per_page = 200;
  std::chrono::hours kept{24 * 7};  ///< the archive
};

/// Writes all that an org has into one archive: JSON Lines for each part, photos under the SHA-256 of their bytes, and
/// last manifest.json: format version, counts, and size and SHA-256 of each part. A try begins anew; nothing of one
/// that broke off stays.
class OrgExport {
 public:
  struct Parts {
    OrgExportSource& source;
    ObjectStore& objects;
    ArchiveFormat& format;
    Digest& digest;
  };

  OrgExport(const Parts& parts, OrgExportOptions options) : parts_(parts), options_(options) {}

  OperationOutcome run(HeldOperation& held);

 private:
  const Parts parts_;
  const OrgExportOptions options_;
};

}  // namespace likeness::tenancy
