#pragma once

#include "ports/feed_fetcher.hpp"
#include "ports/feed_store.hpp"
#include "ports/security.hpp"
#include "ports/time_zones.hpp"

namespace likeness::ingest {

/// Sets feeds up: checks what is asked for, seals credentials, and works out when a feed is due. Everything that is
/// wrong with a setup is Error{invalid_argument} that names the field. Thread-safe.
class FeedRegistry {
 public:
  struct Parts {
    FeedStore& feeds;
    FeedFetcher& fetcher;
    SecretBox& secrets;
    TimeZones& zones;
  };
  FeedRegistry(Parts parts, int feeds_max) : parts_(parts), feeds_max_(feeds_max) {}

  Feed create(OrgId org, FeedSetup setup, const FeedCredentials& credentials);
  /// Replaces the setup. Credentials that are not given stay, but only while the feed's host stays: else whoever may
  /// change a feed could have them sent anywhere.
  Feed update(OrgId org, SourceId id, FeedSetup setup, const std::optional<FeedCredentials>& credentials);
  /// What came due in the meantime is not made up for.
  Feed set_paused(OrgId org, SourceId id, bool paused);

 private:
  void check(const FeedSetup& setup) const;
  std::optional<TimePoint> next_pull(const FeedSetup& setup) const;

  Parts parts_;
  const int feeds_max_;
};

}  // namespace likeness::ingest
