#pragma once

#include "adapters/confined/confined_image_codec.hpp"
#include "adapters/curl/curl_feed_fetcher.hpp"
#include "adapters/curl/fetch_options.hpp"
#include "adapters/postgres/connection_pool.hpp"
#include "adapters/redis/redis_standing_cache.hpp"
#include "config/settings.hpp"
#include "domain/vision.hpp"
#include "gateway/server.hpp"
#include "ingest/feed_import.hpp"
#include "ingest/pull/pull_unit.hpp"
#include "ingest/work_loop.hpp"
#include "scheduling/schedule_loop.hpp"

namespace likeness::apps {

/// The settings in the terms of the parts that they are for.
PostgresPoolSettings pool_settings(const Settings& settings, const std::string& url, int connections);
ImageLimits image_limits(const Settings& settings);
ConfinedCodecOptions confined_codec_options(const Settings& settings);
RegionLimits region_limits(const Settings& settings);
ingest::WorkLoopOptions fetch_loop_options(const Settings& settings);
CurlFetchOptions fetch_options(const Settings& settings);
ingest::WorkLoopOptions loop_options(const Settings& settings, int threads);
FeedFetchOptions feed_fetch_options(const Settings& settings);
RedisStandingOptions standing_options(const Settings& settings, const std::string& redis_url);
ingest::PullOptions pull_options(const Settings& settings);
scheduling::ScheduleLoopOptions schedule_options(const Settings& settings);
ingest::FeedImportOptions feed_options(const Settings& settings);
gateway::ServerOptions server_options(const Settings& settings);
gateway::ServerOptions admin_options(const Settings& settings);

}  // namespace likeness::apps
