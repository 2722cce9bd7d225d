#include "adapters/postgres/schedule_store.hpp"

#include "adapters/postgres/sql_values.hpp"

namespace likeness {

std::vector<DueSchedule> PostgresScheduleStore::claim(int limit, std::chrono::seconds lease) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    std::vector<DueSchedule> schedules;
    const auto rows = transaction.exec_params(
        R"(WITH due AS (
             SELECT org_id, id FROM schedules
              WHERE NOT paused AND next_run_at <= now() AND coalesce(lease_until, '-infinity') < now()
              ORDER BY next_run_at, id LIMIT $1 FOR NO KEY UPDATE SKIP LOCKED)
           UPDATE schedules AS s SET claim = s.claim + 1, lease_until = now() + $2 * interval '1 second'
             FROM due WHERE s.org_id = due.org_id AND s.id = due.id
           RETURNING s.org_id, s.id, s.kind, s.subject_id, s.cron, s.time_zone, epoch_ms(s.next_run_at), s.claim)",
        limit, lease.count());
    for (const auto& row : rows)
      schedules.push_back({.id = read_id<ScheduleId>(row[1]),
                           .org_id = read_id<OrgId>(row[0]),
                           .kind = row[2].c_str(),
                           .subject = read_uuid(row[3]),
                           .cron = row[4].c_str(),
                           .time_zone = row[5].c_str(),
                           .due_at = read_time(row[6]),
                           .claim = row[7].as<long>()});
    return schedules;
  });
}

void PostgresScheduleStore::finish(const DueSchedule& schedule, std::optional<TimePoint> next_run_at) {
  across_orgs(pool_, [&](SqlTransaction& transaction) {
    transaction.exec_params(
        "UPDATE schedules SET lease_until = NULL, last_run_at = now(), next_run_at = coalesce($4::timestamptz, "
        "next_run_at),"
        " paused = paused OR $4::timestamptz IS NULL WHERE org_id = $1 AND id = $2 AND claim = $3",
        sql(schedule.org_id), sql(schedule.id), schedule.claim, sql(next_run_at));
  });
}

}  // namespace likeness
