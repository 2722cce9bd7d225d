#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/error.hpp"

namespace likeness {

/// Every setting, with its default. Names, units and meanings are in config/likeness.toml; a member a.b here is key b
/// of section [a] there.
struct Settings {
  struct {
    std::string data_directory = "./likeness-data";
    std::string run_as;
    int disk_reserve_megabytes = 64;
    std::string secrets_key_file;
  } process;
  struct {
    std::string host = "127.0.0.1";
    int port = 7700;
    int admin_port = 7701;
    int worker_threads = 16;
    int queue_requests_max = 256;
    int connections_max = 4096;
    int json_kilobytes_max = 1024;
    int feed_megabytes_max = 4096;
    int batch_megabytes_max = 16;
    int batch_lines_max = 10'000;
    int batch_line_kilobytes_max = 64;
    int header_timeout_s = 10;
    int idle_timeout_s = 60;
    int request_timeout_s = 30;
    int stop_timeout_s = 10;
    int event_streams_max = 256;
    int event_interval_ms = 1000;
    int event_heartbeat_s = 15;
    int event_stream_minutes_max = 60;
    std::string contract_file;
    int idempotency_hours = 24;
    int idempotency_kilobytes_max = 4096;
    std::string public_url;
  } server;
  struct {
    std::string owner_url;
    std::string app_url;
    std::string worker_url;
    int connections_max = 24;
    int connection_wait_ms = 5000;
  } postgres;
  struct {
    std::string url;
  } redis;
  struct {
    std::string url;
    std::string token;
  } nats;
  struct {
    std::string pack;
    std::string detector;
    int threads = 0;
    int ingest_streams = 1;
  } models;
  struct {
    int fetch_threads = 4;
    int understand_threads = 3;
    int jobs_per_claim = 4;
    int fetch_jobs_per_claim = 64;
    int lease_s = 60;
    int poll_ms = 1000;
    int sweep_ms = 2000;
    int tries_max = 5;
    int backoff_first_ms = 1000;
    int backoff_max_s = 60;
    int rows_per_batch = 500;
    int feed_row_kilobytes_max = 1024;
    int retry_after_max_s = 3600;
    int small_update_rows_max = 200;
    int bulk_turn = 4;
    int pause_max_s = 10;
    int mass_delete_percent_max = 30;
    int mass_delete_products_min = 10;
    int preview_examples_max = 10;
    int unowned_object_s = 3600;
  } ingest;
  struct {
    int megabytes_max = 20;
    double megapixels_max = 50;
    int decode_processes = 2;
    int decode_seconds_max = 5;
    int decode_wait_seconds_max = 20;
    int decode_megabytes_max = 1024;
    int decode_resident_megabytes_max = 256;
    int decode_photos_max = 2000;
  } images;
  struct {
    int timeout_s = 20;
    int redirects_max = 3;
    bool allow_loopback = false;
    int concurrent_max = 200;
    int per_host_max = 8;
    int in_flight_megabytes_max = 256;
    int wait_s_max = 10;
    int bytes_per_second_min = 1000;
    int slow_s_max = 10;
    int addresses_kept_s = 30;
    int host_failures_max = 5;
    int host_pause_s = 10;
    int host_pause_s_max = 300;
    int recheck_hours = 24;
    std::string ca_file;
  } download;
  struct {
    int count_max = 1000;
    int pull_threads = 2;
    int pull_timeout_s = 1800;
    int pull_bytes_per_s_min = 1024;
    int unpack_ratio_max = 200;
    int pull_lease_s = 60;
    int pull_tries_max = 5;
    int pull_backoff_first_s = 30;
    int pull_backoff_max_s = 3600;
    int history_pulls_max = 1000;
  } feeds;
  struct {
    int count_max = 20;
    int threads = 4;
    int per_webhook_max = 2;
    int timeout_s = 10;
    int answer_kilobytes_max = 4;
    int tries_max = 8;
    int backoff_first_s = 10;
    int backoff_factor = 5;
    int backoff_max_s = 43'200;
    int failing_days_max = 5;
    int waiting_max = 10'000;
    int former_secret_hours = 24;
    int days_kept = 30;
    int poll_ms = 1000;
  } webhooks;
  struct {
    int poll_ms = 1000;
    int lease_s = 60;
  } schedules;
  struct {
    int poll_ms = 1000;
    int lease_s = 30;
    int tries_max = 5;
    int backoff_first_s = 2;
    int export_days_kept = 7;
    int export_rows_per_page = 200;
    int clone_products_per_page = 100;
    int erase_settle_ms = 3000;
    int erase_rows_per_batch = 2000;
  } org_operations;
  struct {
    double confidence_min = 0.3;
    double overlap_max = 0.6;
    int regions_max = 6;
  } detect;
  struct {
    int candidates_max = 2000;
    int result_minutes = 15;
    int facet_values_max = 50;
  } search;
  struct {
    int hours_to_live = 24;
    int kept_side_px = 1600;
  } query_images;
  struct {
    int access_token_minutes = 15;
    int session_days = 30;
    int sessions_per_user_max = 50;
    int refresh_grace_s = 10;
    int standing_kept_s = 10;
    int password_queue_max = 4;
  } auth;
  struct {
    int invitation_hours = 168;
    int invitations_max = 1000;
    int password_reset_minutes = 60;
    int api_keys_max = 1000;
  } members;
  struct {
    std::string url;
    std::string user;
    std::string password;
    std::string from;
    bool tls_required = true;
    std::string ca_file;
    int timeout_s = 10;
    int waiting_max = 256;
    int tries_max = 3;
  } mail;
  struct {
    int document_kilobytes_max = 8;
  } audit;
  struct {
    int auth_per_minute = 600;
    int auth_burst = 300;
    int account_per_minute = 1;
    int account_burst = 40;
    int read_per_minute = 12'000;
    int read_burst = 2'000;
    int write_per_minute = 6'000;
    int write_burst = 2'000;
    int upload_per_minute = 30'000;
    int upload_burst = 5'000;
    int search_per_minute = 12'000;
    int search_burst = 2'000;
    int org_multiple = 5;
    int memory_entries_max = 100'000;
  } limits;
  struct {
    int products_max = 0;
    int images_max = 0;
    int queries_per_day_max = 0;
    int storage_megabytes_max = 0;
    int refresh_ms = 1000;
    int storage_measure_minutes = 60;
  } quotas;
  struct {
    std::string level = "info";
  } log;
};

/// Where a setting came from, for `config print`.
struct SettingValue {
  std::string name;    ///< "server.port"
  std::string value;   ///< as TOML; a secret is shown as "***"
  std::string origin;  ///< default, file, environment, flag
};

struct LoadedSettings {
  Settings settings;
  std::vector<SettingValue> values;
};

/// Everything that is wrong with the configuration, each fault with the place it came from.
class SettingsError : public Error {
 public:
  explicit SettingsError(std::vector<std::string> faults);
  const std::vector<std::string>& faults() const { return faults_; }

 private:
  std::vector<std::string> faults_;
};

/// What is given from outside, weakest first.
struct SettingSources {
  std::string file;  ///< path of a likeness.toml; empty for none. A named file that is missing is a fault
  std::map<std::string, std::string> environment;  ///< only names that start with LIKENESS__ are looked at
  std::map<std::string, std::string> flags;        ///< "server.port" to text
};

/// Defaults < file < environment (LIKENESS__SERVER__PORT) < flags. Throws SettingsError that lists every fault: unknown
/// keys with the nearest known one, wrong types, values out of range, combinations that make no sense.
LoadedSettings load_settings(const SettingSources& sources);

}  // namespace likeness
