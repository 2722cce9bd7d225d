#include "adapters/postgres/whole_vectors.hpp"

#include <fmt/format.h>

#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

/// {}: kWholeVectorRule. A lease that still runs keeps its count of tries, as in write_image_jobs.
constexpr char kUnderstandAgain[] = R"(
  WITH changed AS (
    UPDATE images AS i SET understood_sha256 = ''
     WHERE i.org_id = $1 AND i.id = ANY($2::uuid[]) AND i.understood_sha256 <> ''
       AND CASE {}
             WHEN 'always' THEN true
             WHEN 'never' THEN false
             ELSE NOT EXISTS (SELECT FROM regions AS r WHERE r.org_id = i.org_id AND r.image_id = i.id)
           END <> EXISTS (SELECT FROM embeddings AS e
                           WHERE e.org_id = i.org_id AND e.image_id = i.id AND e.level = 'image')
    RETURNING i.id)
  UPDATE jobs AS j SET state = 'queued', unit = 'understand', run_after = now(), updated_at = now(),
                       tries = CASE WHEN coalesce(j.lease_until, '-infinity') < now() THEN 0 ELSE j.tries END
    FROM changed WHERE j.org_id = $1 AND j.image_id = changed.id AND j.state = 'done')";

}  // namespace

WholeVector parse_whole_vector(std::string_view word) {
  if (word == "always") return WholeVector::always;
  if (word == "never") return WholeVector::never;
  if (word == "without_regions") return WholeVector::without_regions;
  throw Error(ErrorKind::internal, "an unknown rule for a photo's vectors");
}

int understand_changed_wholes(SqlTransaction& transaction, OrgId org, const SqlArray& images) {
  const auto changed =
      transaction.exec_params(fmt::format(kUnderstandAgain, kWholeVectorRule), sql(org), images.text());
  return static_cast<int>(changed.affected_rows());
}

}  // namespace likeness
