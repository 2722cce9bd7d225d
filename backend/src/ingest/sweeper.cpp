#include "ingest/sweeper.hpp"

#include "base/log.hpp"
#include "base/repetition.hpp"

namespace likeness::ingest {
namespace {
constexpr int kExpiredPerSweep = 200;
constexpr int kKeysPerSweep = 5000;
constexpr double kReportPause = 20;  // times what it takes
}  // namespace

Sweeper::Sweeper(JobStore& jobs, QueryImageStore& query_images, ObjectStore& objects, ImportUpkeep& imports,
                 IdempotencyStore& idempotency, Metrics& metrics, std::chrono::milliseconds interval)
    : jobs_(jobs),
      query_images_(query_images),
      objects_(objects),
      imports_(imports),
      idempotency_(idempotency),
      metrics_(metrics),
      interval_(interval),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Sweeper::run(const std::stop_token& stop) {
  pause(stop, interval_);
  repeat(stop, interval_, "the sweep is put off", [&] {
    sweep();
    return false;
  });
}

void Sweeper::sweep() {
  if (const int count = jobs_.sweep(); count > 0) log::info("{} jobs of a worker that is gone are queued again", count);
  imports_.run();
  for (const auto& expired : query_images_.remove_expired(kExpiredPerSweep))
    objects_.remove(expired.org_id, expired.object_key);
  idempotency_.remove_expired(kKeysPerSweep);
  report_queues();
}

void Sweeper::report_queues() {
  if (since_report_.seconds() < kReportPause * report_seconds_) return;
  since_report_ = Stopwatch();
  for (const auto& depth : jobs_.queue_depths())
    metrics_.set("likeness_jobs",
                 {{"unit", std::string(to_string(depth.unit))}, {"state", std::string(to_string(depth.state))}},
                 static_cast<double>(depth.count));
  for (const auto& age : jobs_.queue_ages())
    metrics_.set("likeness_job_oldest_seconds", {{"unit", std::string(to_string(age.unit))}}, age.oldest_seconds);
  report_seconds_ = since_report_.seconds();
}

}  // namespace likeness::ingest
