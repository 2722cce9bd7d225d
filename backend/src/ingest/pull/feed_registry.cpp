#include "ingest/pull/feed_registry.hpp"

#include "base/text.hpp"
#include "domain/cron.hpp"
#include "ingest/pull/feed_credentials.hpp"

namespace likeness::ingest {
namespace {

[[noreturn]] void refuse(const char* field, const std::string& message) {
  throw Error(ErrorKind::invalid_argument, message, field);
}

[[noreturn]] void refuse(const char* field, const Error& error) { refuse(field, error.message()); }

/// "https://feeds.example:443", as it is written.
std::string origin_of(const std::string& url) {
  const auto host = url.find("://");
  return to_lower(url.substr(0, host == std::string::npos ? 0 : url.find_first_of("/?#\\", host + 3)));
}

}  // namespace

void FeedRegistry::check(const FeedSetup& setup) const {
  if (setup.name.empty() || setup.name != trim(setup.name))
    refuse("name", "the name is empty, or has spaces around it");
  if (setup.url.empty()) {
    if (setup.schedule) refuse("schedule", "a schedule needs a URL to pull from");
    if (setup.credentials_kind != "none") refuse("credentials", "credentials need a URL to be sent to");
    return;
  }
  if (const auto allowed = parts_.fetcher.check(setup.url, setup.credentials_kind); !allowed)
    refuse(allowed.error().field().empty() ? "url" : allowed.error().field().c_str(), allowed.error());
}

std::optional<TimePoint> FeedRegistry::next_pull(const FeedSetup& setup) const {
  if (!setup.schedule) return std::nullopt;
  const auto cron = Cron::parse(setup.schedule->cron);
  if (!cron) refuse("schedule.cron", cron.error());
  const auto offset_at = parts_.zones.find(setup.schedule->time_zone);
  if (!offset_at) refuse("schedule.time_zone", offset_at.error());
  return cron->next_after(now(), *offset_at);
}

Feed FeedRegistry::create(OrgId org, FeedSetup setup, const FeedCredentials& credentials) {
  check_credentials(credentials);
  setup.credentials_kind = credentials.kind;
  check(setup);
  const auto next = next_pull(setup);
  const auto id = SourceId::generate();
  parts_.feeds.create(org, id, setup, seal_credentials(parts_.secrets, org, id, credentials), next, feeds_max_);
  return parts_.feeds.feed(org, id);
}

Feed FeedRegistry::update(OrgId org, SourceId id, FeedSetup setup, const std::optional<FeedCredentials>& credentials) {
  const auto before = parts_.feeds.feed(org, id).setup;
  if (credentials) check_credentials(*credentials);
  setup.credentials_kind = credentials ? credentials->kind : before.credentials_kind;
  if (!credentials && before.credentials_kind != "none" && origin_of(before.url) != origin_of(setup.url))
    refuse("credentials", "the feed moves to another host: give its credentials again, or {\"kind\": \"none\"}");
  check(setup);
  const auto next = next_pull(setup);
  std::optional<Bytes> sealed;
  if (credentials) sealed = seal_credentials(parts_.secrets, org, id, *credentials);
  parts_.feeds.update(org, id, setup, sealed, next);
  return parts_.feeds.feed(org, id);
}

Feed FeedRegistry::set_paused(OrgId org, SourceId id, bool paused) {
  auto setup = parts_.feeds.feed(org, id).setup;
  setup.paused = paused;
  parts_.feeds.update(org, id, setup, std::nullopt, next_pull(setup));
  return parts_.feeds.feed(org, id);
}

}  // namespace likeness::ingest
