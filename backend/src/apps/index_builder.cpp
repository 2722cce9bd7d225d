#include "apps/index_builder.hpp"

#include "base/clock.hpp"
#include "base/log.hpp"
#include "ingest/index/index_rebuild.hpp"

namespace likeness::apps {
namespace {
constexpr std::chrono::seconds kPause{1};
}

void IndexBuilder::start_all() {
  const std::lock_guard lock(mutex_);
  orgs_listed_ = false;
  if (!running_) launch();
}

void IndexBuilder::start(OrgId org) {
  const std::lock_guard lock(mutex_);
  if (running_) throw Error(ErrorKind::conflict, "an index is being rebuilt already");
  wanted_.insert(org);
  launch();
}

void IndexBuilder::want(OrgId org) {
  const std::lock_guard lock(mutex_);
  wanted_.insert(org);
  if (!running_) launch();
}

void IndexBuilder::launch() {
  running_ = true;
  thread_ = std::jthread([this](std::stop_token stop) { run(stop); });
}

void IndexBuilder::run(std::stop_token stop) {
  while (!stop.stop_requested()) {
    std::optional<OrgId> org;
    bool listed = false;
    {
      const std::lock_guard lock(mutex_);
      listed = orgs_listed_;
      if (listed && !wanted_.empty()) org = wanted_.extract(wanted_.begin()).value();
      if (listed && !org) {
        ready_ = true;
        running_ = false;
        return;
      }
    }
    if (listed ? build(*org, stop) : list_orgs()) continue;
    if (org) {
      const std::lock_guard lock(mutex_);
      wanted_.insert(*org);
    }
    std::this_thread::sleep_for(kPause);
  }
}

bool IndexBuilder::list_orgs() {
  try {
    const auto orgs = parts_.identities.orgs();
    const std::lock_guard lock(mutex_);
    for (const auto& org : orgs) wanted_.insert(org.id);
    orgs_listed_ = true;
    return true;
  } catch (const std::exception& error) {
    log::warning("the indexes could not be built, again in a second: {}", error.what());
    return false;
  }
}

bool IndexBuilder::build(OrgId org, std::stop_token stop) {
  const Stopwatch stopwatch;
  try {
    const auto vectors = ingest::rebuild_index(org, pack_, parts_.catalog, parts_.embeddings, parts_.index, stop);
    log::info("index of {} built: {} vectors in {:.2f} s", org.to_string(), vectors, stopwatch.seconds());
  } catch (const Error& error) {
    log::error("the index of {} could not be rebuilt: {}", org.to_string(), error.message());
    return fault_of(error.kind()) != Fault::dependency;
  }
  return true;
}

}  // namespace likeness::apps
