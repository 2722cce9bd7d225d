#pragma once

#include "adapters/postgres/transaction.hpp"
#include "base/bytes.hpp"
#include "domain/feed.hpp"

namespace likeness {

/// Columns of a feed: sources AS s, its schedule AS c. Ends in a WHERE on the org ($1).
extern const std::string kSelectFeeds;

Feed read_feed(const pqxx::row& row);
/// Error{not_found}.
Feed require_feed(SqlTransaction& transaction, OrgId org, SourceId id);
[[noreturn]] void throw_no_feed(SourceId id);

/// Writes the schedule of a feed anew, or removes it where the setup has none. Who holds it loses it.
void put_feed_schedule(SqlTransaction& transaction, OrgId org, SourceId id, const FeedSetup& setup,
                       std::optional<TimePoint> next_pull_at);

}  // namespace likeness
