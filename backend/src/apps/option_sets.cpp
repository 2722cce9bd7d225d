#include "apps/option_sets.hpp"

namespace likeness::apps {

PostgresPoolSettings pool_settings(const Settings& s, const std::string& url, int connections) {
  return {
      .url = url, .connections_max = connections, .wait_max = std::chrono::milliseconds(s.postgres.connection_wait_ms)};
}

RegionLimits region_limits(const Settings& s) {
  RegionLimits limits;
  limits.confidence_min = s.detect.confidence_min;
  limits.overlap_max = s.detect.overlap_max;
  limits.count_max = s.detect.regions_max;
  return limits;
}

ImageLimits image_limits(const Settings& s) {
  return {.bytes_max = static_cast<std::size_t>(s.images.megabytes_max) << 20,
          .megapixels_max = s.images.megapixels_max};
}

ConfinedCodecOptions confined_codec_options(const Settings& s) {
  ConfinedCodecOptions options;
  options.limits = image_limits(s);
  options.processes = s.images.decode_processes;
  options.photo_time_max = std::chrono::seconds(s.images.decode_seconds_max);
  options.wait_max = std::chrono::seconds(s.images.decode_wait_seconds_max);
  options.memory_bytes_max = static_cast<std::size_t>(s.images.decode_megabytes_max) << 20;
  options.resident_bytes_max = static_cast<std::size_t>(s.images.decode_resident_megabytes_max) << 20;
  options.photos_max = s.images.decode_photos_max;
  return options;
}

ingest::WorkLoopOptions loop_options(const Settings& s, int threads) {
  ingest::WorkLoopOptions options;
  options.threads = threads;
  options.jobs_per_claim = s.ingest.jobs_per_claim;
  options.bulk_turn = s.ingest.bulk_turn;
  options.pause_max = std::chrono::seconds(s.ingest.pause_max_s);
  options.lease = std::chrono::seconds(s.ingest.lease_s);
  options.poll = std::chrono::milliseconds(s.ingest.poll_ms);
  options.retry.tries_max = s.ingest.tries_max;
  options.retry.backoff_first = std::chrono::milliseconds(s.ingest.backoff_first_ms);
  options.retry.backoff_max = std::chrono::seconds(s.ingest.backoff_max_s);
  options.retry.retry_after_max = std::chrono::seconds(s.ingest.retry_after_max_s);
  return options;
}

ingest::WorkLoopOptions fetch_loop_options(const Settings& s) {
  auto options = loop_options(s, s.ingest.fetch_threads);
  options.jobs_per_claim = s.ingest.fetch_jobs_per_claim;
  return options;
}

CurlFetchOptions fetch_options(const Settings& s) {
  const auto& d = s.download;
  CurlFetchOptions options;
  options.bytes_max = static_cast<std::size_t>(s.images.megabytes_max) << 20;
  options.timeout = std::chrono::seconds(d.timeout_s);
  options.redirects_max = d.redirects_max;
  options.rules.allow_loopback = d.allow_loopback;
  options.concurrent_max = d.concurrent_max;
  options.in_flight_bytes_max = static_cast<std::size_t>(d.in_flight_megabytes_max) << 20;
  options.wait_max = std::chrono::seconds(d.wait_s_max);
  options.bytes_per_second_min = d.bytes_per_second_min;
  options.slow_max = std::chrono::seconds(d.slow_s_max);
  options.addresses_kept = std::chrono::seconds(d.addresses_kept_s);
  options.hosts.per_host_max = d.per_host_max;
  options.hosts.failures_max = d.host_failures_max;
  options.hosts.pause = std::chrono::seconds(d.host_pause_s);
  options.hosts.pause_max = std::chrono::seconds(d.host_pause_s_max);
  options.ca_file = d.ca_file;
  return options;
}

FeedFetchOptions feed_fetch_options(const Settings& s) {
  FeedFetchOptions options;
  options.bytes_max = static_cast<long long>(s.server.feed_megabytes_max) << 20;
  options.unpack_ratio_max = s.feeds.unpack_ratio_max;
  options.timeout = std::chrono::seconds(s.feeds.pull_timeout_s);
  options.bytes_per_s_min = s.feeds.pull_bytes_per_s_min;
  options.redirects_max = s.download.redirects_max;
  options.rules.allow_loopback = s.download.allow_loopback;
  return options;
}

ingest::PullOptions pull_options(const Settings& s) {
  ingest::PullOptions options;
  options.lease = std::chrono::seconds(s.feeds.pull_lease_s);
  options.retry.tries_max = s.feeds.pull_tries_max;
  options.retry.backoff_first = std::chrono::seconds(s.feeds.pull_backoff_first_s);
  options.retry.backoff_max = std::chrono::seconds(s.feeds.pull_backoff_max_s);
  options.history_max = s.feeds.history_pulls_max;
  return options;
}

WebhookSendOptions webhook_send_options(const Settings& s) {
  WebhookSendOptions options;
  options.timeout = std::chrono::seconds(s.webhooks.timeout_s);
  options.connect_timeout = std::min(options.connect_timeout, options.timeout);
  options.answer_bytes_max = static_cast<std::size_t>(s.webhooks.answer_kilobytes_max) << 10;
  options.rules.allow_loopback = s.download.allow_loopback;
  options.ca_file = s.download.ca_file;
  return options;
}

notify::WebhookLimits webhook_limits(const Settings& s) {
  return {.count_max = s.webhooks.count_max,
          .former_secret_lifetime = std::chrono::hours(s.webhooks.former_secret_hours)};
}

notify::DeliveryOptions delivery_options(const Settings& s) {
  notify::DeliveryOptions options;
  options.retry.tries_max = s.webhooks.tries_max;
  options.retry.backoff_first = std::chrono::seconds(s.webhooks.backoff_first_s);
  options.retry.backoff_factor = s.webhooks.backoff_factor;
  options.retry.backoff_max = std::chrono::seconds(s.webhooks.backoff_max_s);
  options.failing_max = std::chrono::days(s.webhooks.failing_days_max);
  return options;
}

notify::DeliveryLoopOptions delivery_loop_options(const Settings& s) {
  constexpr std::chrono::seconds kSettling(
      10);  // beyond a try: the look-up of a name, and writing down what came of it
  return {.threads = s.webhooks.threads,
          .per_webhook_max = s.webhooks.per_webhook_max,
          .waiting_max = s.webhooks.waiting_max,
          .poll = std::chrono::milliseconds(s.webhooks.poll_ms),
          .lease = std::chrono::seconds(s.webhooks.timeout_s) + kSettling,
          .kept = std::chrono::days(s.webhooks.days_kept)};
}

gateway::SignInLimits sign_in_limits(const Settings& s) {
  return {.access_token_lifetime = std::chrono::minutes(s.auth.access_token_minutes),
          .session_lifetime = std::chrono::days(s.auth.session_days),
          .refresh_grace = std::chrono::seconds(s.auth.refresh_grace_s),
          .sessions_per_user_max = s.auth.sessions_per_user_max};
}

SmtpOptions mail_options(const Settings& s) {
  return {.url = s.mail.url,
          .user = s.mail.user,
          .password = s.mail.password,
          .from = s.mail.from,
          .tls_required = s.mail.tls_required,
          .ca_file = s.mail.ca_file,
          .timeout = std::chrono::seconds(s.mail.timeout_s)};
}

gateway::MemberLimits member_limits(const Settings& s) {
  return {.invitation_lifetime = std::chrono::hours(s.members.invitation_hours),
          .invitations_max = s.members.invitations_max,
          .api_keys_max = s.members.api_keys_max};
}

RedisStandingOptions standing_options(const Settings& s, const std::string& redis_url) {
  const std::chrono::seconds kept(s.auth.standing_kept_s);
  return {.url = redis_url, .kept = kept, .changing = kept + 2 * std::chrono::seconds(s.server.request_timeout_s)};
}

scheduling::ScheduleLoopOptions schedule_options(const Settings& s) {
  return {.poll = std::chrono::milliseconds(s.schedules.poll_ms), .lease = std::chrono::seconds(s.schedules.lease_s)};
}

tenancy::OperationLoopOptions operation_loop_options(const Settings& s) {
  return {.poll = std::chrono::milliseconds(s.org_operations.poll_ms),
          .lease = std::chrono::seconds(s.org_operations.lease_s),
          .tries_max = s.org_operations.tries_max,
          .backoff_first = std::chrono::seconds(s.org_operations.backoff_first_s)};
}

tenancy::OrgExportOptions org_export_options(const Settings& s) {
  return {.rows_per_page = s.org_operations.export_rows_per_page,
          .kept = std::chrono::hours(24) * s.org_operations.export_days_kept};
}

tenancy::OrgErasureOptions org_erasure_options(const Settings& s) {
  return {.settle = std::chrono::milliseconds(s.org_operations.erase_settle_ms),
          .rows_per_batch = s.org_operations.erase_rows_per_batch};
}

CatalogWriteOptions catalog_write_options(const Settings& s) {
  return {.small_update_rows_max = s.ingest.small_update_rows_max,
          .recheck = std::chrono::hours(s.download.recheck_hours),
          .quota = default_quota(s)};
}

ingest::ProductBatchLimits batch_limits(const Settings& s) {
  return {.lines_max = s.server.batch_lines_max,
          .line_bytes_max = static_cast<std::size_t>(s.server.batch_line_kilobytes_max) << 10,
          .rows_per_write = static_cast<std::size_t>(s.ingest.rows_per_batch)};
}

ingest::FeedImportOptions feed_options(const Settings& s) {
  return {.rows_per_batch = static_cast<std::size_t>(s.ingest.rows_per_batch),
          .mass_delete_percent_max = s.ingest.mass_delete_percent_max,
          .mass_delete_products_min = s.ingest.mass_delete_products_min,
          .preview_examples_max = s.ingest.preview_examples_max};
}

gateway::RateLimitOptions rate_limit_options(const Settings& s) {
  const auto& l = s.limits;
  return {.by_class = {{"auth", {l.auth_per_minute, l.auth_burst}},
                       {"read", {l.read_per_minute, l.read_burst}},
                       {"write", {l.write_per_minute, l.write_burst}},
                       {"upload", {l.upload_per_minute, l.upload_burst}},
                       {"search", {l.search_per_minute, l.search_burst}}},
          .org_multiple = l.org_multiple,
          .account = {l.account_per_minute, l.account_burst}};
}

ingest::UsageLoopOptions usage_options(const Settings& s) {
  return {.interval = std::chrono::milliseconds(s.quotas.refresh_ms),
          .storage_measured_for = std::chrono::minutes(s.quotas.storage_measure_minutes)};
}

Quota default_quota(const Settings& s) {
  return {.products = s.quotas.products_max,
          .images = s.quotas.images_max,
          .queries_per_day = s.quotas.queries_per_day_max,
          .storage_bytes = static_cast<long>(s.quotas.storage_megabytes_max) << 20};
}

gateway::ServerOptions server_options(const Settings& s) {
  gateway::ServerOptions options;
  options.host = s.server.host;
  options.port = static_cast<std::uint16_t>(s.server.port);
  options.worker_threads = s.server.worker_threads;
  options.queue_capacity = static_cast<std::size_t>(s.server.queue_requests_max);
  options.connections_max = s.server.connections_max;
  options.json_body_bytes_max = static_cast<std::uint64_t>(s.server.json_kilobytes_max) << 10;
  options.image_body_bytes_max = static_cast<std::uint64_t>(s.images.megabytes_max) << 20;
  options.lines_body_bytes_max = static_cast<std::uint64_t>(s.server.batch_megabytes_max) << 20;
  options.feed_body_bytes_max = static_cast<std::uint64_t>(s.server.feed_megabytes_max) << 20;
  options.header_timeout = std::chrono::seconds(s.server.header_timeout_s);
  options.idle_timeout = std::chrono::seconds(s.server.idle_timeout_s);
  options.request_timeout = std::chrono::seconds(s.server.request_timeout_s);
  options.stop_timeout = std::chrono::seconds(s.server.stop_timeout_s);
  options.event_streams_max = s.server.event_streams_max;
  options.event_heartbeat = std::chrono::seconds(s.server.event_heartbeat_s);
  options.event_stream_max = std::chrono::minutes(s.server.event_stream_minutes_max);
  return options;
}

gateway::Idempotency::Options idempotency_options(const Settings& s) {
  return {.lifetime = std::chrono::hours(s.server.idempotency_hours),
          .answer_bytes_max = static_cast<std::size_t>(s.server.idempotency_kilobytes_max) << 10};
}

gateway::ServerOptions admin_options(const Settings& s) {
  auto options = server_options(s);
  options.port = static_cast<std::uint16_t>(s.server.admin_port);
  options.worker_threads = 1;
  return options;
}

}  // namespace likeness::apps
