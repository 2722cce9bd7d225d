#pragma once

#include "adapters/confined/confined_image_codec.hpp"
#include "adapters/curl/curl_feed_fetcher.hpp"
#include "adapters/curl/curl_webhook_sender.hpp"
#include "adapters/curl/fetch_options.hpp"
#include "adapters/curl/smtp_mailer.hpp"
#include "adapters/postgres/catalog_store.hpp"
#include "adapters/postgres/connection_pool.hpp"
#include "adapters/redis/redis_standing_cache.hpp"
#include "config/settings.hpp"
#include "domain/quota.hpp"
#include "domain/vision.hpp"
#include "gateway/rate_limits.hpp"
#include "gateway/routes/services.hpp"
#include "gateway/server.hpp"
#include "ingest/feed_import.hpp"
#include "ingest/pull/pull_unit.hpp"
#include "ingest/usage_loop.hpp"
#include "ingest/work_loop.hpp"
#include "notify/delivery_loop.hpp"
#include "notify/webhook_registry.hpp"
#include "scheduling/schedule_loop.hpp"
#include "tenancy/operation_loop.hpp"
#include "tenancy/org_erasure.hpp"
#include "tenancy/org_export.hpp"

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
SmtpOptions mail_options(const Settings& settings);
gateway::MemberLimits member_limits(const Settings& settings);
RedisStandingOptions standing_options(const Settings& settings, const std::string& redis_url);
gateway::SignInLimits sign_in_limits(const Settings& settings);
ingest::PullOptions pull_options(const Settings& settings);
WebhookSendOptions webhook_send_options(const Settings& settings);
notify::WebhookLimits webhook_limits(const Settings& settings);
notify::DeliveryOptions delivery_options(const Settings& settings);
notify::DeliveryLoopOptions delivery_loop_options(const Settings& settings);
scheduling::ScheduleLoopOptions schedule_options(const Settings& settings);
tenancy::OperationLoopOptions operation_loop_options(const Settings& settings);
tenancy::OrgExportOptions org_export_options(const Settings& settings);
tenancy::OrgErasureOptions org_erasure_options(const Settings& settings);
CatalogWriteOptions catalog_write_options(const Settings& settings);
ingest::ProductBatchLimits batch_limits(const Settings& settings);
ingest::FeedImportOptions feed_options(const Settings& settings);
gateway::RateLimitOptions rate_limit_options(const Settings& settings);
ingest::UsageLoopOptions usage_options(const Settings& settings);
Quota default_quota(const Settings& settings);
gateway::ServerOptions server_options(const Settings& settings);
gateway::Idempotency::Options idempotency_options(const Settings& s);
gateway::ServerOptions admin_options(const Settings& settings);

}  // namespace likeness::apps
