#include "tenancy/operation_loop.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/log.hpp"
#include "base/repetition.hpp"

namespace likeness::tenancy {
namespace {

constexpr int kExpiredAtOnce = 20;

const char* word_of(OrgOperationKind kind) {
  if (kind == OrgOperationKind::export_archive) return "export";
  return kind == OrgOperationKind::clone ? "clone" : "erase";
}

}  // namespace

OperationLoop::OperationLoop(OrgOperationStore& store, ObjectStore& objects, Metrics& metrics,
                             std::map<OrgOperationKind, Work> work, OperationLoopOptions options)
    : store_(store),
      objects_(objects),
      metrics_(metrics),
      work_(std::move(work)),
      options_(options),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void OperationLoop::run(const std::stop_token& stop) {
  repeat(stop, options_.poll, "work on whole orgs is put off", [&] {
    const auto claimed = store_.claim(options_.lease);
    if (claimed)
      run_one(*claimed, stop);
    else
      remove_expired();
    return claimed.has_value();
  });
}

void OperationLoop::run_one(const ClaimedOrgOperation& claimed, const std::stop_token& stop) {
  const auto& operation = claimed.operation;
  HeldOperation held(store_, claimed, options_.lease, stop);
  std::string outcome = "done";
  try {
    const auto done = work_.at(operation.kind)(held);
    store_.finish(claimed, done.result, done.expires_at);
    log::info("{} {} of {} is done", word_of(operation.kind), operation.id.to_string(), operation.org_id.to_string());
  } catch (const Error& error) {
    outcome = "broken_off";
    settle(claimed, error);
  } catch (const std::exception& error) {
    outcome = "broken_off";
    log::error("{} {} broke: {}", word_of(operation.kind), operation.id.to_string(), error.what());
    settle(claimed, Error(ErrorKind::internal, "the work on it broke off; see the log"));
  }
  metrics_.increment("likeness_org_operations_total",
                     {{"kind", std::string(word_of(operation.kind))}, {"outcome", outcome}});
}

void OperationLoop::settle(const ClaimedOrgOperation& claimed, const Error& error) {
  const auto& operation = claimed.operation;
  const bool erases = operation.kind == OrgOperationKind::erase;
  try {
    if (error.kind() == ErrorKind::cancelled) return store_.postpone(claimed, error.message(), std::chrono::seconds(0));
    log::warning("{} {}: {}", word_of(operation.kind), operation.id.to_string(), error.message());
    const bool again = erases || (operation.tries < options_.tries_max && is_retryable(error.kind()));
    if (!again) return store_.fail(claimed, error.message());
    const auto doubled = options_.backoff_first * (1 << std::min(operation.tries - 1, 16));
    store_.postpone(claimed, error.message(), std::min(doubled, options_.backoff_max));
  } catch (const Error& failure) {
    // Another server took it over, or its org is gone. Where the database is away, the lease runs out.
    log::info("{} {} is let go: {}", word_of(operation.kind), operation.id.to_string(), failure.message());
  }
}

void OperationLoop::remove_expired() {
  for (const auto& expired : store_.expired_exports(kExpiredAtOnce)) {
    objects_.remove(expired.org_id, export_key(expired.id));
    store_.mark_expired(expired);
  }
}

}  // namespace likeness::tenancy
