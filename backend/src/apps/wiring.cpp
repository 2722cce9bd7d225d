#include "apps/wiring.hpp"

#include <filesystem>

#include "adapters/archive/zip_walker.hpp"
#include "adapters/confined/confined_image_codec.hpp"
#include "adapters/curl/curl_http_fetcher.hpp"
#include "adapters/embedded/embedded_vector_index.hpp"
#include "adapters/files/file_object_store.hpp"
#include "adapters/glib/glib_time_zones.hpp"
#include "adapters/jwt/jwt_access_tokens.hpp"
#include "adapters/jwt/signing_key.hpp"
#include "adapters/memory/memory_cache.hpp"
#include "adapters/nats/nats_event_bus.hpp"
#include "adapters/openvino/openvino_model_pack.hpp"
#include "adapters/openvino/openvino_yolox_detector.hpp"
#include "adapters/postgres/catalog_store.hpp"
#include "adapters/postgres/catalog_sweep.hpp"
#include "adapters/postgres/dead_letter_store.hpp"
#include "adapters/postgres/embedding_store.hpp"
#include "adapters/postgres/feed_store.hpp"
#include "adapters/postgres/identity_store.hpp"
#include "adapters/postgres/import_store.hpp"
#include "adapters/postgres/job_store.hpp"
#include "adapters/postgres/migrations.hpp"
#include "adapters/postgres/object_ledger.hpp"
#include "adapters/postgres/outbox.hpp"
#include "adapters/postgres/pull_store.hpp"
#include "adapters/postgres/query_image_store.hpp"
#include "adapters/postgres/role_check.hpp"
#include "adapters/postgres/schedule_store.hpp"
#include "adapters/postgres/session_store.hpp"
#include "adapters/postgres/unit_of_work.hpp"
#include "adapters/prometheus/prometheus_metrics.hpp"
#include "adapters/redis/redis_cache.hpp"
#include "adapters/redis/redis_standing_cache.hpp"
#include "adapters/sodium/secret_key.hpp"
#include "adapters/sodium/sodium_digest.hpp"
#include "adapters/sodium/sodium_password_hasher.hpp"
#include "adapters/sodium/sodium_secret_box.hpp"
#include "adapters/vips/vips_image_codec.hpp"
#include "apps/decoder_process.hpp"
#include "apps/index_builder.hpp"
#include "apps/model_files.hpp"
#include "apps/option_sets.hpp"
#include "base/log.hpp"
#include "gateway/operator_credential.hpp"
#include "gateway/routes/routes.hpp"
#include "gateway/server.hpp"
#include "gateway/session_credential.hpp"
#include "ingest/fetch_unit.hpp"
#include "ingest/import_upkeep.hpp"
#include "ingest/outbox_relay.hpp"
#include "ingest/pull/pull_loop.hpp"
#include "ingest/sweeper.hpp"
#include "ingest/understand_unit.hpp"
#include "ingest/work_loop.hpp"
#include "scheduling/schedule_loop.hpp"

namespace likeness::apps {
namespace {

constexpr std::size_t kFallbackCacheBytes = 64u << 20;

std::unique_ptr<ObjectDetector> load_detector(const Settings& s, const std::shared_ptr<OpenVinoRuntime>& runtime) {
  const auto path = find_detector(s);
  if (path.empty()) {
    log::info("no detector: photos are searched whole, and by boxes drawn by hand (`likeness models pull` gets one)");
    return nullptr;
  }
  return std::make_unique<OpenVinoYoloxDetector>(path, runtime);
}

}  // namespace

/// Every part of the server, each built from those above it.
struct Server::Parts {
  Parts(const Settings& s, const ServiceAddresses& addresses, const std::string& operator_token)
      : settings(s),
        data(s.process.data_directory),
        // A request holds one connection at a time; the workers' share is one per thread and a few for the sweeps.
        app_pool(pool_settings(s, addresses.postgres_app_url, std::max(2, s.postgres.connections_max * 2 / 3))),
        worker_pool(pool_settings(s, addresses.postgres_worker_url, std::max(2, s.postgres.connections_max / 3))),
        nats({.url = addresses.nats_url, .token = addresses.nats_token}),
        redis({.url = addresses.redis_url}, &memory_cache),
        standings(standing_options(s, addresses.redis_url)),
        objects(data / "objects", static_cast<std::uintmax_t>(s.process.disk_reserve_megabytes) << 20),
        passwords({.waiting_max = s.auth.password_queue_max}),
        tokens(load_signing_keys(data), "likeness", "likeness-api"),
        secrets(load_or_create_secret_key(data, s.process.secrets_key_file)),
        own_pictures(image_limits(s)),
        codec(confined_codec_options(s), start_decoder_process, own_pictures),
        fetcher(fetch_options(s)),
        feed_fetcher(feed_fetch_options(s)),
        runtime(make_openvino_runtime({.threads = s.models.threads, .cache_dir = data / "model-cache"})),
        pack(find_pack(s), runtime),
        detector(load_detector(s, runtime)),
        unit_of_work(app_pool),
        catalog(app_pool),
        worker_catalog(worker_pool, {.small_update_rows_max = s.ingest.small_update_rows_max,
                                     .recheck = std::chrono::hours(s.download.recheck_hours)}),
        catalog_sweep(worker_pool),
        ledger(worker_pool),
        imports(app_pool, PostgresImportStore::Progress::recent),
        worker_imports(worker_pool),
        dead_letters(app_pool),
        embeddings(app_pool),
        identities(app_pool),
        sessions(app_pool),
        query_image_store(app_pool, worker_pool),
        jobs(worker_pool, s.ingest.tries_max),
        outbox(worker_pool),
        feeds(app_pool),
        worker_feeds(worker_pool),
        pulls(worker_pool),
        schedules(worker_pool),
        feed_stage({.row_bytes_max = static_cast<std::size_t>(s.ingest.feed_row_kilobytes_max) << 10}),
        originals(objects, ledger, codec, digest),
        download_stage(fetcher, originals),
        preprocess_stage(objects, codec),
        detect_stage(detector.get(), region_limits(s)),
        embed_stage(pack),
        index_stage(index, worker_catalog, pack.info().key),
        archives({}),
        fetch_unit({{feed_stage,
                     {archives, objects, feed_stage, originals, worker_imports, metrics,
                      static_cast<std::size_t>(s.images.megabytes_max) << 20},
                     index_stage,
                     objects,
                     worker_catalog,
                     catalog_sweep,
                     worker_imports,
                     metrics},
                    download_stage,
                    worker_imports,
                    jobs,
                    metrics},
                   feed_options(s)),
        import_upkeep(worker_imports, ledger, objects, std::chrono::seconds(s.ingest.unowned_object_s)),
        understand_unit({preprocess_stage, detect_stage, embed_stage, index_stage, jobs, metrics}),
        feed_registry({feeds, feed_fetcher, secrets, time_zones}, s.feeds.count_max),
        pull_unit({feed_fetcher, objects, worker_imports, pulls, secrets, digest, metrics}, pull_options(s)),
        index_builder({identities, catalog, embeddings, index}, pack.info().key),
        query_images({query_image_store, objects, codec, detector.get()},
                     {.time_to_live = std::chrono::hours(s.query_images.hours_to_live),
                      .kept_side_px = s.query_images.kept_side_px,
                      .regions = region_limits(s)}),
        embedder({pack, query_images, embeddings, catalog, objects, codec, fetcher, redis}),
        retriever(index, catalog, pack.info().key, s.search.candidates_max),
        ranker(pack.info(), s.search.candidates_max),
        final_read(catalog),
        result_pages(redis, std::chrono::minutes(s.search.result_minutes)),
        search({pack, embedder, retriever, ranker, final_read, result_pages, index, catalog, metrics},
               {.candidates_max = s.search.candidates_max, .facet_values_max = s.search.facet_values_max}),
        contract(gateway::Contract::load(s.server.contract_file)),
        services{.unit_of_work = unit_of_work,
                 .identities = identities,
                 .passwords = passwords,
                 .tokens = tokens,
                 .standings = standings,
                 .sessions = sessions,
                 .secrets = secrets,
                 .digest = digest,
                 .catalog = catalog,
                 .imports = imports,
                 .dead_letters = dead_letters,
                 .feeds = feeds,
                 .feed_registry = feed_registry,
                 .embeddings = embeddings,
                 .objects = objects,
                 .index = index,
                 .originals = originals,
                 .query_images = query_images,
                 .search = search,
                 .pack = pack.info(),
                 .metrics = metrics,
                 .detector_name = detector ? detector->name() : "",
                 .sign_in = sign_in_limits(s),
                 .event_interval = std::chrono::milliseconds(s.server.event_interval_ms),
                 .start_rebuild = [this](OrgId org) { index_builder.start(org); },
                 .check_dependencies = [this] { return check_dependencies(); },
                 .openapi_document = contract.document(),
                 .openapi_tag =
                     "\"" + digest.sha256_hex(Bytes(contract.document().begin(), contract.document().end())) + "\""},
        operator_credential(operator_token, identities),
        session_credential({tokens, standings, sessions, identities}),
        // The first that recognizes a token decides on it; the last one takes whatever is left.
        authenticator({&operator_credential, &session_credential}),
        router(gateway::all_routes(services)),
        dispatcher(router, {contract, authenticator, unit_of_work}),
        http(server_options(s), dispatcher,
             [this](std::string_view route, int status, double seconds) {
               const MetricLabels labels{{"route", std::string(route)}, {"status", std::to_string(status)}};
               metrics.observe_seconds("likeness_http_request_seconds", labels, seconds);
             }),
        admin_router(gateway::admin_routes(services)),
        admin_dispatcher(admin_router),
        admin_http(admin_options(s), admin_dispatcher) {}

  std::vector<gateway::DependencyCheck> check_dependencies();
  /// What is done when a schedule's time has come, by its kind.
  std::map<std::string, scheduling::Handler> schedule_handlers();

  const Settings settings;
  const std::filesystem::path data;

  PrometheusMetrics metrics;
  PostgresConnectionPool app_pool;
  PostgresConnectionPool worker_pool;
  NatsEventBus nats;
  MemoryCache memory_cache{kFallbackCacheBytes};
  RedisCache redis;
  RedisStandingCache standings;
  FileObjectStore objects;
  SodiumDigest digest;
  SodiumPasswordHasher passwords;
  JwtAccessTokens tokens;
  SodiumSecretBox secrets;
  VipsImageCodec own_pictures;
  ConfinedImageCodec codec;
  CurlHttpFetcher fetcher;
  CurlFeedFetcher feed_fetcher;
  GlibTimeZones time_zones;
  std::shared_ptr<OpenVinoRuntime> runtime;
  OpenVinoModelPack pack;
  std::unique_ptr<ObjectDetector> detector;
  EmbeddedVectorIndex index;

  PostgresUnitOfWork unit_of_work;
  PostgresCatalogStore catalog;
  PostgresCatalogStore worker_catalog;
  PostgresCatalogSweep catalog_sweep;
  PostgresObjectLedger ledger;
  PostgresImportStore imports;
  PostgresImportStore worker_imports;
  PostgresDeadLetterStore dead_letters;
  PostgresEmbeddingStore embeddings;
  PostgresIdentityStore identities;
  PostgresSessionStore sessions;
  PostgresQueryImageStore query_image_store;
  PostgresJobStore jobs;
  PostgresOutbox outbox;
  PostgresFeedStore feeds;
  PostgresFeedStore worker_feeds;
  PostgresPullStore pulls;
  PostgresScheduleStore schedules;

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
  IndexBuilder index_builder;

  query::QueryImages query_images;
  query::QueryEmbedder embedder;
  query::Retriever retriever;
  query::Ranker ranker;
  query::FinalRead final_read;
  query::ResultPages result_pages;
  query::SearchService search;

  gateway::Contract contract;
  gateway::Services services;
  gateway::OperatorCredential operator_credential;
  gateway::SessionCredential session_credential;
  gateway::Authenticator authenticator;
  gateway::Router router;
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
  std::unique_ptr<ingest::PullLoop> pull_loop;
  std::unique_ptr<scheduling::ScheduleLoop> schedule_loop;
};

std::vector<gateway::DependencyCheck> Server::Parts::check_dependencies() {
  std::vector<gateway::DependencyCheck> checks;
  gateway::DependencyCheck postgres{.name = "postgres", .ok = true, .required = true, .detail = "answers"};
  try {
    identities.orgs();
  } catch (const Error& error) {
    postgres.ok = false;
    postgres.detail = error.message();
  }
  checks.push_back(postgres);
  const bool room = objects.has_room();
  checks.push_back({"disk", room, false, room ? "has room" : "no space left for photos and feeds: make room there"});
  const bool nats_ok = nats.healthy();
  checks.push_back({"nats", nats_ok, false, nats_ok ? "answers" : "away: work is found by polling"});
  const bool redis_ok = redis.healthy();
  checks.push_back({"redis", redis_ok, false, redis_ok ? "answers" : "away: results are kept in this process"});
  checks.push_back({"pack", true, true, pack.info().key.to_string()});
  checks.push_back({"detector", detector != nullptr, false, detector ? detector->name() : "none"});
  const bool indexed = index_builder.ready();
  checks.push_back({"index", indexed, true, indexed ? "ready" : "being built from the database"});
  return checks;
}

std::map<std::string, scheduling::Handler> Server::Parts::schedule_handlers() {
  return {{"pull_feed", [this](const DueSchedule& schedule) {
             worker_feeds.request_pull(schedule.org_id, SourceId{schedule.subject}, schedule.due_at);
           }}};
}

Server::Server(const Settings& settings, const ServiceAddresses& addresses, const std::string& operator_token)
    : parts_(std::make_unique<Parts>(settings, addresses, operator_token)) {
  require_restricted_role(parts_->app_pool);
  require_restricted_role(parts_->worker_pool);
  require_current_schema(parts_->app_pool);
}

Server::~Server() { stop(); }

void Server::start() {
  auto& p = *parts_;
  p.index_builder.start_all();
  const auto rebuild = [&p](OrgId org) { p.index_builder.want(org); };
  p.fetch_loop = std::make_unique<ingest::WorkLoop>(p.fetch_unit, p.jobs, p.nats, p.metrics,
                                                    fetch_loop_options(p.settings), rebuild);
  p.understand_loop =
      std::make_unique<ingest::WorkLoop>(p.understand_unit, p.jobs, p.nats, p.metrics,
                                         loop_options(p.settings, p.settings.ingest.understand_threads), rebuild);
  p.relay = std::make_unique<ingest::OutboxRelay>(p.outbox, p.nats, std::chrono::milliseconds(100));
  p.sweeper = std::make_unique<ingest::Sweeper>(p.jobs, p.query_image_store, p.objects, p.import_upkeep, p.metrics,
                                                std::chrono::milliseconds(p.settings.ingest.sweep_ms));
  p.pull_loop = std::make_unique<ingest::PullLoop>(p.pull_unit, p.pulls, p.settings.feeds.pull_threads,
                                                   std::chrono::milliseconds(p.settings.schedules.poll_ms));
  p.schedule_loop = std::make_unique<scheduling::ScheduleLoop>(p.schedules, p.time_zones, p.metrics,
                                                               p.schedule_handlers(), schedule_options(p.settings));
  p.http.start();
  p.admin_http.start();
}

void Server::stop() {
  if (!parts_) return;
  auto& p = *parts_;
  p.http.stop();
  p.admin_http.stop();
  p.schedule_loop.reset();
  p.pull_loop.reset();
  p.fetcher.stop();  // what is under way goes back into the queue
  p.fetch_loop.reset();
  p.understand_loop.reset();
  p.relay.reset();
  p.sweeper.reset();
  p.index_builder.stop();
}

std::string Server::url() const {
  return "http://" + parts_->settings.server.host + ":" + std::to_string(parts_->http.port());
}
std::string Server::admin_url() const {
  return "http://" + parts_->settings.server.host + ":" + std::to_string(parts_->admin_http.port());
}
std::string Server::pack_name() const { return parts_->pack.info().key.to_string(); }
std::string Server::detector_name() const { return parts_->services.detector_name; }

}  // namespace likeness::apps
