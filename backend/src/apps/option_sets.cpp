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

RedisStandingOptions standing_options(const Settings& s, const std::string& redis_url) {
  const std::chrono::seconds kept(s.auth.standing_kept_s);
  return {.url = redis_url, .kept = kept, .changing = kept + 2 * std::chrono::seconds(s.server.request_timeout_s)};
}

scheduling::ScheduleLoopOptions schedule_options(const Settings& s) {
  return {.poll = std::chrono::milliseconds(s.schedules.poll_ms), .lease = std::chrono::seconds(s.schedules.lease_s)};
}

ingest::FeedImportOptions feed_options(const Settings& s) {
  return {.rows_per_batch = static_cast<std::size_t>(s.ingest.rows_per_batch),
          .mass_delete_percent_max = s.ingest.mass_delete_percent_max,
          .mass_delete_products_min = s.ingest.mass_delete_products_min,
          .preview_examples_max = s.ingest.preview_examples_max};
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

gateway::ServerOptions admin_options(const Settings& s) {
  auto options = server_options(s);
  options.port = static_cast<std::uint16_t>(s.server.admin_port);
  options.worker_threads = 1;
  return options;
}

}  // namespace likeness::apps
