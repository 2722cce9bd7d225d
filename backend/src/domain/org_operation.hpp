#pragma once

#include <optional>
#include <string>

#include "base/clock.hpp"
#include "domain/ids.hpp"

namespace likeness {

struct OrgOperationTag {
  static constexpr std::string_view kPrefix = "opr_", kField = "operation_id";
};
using OrgOperationId = Id<OrgOperationTag>;

/// Something done to an org as a whole, in the background.
enum class OrgOperationKind { export_archive, clone, erase };

/// How far an operation is. `total` 0: not known yet.
struct OrgOperationProgress {
  std::string step;  ///< what is being done, in a word
  long done = 0;
  long total = 0;
};

struct OrgOperation {
  OrgOperationId id;
  OrgOperationKind kind = OrgOperationKind::export_archive;
  OrgId org_id;
  std::string slug;          ///< of the org, of an erasure
  std::string requested_by;  ///< as Principal::to_string() has it
  std::string state;         ///< queued, running, done, failed; expired: the archive's time is up
  OrgOperationProgress progress;
  std::string failure;  ///< why it failed, or why its last try was put off
  int tries = 0;
  std::optional<OrgId> target;  ///< of a clone
  std::string target_slug;
  std::string result;  ///< JSON object: of an export what the archive holds, of an erasure the signed report
  TimePoint created_at;
  std::optional<TimePoint> started_at;
  std::optional<TimePoint> finished_at;
  std::optional<TimePoint> expires_at;  ///< of an archive
};

/// Where the archive of an export lies in the object store.
std::string export_key(OrgOperationId id);

}  // namespace likeness
