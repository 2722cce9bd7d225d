#pragma once

#include <filesystem>
#include "adapters/archive/zip_walker.hpp"
#include "adapters/archive/zip_writer.hpp"
#include "adapters/confined/confined_image_codec.hpp"
#include "adapters/curl/curl_http_fetcher.hpp"
#include "adapters/curl/curl_webhook_sender.hpp"
#include "adapters/curl/smtp_mailer.hpp"
#include "adapters/embedded/embedded_vector_index.hpp"
#include "adapters/files/file_object_store.hpp"
#include "adapters/glib/glib_time_zones.hpp"
#include "adapters/jwt/jwt_access_tokens.hpp"
#include "adapters/jwt/signing_key.hpp"
#include "adapters/memory/memory_cache.hpp"
#include "adapters/memory/memory_rate_limiter.hpp"
#include "adapters/nats/nats_event_bus.hpp"
#include "adapters/openvino/openvino_model_pack.hpp"
#include "adapters/openvino/openvino_yolox_detector.hpp"
#include "adapters/postgres/api_key_store.hpp"
#include "adapters/postgres/audit_log.hpp"
#include "adapters/postgres/catalog_store.hpp"
#include "adapters/postgres/catalog_sweep.hpp"
#include "adapters/postgres/dead_letter_store.hpp"
#include "adapters/postgres/embedding_store.hpp"
#include "adapters/postgres/feed_store.hpp"
#include "adapters/postgres/idempotency_store.hpp"
#include "adapters/postgres/identity_store.hpp"
#include "adapters/postgres/import_store.hpp"
#include "adapters/postgres/invitation_store.hpp"
#include "adapters/postgres/job_store.hpp"
#include "adapters/postgres/member_store.hpp"
#include "adapters/postgres/migrations.hpp"
#include "adapters/postgres/object_ledger.hpp"
#include "adapters/postgres/org_cloner.hpp"
#include "adapters/postgres/org_export_source.hpp"
#include "adapters/postgres/org_operation_store.hpp"
#include "adapters/postgres/org_record_eraser.hpp"
#include "adapters/postgres/outbox.hpp"
#include "adapters/postgres/password_reset_store.hpp"
#include "adapters/postgres/pull_store.hpp"
#include "adapters/postgres/query_image_store.hpp"
#include "adapters/postgres/quota_meter.hpp"
#include "adapters/postgres/quota_store.hpp"
#include "adapters/postgres/resource_locks.hpp"
#include "adapters/postgres/role_check.hpp"
#include "adapters/postgres/schedule_store.hpp"
#include "adapters/postgres/session_store.hpp"
#include "adapters/postgres/setup_link_store.hpp"
#include "adapters/postgres/unit_of_work.hpp"
#include "adapters/postgres/webhook_queue.hpp"
#include "adapters/postgres/webhook_store.hpp"
#include "adapters/prometheus/prometheus_metrics.hpp"
#include "adapters/redis/redis_cache.hpp"
#include "adapters/redis/redis_rate_limiter.hpp"
#include "adapters/redis/redis_standing_cache.hpp"
#include "adapters/sodium/secret_key.hpp"
#include "adapters/sodium/sodium_digest.hpp"
#include "adapters/sodium/sodium_password_hasher.hpp"
#include "adapters/sodium/sodium_report_signer.hpp"
#include "adapters/sodium/sodium_secret_box.hpp"
#include "adapters/sodium/sodium_text_signer.hpp"
#include "adapters/sodium/sodium_webhook_signer.hpp"
#include "adapters/vips/vips_image_codec.hpp"
#include "apps/decoder_process.hpp"
#include "apps/index_builder.hpp"
#include "apps/model_files.hpp"
#include "apps/option_sets.hpp"
#include "base/log.hpp"
#include "gateway/api_key_credential.hpp"
#include "gateway/operator_credential.hpp"
#include "gateway/routes/routes.hpp"
#include "gateway/secret_tokens.hpp"
#include "gateway/server.hpp"
#include "gateway/session_credential.hpp"
#include "ingest/fetch_unit.hpp"
#include "ingest/import_upkeep.hpp"
#include "ingest/index/index_rebuild.hpp"
#include "ingest/outbox_relay.hpp"
#include "ingest/pull/pull_loop.hpp"
#include "ingest/sweeper.hpp"
#include "ingest/understand_unit.hpp"
#include "ingest/usage_loop.hpp"
#include "ingest/work_loop.hpp"
#include "notify/delivery_loop.hpp"
#include "notify/webhook_registry.hpp"
#include "scheduling/schedule_loop.hpp"
#include "tenancy/operation_loop.hpp"
#include "tenancy/org_clone.hpp"
#include "tenancy/org_erasure.hpp"
#include "tenancy/org_export.hpp"

#include "apps/wiring.hpp"

namespace likeness::apps {

inline constexpr std::size_t kFallbackCacheBytes = 64u << 20;

/// Every part of the server, each built from those above it: the list is the constructor, in wiring.cpp.
struct Server::Parts {
  Parts(const Settings& s, const ServiceAddresses& addresses, const std::string& operator_token);

  std::vector<gateway::DependencyCheck> check_dependencies();
  std::string url() const;
  /// Without a slash at the end.
  std::string public_url() const;
  gateway::PasswordResets::Options password_reset_options() const;
  /// What is done when a schedule's time has come, by its kind.
  std::map<std::string, scheduling::Handler> schedule_handlers();
  /// What is done to whole orgs, by its kind.
  std::map<OrgOperationKind, tenancy::OperationLoop::Work> org_work();
  void build_index(OrgId org);

  const Settings settings;
  const std::filesystem::path data;

  PrometheusMetrics metrics;
  PostgresConnectionPool app_pool;
  PostgresConnectionPool worker_pool;
  NatsEventBus nats;
  MemoryCache memory_cache{kFallbackCacheBytes};
  RedisCache redis;
  MemoryRateLimiter memory_rate_limiter;
  RedisRateLimiter rate_limiter;
  RedisStandingCache standings;
  FileObjectStore objects;
  SodiumDigest digest;
  SodiumPasswordHasher passwords;
  JwtAccessTokens tokens;
  SodiumReportSigner report_signer;
  SodiumSecretBox secrets;
  SodiumTextSigner text_signer;
  SodiumWebhookSigner webhook_signer;
  VipsImageCodec own_pictures;
  ConfinedImageCodec codec;
  CurlHttpFetcher fetcher;
  CurlFeedFetcher feed_fetcher;
  CurlWebhookSender webhook_sender;
  GlibTimeZones time_zones;
  std::shared_ptr<OpenVinoRuntime> runtime;
  OpenVinoModelPack pack;
  std::unique_ptr<ObjectDetector> detector;
  EmbeddedVectorIndex index;

  PostgresUnitOfWork unit_of_work;
  PostgresAuditLog audit_log;
  PostgresResourceLocks resource_locks;
  PostgresCatalogStore catalog;
  PostgresCatalogStore worker_catalog;
  PostgresCatalogSweep catalog_sweep;
  PostgresCatalogSweep worker_catalog_sweep;
  PostgresObjectLedger ledger;
  PostgresImportStore imports;
  PostgresImportStore worker_imports;
  PostgresDeadLetterStore dead_letters;
  PostgresEmbeddingStore embeddings;
  PostgresIdempotencyStore idempotency_store;
  PostgresIdentityStore identities;
  PostgresSessionStore sessions;
  PostgresMemberStore members;
  PostgresInvitationStore invitations;
  PostgresApiKeyStore api_keys;
  PostgresPasswordResetStore password_reset_store;
  PostgresSetupLinkStore setup_links;
  SmtpMailer mailer;
  PostgresQuotaStore quotas;
  PostgresQuotaStore worker_quotas;
  PostgresQuotaMeter quota_meter;
  PostgresQueryImageStore query_image_store;
  PostgresJobStore jobs;
  PostgresOutbox outbox;
  PostgresFeedStore feeds;
  PostgresFeedStore worker_feeds;
  PostgresPullStore pulls;
  PostgresScheduleStore schedules;
  PostgresWebhookStore webhooks;
  PostgresWebhookQueue webhook_queue;
  PostgresOrgOperationStore org_operations;
  PostgresOrgExportSource org_export_source;
  PostgresOrgCloner org_cloner;
  PostgresOrgRecordEraser org_record_eraser;

  ingest::FeedStage feed_stage;
  ingest::OriginalStore originals;
  ingest::DownloadStage download_stage;
  ingest::PreprocessStage preprocess_stage;
  ingest::DetectStage detect_stage;
  ingest::EmbedStage embed_stage;
  ingest::IndexStage index_stage;
  ZipWalker archives;
  ingest::FetchUnit fetch_unit;
  ingest::ImportUpkeep import_upkeep;
  ingest::UnderstandUnit understand_unit;
  ingest::FeedRegistry feed_registry;
  ingest::PullUnit pull_unit;
  notify::WebhookRegistry webhook_registry;
  notify::DeliveryUnit delivery_unit;
  IndexBuilder index_builder;

  ZipFormat zip_format;
  tenancy::OrgExport org_export;
  tenancy::OrgClone org_clone;
  tenancy::OrgErasure org_erasure;

  query::QueryImages query_images;
  query::QueryEmbedder embedder;
  query::Retriever retriever;
  query::Ranker ranker;
  query::FinalRead final_read;
  query::ResultPages result_pages;
  query::SearchService search;

  gateway::PasswordResets password_resets;
  gateway::Contract contract;
  gateway::Cursors cursors;
  gateway::Services services;
  gateway::OperatorCredential operator_credential;
  gateway::ApiKeyUses api_key_uses;
  gateway::ApiKeyCredential api_key_credential;
  gateway::SessionCredential session_credential;
  gateway::Authenticator authenticator;
  gateway::Cors cors;
  gateway::AuditTrail audit_trail;
  gateway::Idempotency idempotency;
  gateway::Router router;
  gateway::RateLimits rate_limits;
  gateway::Preconditions preconditions;
  gateway::Dispatcher dispatcher;
  gateway::HttpServer http;
  gateway::Router admin_router;
  gateway::Dispatcher admin_dispatcher;
  gateway::HttpServer admin_http;

  // Running work, stopped first.
  std::unique_ptr<ingest::WorkLoop> fetch_loop;
  std::unique_ptr<ingest::WorkLoop> understand_loop;
  std::unique_ptr<ingest::OutboxRelay> relay;
  std::unique_ptr<ingest::Sweeper> sweeper;
  std::unique_ptr<ingest::UsageLoop> usage_loop;
  std::unique_ptr<ingest::PullLoop> pull_loop;
  std::unique_ptr<notify::DeliveryLoop> delivery_loop;
  std::unique_ptr<scheduling::ScheduleLoop> schedule_loop;
  std::unique_ptr<tenancy::OperationLoop> operation_loop;
};

}  // namespace likeness::apps
