#include "ingest/pull/pull_unit.hpp"

#include "base/log.hpp"
#include "base/text.hpp"
#include "domain/object_keys.hpp"
#include "ingest/pull/feed_credentials.hpp"

namespace likeness::ingest {
namespace {

constexpr std::size_t kFilenameBytesMax = 200;

/// "feed.tsv" of "https://feeds.example/shop/feed.tsv?key=1"; the feed's name where the URL ends in a slash.
std::string filename_of(const Feed& feed) {
  const auto path = feed.setup.url.substr(0, feed.setup.url.find_first_of("?#"));
  const auto name = path.substr(path.find_last_of('/') + 1);
  const bool names_host_only = path.find('/', path.find("://") + 3) == std::string::npos;
  return std::string(valid_start(name.empty() || names_host_only ? feed.setup.name : name, kFilenameBytesMax));
}

}  // namespace

void PullUnit::run(const ClaimedPull& claimed, const std::stop_token& stop) {
  const Stopwatch watch;
  Outcome outcome;
  try {
    outcome = pull(claimed, stop);
  } catch (const Error& error) {
    outcome.error = error;
  } catch (const std::exception& error) {
    outcome.error = Error(ErrorKind::internal, error.what());
  }
  outcome.result.seconds = watch.seconds();
  end(claimed, std::move(outcome));
}

PullUnit::Outcome PullUnit::pull(const ClaimedPull& claimed, const std::stop_token& stop) {
  Outcome outcome;
  const auto key = feed_key(claimed.id.uuid);
  if (claimed.tries > 1)
    if (const auto made = parts_.pulls.import_of(claimed, key)) {
      outcome.result = {.outcome = "imported", .import_id = made};
      return outcome;
    }
  if (claimed.tries > options_.retry.tries_max)
    throw Error(ErrorKind::internal, "the server died in each of " + std::to_string(claimed.tries - 1) + " tries");

  auto writer = parts_.objects.writer(claimed.org_id, key);
  const auto digest = parts_.digest.sha256_stream();
  long long unpacked_bytes = 0;
  Stopwatch since_heartbeat;
  const auto answer = parts_.fetcher.fetch(
      {.url = claimed.feed.setup.url,
       .credentials = open_credentials(parts_.secrets, claimed.org_id, claimed.feed.id, claimed.sealed_credentials),
       .known = claimed.known},
      [&](std::span<const std::uint8_t> piece) {
        unpacked_bytes += static_cast<long long>(piece.size());
        digest->update(piece);
        writer->write(piece);
      },
      [&] {
        if (since_heartbeat.seconds() * 3 > static_cast<double>(options_.lease.count())) {
          parts_.pulls.heartbeat(claimed, options_.lease);
          since_heartbeat = Stopwatch();
        }
        return !stop.stop_requested();
      });
  outcome.result.http_status = answer.http_status;
  outcome.result.bytes = answer.bytes;
  outcome.error = answer.error;
  if (outcome.error) return outcome;
  if (answer.http_status == 304) {
    outcome.result.outcome = "unchanged";
    return outcome;
  }
  if (unpacked_bytes == 0) {
    outcome.error = Error(ErrorKind::corrupt_data, "the feed is empty");
    return outcome;
  }
  outcome.version = answer.version;
  outcome.version->content_sha256 = digest->finish_hex();
  if (outcome.version->content_sha256 == claimed.known.content_sha256) {
    outcome.result.outcome = "unchanged";
    return outcome;
  }
  parts_.pulls.heartbeat(claimed, options_.lease);
  writer->finish();
  outcome.result.import_id = import(claimed, key);
  outcome.result.outcome = "imported";
  return outcome;
}

ImportId PullUnit::import(const ClaimedPull& claimed, const std::string& object_key) {
  const auto& setup = claimed.feed.setup;
  ImportRequest request;
  request.source_name = setup.name;
  request.filename = filename_of(claimed.feed);
  request.format = setup.format;
  request.object_key = object_key;
  request.mapping = setup.mapping;
  request.full = setup.full;
  return parts_.imports.create(claimed.org_id, request);
}

void PullUnit::end(const ClaimedPull& claimed, Outcome outcome) {
  auto& result = outcome.result;
  if (outcome.error) {
    if (outcome.error->kind() == ErrorKind::conflict) return;  // another worker has it
    result.reason = outcome.error->message();
    if (outcome.error->kind() == ErrorKind::cancelled)
      return parts_.pulls.postpone(claimed, result, std::chrono::milliseconds(0), false);
    if (const auto delay = options_.retry.next_delay(outcome.error->kind(), claimed.tries))
      return parts_.pulls.postpone(claimed, result, *delay, true);
    result.outcome = "failed";
    if (outcome.error->kind() == ErrorKind::internal) {
      log::error("pull {}: {}", claimed.id.to_string(), result.reason);
      result.reason = "a fault of the server; the log says more";
    }
  }
  parts_.pulls.finish(claimed, result, outcome.error ? std::nullopt : outcome.version, options_.history_max);
  parts_.metrics.increment("likeness_feed_pulls_total", {{"outcome", result.outcome}});
  parts_.metrics.observe_seconds("likeness_feed_pull_seconds", {}, result.seconds);
}

}  // namespace likeness::ingest
