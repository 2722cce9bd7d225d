#pragma once

#include "adapters/postgres/connection_pool.hpp"
#include "config/settings.hpp"
#include "domain/vision.hpp"
#include "gateway/server.hpp"
#include "ingest/feed_import.hpp"
#include "ingest/work_loop.hpp"

namespace likeness::apps {

/// The settings in the terms of the parts that they are for.
PostgresPoolSettings pool_settings(const Settings& settings, const std::string& url, int connections);
RegionLimits region_limits(const Settings& settings);
ingest::WorkLoopOptions loop_options(const Settings& settings, int threads);
ingest::FeedImportOptions feed_options(const Settings& settings);
gateway::ServerOptions server_options(const Settings& settings);
gateway::ServerOptions admin_options(const Settings& settings);

}  // namespace likeness::apps
