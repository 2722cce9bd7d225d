#include "apps/index_builder.hpp"

#include "base/clock.hpp"
#include "base/log.hpp"
#include "ingest/index/index_rebuild.hpp"

namespace likeness::apps {

void IndexBuilder::start_all() {
  running_ = true;
  thread_ = std::jthread([this](std::stop_token stop) {
    while (!stop.stop_requested()) {
      try {
        for (const auto& org : parts_.identities.orgs()) build(org.id, stop);
        break;
      } catch (const std::exception& error) {
        log::warning("the indexes could not be built, again in a second: {}", error.what());
        std::this_thread::sleep_for(std::chrono::seconds(1));
      }
    }
    ready_ = true;
    running_ = false;
  });
}

void IndexBuilder::start(OrgId org) {
  if (running_.exchange(true)) throw Error(ErrorKind::conflict, "an index is being rebuilt already");
  thread_ = std::jthread([this, org](std::stop_token stop) {
    try {
      build(org, stop);
    } catch (const std::exception& error) {
      log::error("the index of {} could not be rebuilt: {}", org.to_string(), error.what());
    }
    running_ = false;
  });
}

void IndexBuilder::build(OrgId org, std::stop_token stop) {
  const Stopwatch stopwatch;
  const auto vectors = ingest::rebuild_index(org, pack_, parts_.catalog, parts_.embeddings, parts_.index, stop);
  log::info("index of {} built: {} vectors in {:.2f} s", org.to_string(), vectors, stopwatch.seconds());
}

}  // namespace likeness::apps
