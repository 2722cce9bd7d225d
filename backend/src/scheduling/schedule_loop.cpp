#include "scheduling/schedule_loop.hpp"

#include "base/log.hpp"
#include "base/repetition.hpp"
#include "base/trace.hpp"
#include "domain/cron.hpp"

namespace likeness::scheduling {

ScheduleLoop::ScheduleLoop(ScheduleStore& schedules, TimeZones& zones, Metrics& metrics,
                           std::map<std::string, Handler> handlers, ScheduleLoopOptions options)
    : schedules_(schedules),
      zones_(zones),
      metrics_(metrics),
      handlers_(std::move(handlers)),
      options_(options),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void ScheduleLoop::run(const std::stop_token& stop) {
  pause(stop, options_.poll);
  repeat(stop, options_.poll, "schedules are put off", [&] {
    for (const auto& schedule : schedules_.claim(options_.per_claim, options_.lease)) run_due(schedule);
    return false;
  });
}

void ScheduleLoop::run_due(const DueSchedule& schedule) {
  const TraceScope trace(TraceContext::start().to_string());
  std::string outcome = "done";
  try {
    const auto handler = handlers_.find(schedule.kind);
    if (handler == handlers_.end())
      throw Error(ErrorKind::unsupported, "this server knows no work of kind \"" + schedule.kind + "\"");
    handler->second(schedule);
  } catch (const Error& error) {
    if (is_retryable(error.kind())) throw;
    log::warning("schedule {} ({}): {}", schedule.id.to_string(), schedule.kind, error.message());
    outcome = "failed";
  }
  schedules_.finish(schedule, next_run(schedule));
  metrics_.increment("likeness_schedule_runs_total", {{"kind", schedule.kind}, {"outcome", outcome}});
}

std::optional<TimePoint> ScheduleLoop::next_run(const DueSchedule& schedule) const {
  const auto cron = Cron::parse(schedule.cron);
  const auto offset_at = zones_.find(schedule.time_zone);
  if (cron && offset_at) return cron->next_after(now(), *offset_at);
  log::error("schedule {} is paused: {}", schedule.id.to_string(),
             cron ? offset_at.error().message() : cron.error().message());
  return std::nullopt;
}

}  // namespace likeness::scheduling
