#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "domain/feed.hpp"

namespace likeness {

struct FeedPage {
  std::vector<Feed> feeds;
  std::optional<SourceId> next_after;
};

struct PullPage {
  std::vector<Pull> pulls;
  std::optional<PullId> next_after;
};

/// Feeds, their schedules and the history of their pulls, for requests. A feed is a source; one that an import named
/// first is there as well. Error{not_found} where there is no such feed. Thread-safe; one transaction a call.
class FeedStore {
 public:
  virtual ~FeedStore() = default;

  /// Error{conflict} where the name is taken, or the org has `count_max` feeds already.
  virtual void create(OrgId org, SourceId id, const FeedSetup& setup, const Bytes& sealed_credentials,
                      std::optional<TimePoint> next_pull_at, int count_max) = 0;
  virtual Feed feed(OrgId org, SourceId id) = 0;
  /// Oldest first.
  virtual FeedPage feeds(OrgId org, std::optional<SourceId> after, int limit) = 0;
  /// Replaces the setup; the credentials stay where `sealed_credentials` is nullopt. Forgets which version of the feed
  /// is known where what is fetched, or how it is read, changes. Error{conflict} where the name is taken, or is to
  /// change while a pull is under way.
  virtual void update(OrgId org, SourceId id, const FeedSetup& setup, const std::optional<Bytes>& sealed_credentials,
                      std::optional<TimePoint> next_pull_at) = 0;
  /// Error{conflict} while a pull is under way.
  virtual void remove(OrgId org, SourceId id) = 0;

  virtual long count_products(OrgId org, SourceId id) = 0;
  /// Removes up to `limit` products with all that belongs to them; returns those removed.
  virtual std::vector<ProductId> remove_products(OrgId org, SourceId id, int limit) = 0;

  /// Queues a pull. By hand: Error{conflict} where one is under way. By schedule (`scheduled_for`): once for one time,
  /// however often it is asked for; where one is under way, the history says that it was skipped.
  virtual PullId request_pull(OrgId org, SourceId id, std::optional<TimePoint> scheduled_for) = 0;
  virtual Pull pull(OrgId org, PullId id) = 0;
  /// Newest first.
  virtual PullPage pulls(OrgId org, SourceId id, std::optional<PullId> before, int limit) = 0;
};

}  // namespace likeness
