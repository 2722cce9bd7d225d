#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "domain/job.hpp"

namespace likeness {

/// A job that was given up.
struct DeadLetter {
  JobId id;
  JobKind kind = JobKind::image;
  std::string stage;       ///< where its last try failed
  std::string error_kind;  ///< a word of ErrorKind
  std::string reason;
  int tries = 0;
  ImportId import_id;
  std::optional<ProductId> product_id;
  std::optional<ImageId> image_id;
  std::string location;   ///< of the photo
  bool retryable = true;  ///< false: the photo was never uploaded, another import has to bring it
  TimePoint died_at;
};

/// Empty members mean any.
struct DeadLetterFilter {
  std::optional<ImportId> import_id;
  std::string stage;
  std::string error_kind;
};

struct DeadLetterPage {
  std::vector<DeadLetter> letters;
  std::optional<JobId> next_after;  ///< absent on the last page
};

/// What was given up, and another chance for it. Thread-safe; one transaction a call.
class DeadLetterStore {
 public:
  virtual ~DeadLetterStore() = default;

  /// Latest job first; `after` is the last page's next_after.
  virtual DeadLetterPage list(OrgId org, const DeadLetterFilter& filter, std::optional<JobId> after, int limit) = 0;
  /// Queues the job again with all its tries; an import that was done, or whose feed had died, goes on.
  /// Error{not_found} where no dead job has the id, Error{conflict} where it is not retryable.
  virtual void retry(OrgId org, JobId id) = 0;
  /// The same for up to `limit` retryable jobs of those that fit. Returns how many; fewer than `limit`: that was all.
  virtual int retry_all(OrgId org, const DeadLetterFilter& filter, int limit) = 0;
};

}  // namespace likeness
