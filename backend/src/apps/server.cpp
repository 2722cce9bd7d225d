#include "apps/server_parts.hpp"

namespace likeness::apps {

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

std::string Server::Parts::url() const { return "http://" + settings.server.host + ":" + std::to_string(http.port()); }

std::string Server::Parts::public_url() const {
  std::string address = settings.server.public_url.empty() ? url() : settings.server.public_url;
  if (address.ends_with('/')) address.pop_back();
  return address;
}

gateway::PasswordResets::Options Server::Parts::password_reset_options() const {
  gateway::PasswordResets::Options options;
  options.lifetime = std::chrono::minutes(settings.members.password_reset_minutes);
  options.waiting_max = static_cast<std::size_t>(settings.mail.waiting_max);
  options.tries_max = settings.mail.tries_max;
  options.public_url = [this] { return public_url(); };
  return options;
}

std::map<std::string, scheduling::Handler> Server::Parts::schedule_handlers() {
  return {{"pull_feed", [this](const DueSchedule& schedule) {
             worker_feeds.request_pull(schedule.org_id, SourceId{schedule.subject}, schedule.due_at);
           }}};
}

std::map<OrgOperationKind, tenancy::OperationLoop::Work> Server::Parts::org_work() {
  using tenancy::HeldOperation;
  return {{OrgOperationKind::export_archive, [this](HeldOperation& held) { return org_export.run(held); }},
          {OrgOperationKind::clone, [this](HeldOperation& held) { return org_clone.run(held); }},
          {OrgOperationKind::erase, [this](HeldOperation& held) { return org_erasure.run(held); }}};
}

void Server::Parts::build_index(OrgId org) {
  ingest::rebuild_index(org, pack.info().key, catalog, embeddings, index, {});
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
  p.sweeper =
      std::make_unique<ingest::Sweeper>(p.jobs, p.query_image_store, p.objects, p.import_upkeep, p.idempotency_store,
                                        p.metrics, std::chrono::milliseconds(p.settings.ingest.sweep_ms));
  p.usage_loop =
      std::make_unique<ingest::UsageLoop>(p.quota_meter, p.worker_quotas, p.objects, usage_options(p.settings));
  p.pull_loop = std::make_unique<ingest::PullLoop>(p.pull_unit, p.pulls, p.settings.feeds.pull_threads,
                                                   std::chrono::milliseconds(p.settings.schedules.poll_ms));
  p.delivery_loop =
      std::make_unique<notify::DeliveryLoop>(p.delivery_unit, p.webhook_queue, delivery_loop_options(p.settings));
  p.schedule_loop = std::make_unique<scheduling::ScheduleLoop>(p.schedules, p.time_zones, p.metrics,
                                                               p.schedule_handlers(), schedule_options(p.settings));
  p.operation_loop = std::make_unique<tenancy::OperationLoop>(p.org_operations, p.objects, p.metrics, p.org_work(),
                                                              operation_loop_options(p.settings));
  p.http.start();
  p.admin_http.start();
}

void Server::stop() {
  if (!parts_) return;
  auto& p = *parts_;
  p.http.stop();
  p.admin_http.stop();
  p.operation_loop.reset();
  p.schedule_loop.reset();
  p.pull_loop.reset();
  p.delivery_loop.reset();
  p.fetcher.stop();  // what is under way goes back into the queue
  p.fetch_loop.reset();
  p.understand_loop.reset();
  p.relay.reset();
  p.sweeper.reset();
  p.usage_loop.reset();
  p.index_builder.stop();
}

std::string Server::url() const { return parts_->url(); }

std::optional<std::string> Server::offer_setup() {
  auto& p = *parts_;
  if (!p.identities.orgs().empty()) return std::nullopt;
  const auto token = gateway::make_secret_token(p.digest, "lk_setup_");
  p.setup_links.offer(token.sha256);
  return p.public_url() + "/setup#token=" + token.text;
}

std::string Server::admin_url() const {
  return "http://" + parts_->settings.server.host + ":" + std::to_string(parts_->admin_http.port());
}
std::string Server::pack_name() const { return parts_->pack.info().key.to_string(); }
std::string Server::detector_name() const { return parts_->services.detector_name; }

}  // namespace likeness::apps
