#include "adapters/postgres/feed_store.hpp"

#include "adapters/postgres/feed_rows.hpp"
#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

struct MappingArrays {
  SqlArray columns, attributes;
  explicit MappingArrays(const FeedSetup& setup) {
    for (const auto& [column, attribute] : setup.mapping) {
      columns.add(std::string_view(column));
      attributes.add(std::string_view(attribute));
    }
  }
};

std::optional<std::string> bytea(const Bytes& bytes) {
  if (bytes.empty()) return std::nullopt;
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text = "\\x";
  for (const auto byte : bytes) text += {kDigits[byte >> 4], kDigits[byte & 15]};
  return text;
}

void require_name_free(SqlTransaction& transaction, OrgId org, SourceId id, const std::string& name) {
  if (!transaction
           .exec_params("SELECT FROM sources WHERE org_id = $1 AND name = $2 AND id <> $3", sql(org), name, sql(id))
           .empty())
    throw Error(ErrorKind::conflict, "there is a feed \"" + name + "\" already", "name");
}

void require_no_pull(SqlTransaction& transaction, OrgId org, SourceId id) {
  if (!transaction
           .exec_params("SELECT FROM feed_pulls WHERE org_id = $1 AND source_id = $2 AND state = 'running'", sql(org),
                        sql(id))
           .empty())
    throw Error(ErrorKind::conflict, "the feed is being pulled: try again when that is over", "feed_id");
}

bool reads_the_same(const FeedSetup& left, const FeedSetup& right) {
  return left.url == right.url && left.format == right.format && left.mapping == right.mapping &&
         left.full == right.full;
}

}  // namespace

void PostgresFeedStore::create(OrgId org, SourceId id, const FeedSetup& setup, const Bytes& sealed_credentials,
                               std::optional<TimePoint> next_pull_at, int count_max) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    require_name_free(transaction, org, id, setup.name);
    if (transaction.exec_params1("SELECT count(*) FROM sources WHERE org_id = $1", sql(org))[0].as<int>() >= count_max)
      throw Error(ErrorKind::conflict, "the org has " + std::to_string(count_max) + " feeds, which is the most");
    const MappingArrays mapping(setup);
    transaction.exec_params(
        "INSERT INTO sources (org_id, id, name, url, format, mapping, full_feed, credentials_kind, credentials_sealed,"
        " paused) VALUES ($1, $2, $3, $4, $5, jsonb_object($6::text[], $7::text[]), $8, $9, $10::bytea, $11)",
        sql(org), sql(id), setup.name, setup.url, setup.format, mapping.columns.text(), mapping.attributes.text(),
        setup.full, setup.credentials_kind, bytea(sealed_credentials), setup.paused);
    put_feed_schedule(transaction, org, id, setup, next_pull_at);
  });
}

Feed PostgresFeedStore::feed(OrgId org, SourceId id) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) { return require_feed(transaction, org, id); });
}

FeedPage PostgresFeedStore::feeds(OrgId org, std::optional<SourceId> after, int limit) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    FeedPage page;
    const auto rows =
        transaction.exec_params(kSelectFeeds + " AND ($2::uuid IS NULL OR s.id > $2::uuid) ORDER BY s.id LIMIT $3",
                                sql(org), sql(after), limit + 1);
    for (const auto& row : rows) page.feeds.push_back(read_feed(row));
    if (page.feeds.size() > static_cast<std::size_t>(limit)) {
      page.feeds.pop_back();
      page.next_after = page.feeds.back().id;
    }
    return page;
  });
}

void PostgresFeedStore::update(OrgId org, SourceId id, const FeedSetup& setup,
                               const std::optional<Bytes>& sealed_credentials, std::optional<TimePoint> next_pull_at) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    transaction.exec_params("SELECT FROM sources WHERE org_id = $1 AND id = $2 FOR NO KEY UPDATE", sql(org), sql(id));
    const auto before = require_feed(transaction, org, id).setup;
    if (before.name != setup.name) {
      require_no_pull(transaction, org, id);
      require_name_free(transaction, org, id, setup.name);
    }
    const MappingArrays mapping(setup);
    transaction.exec_params(
        "UPDATE sources SET name = $3, url = $4, format = $5, mapping = jsonb_object($6::text[], $7::text[]),"
        " full_feed = $8, paused = $9 WHERE org_id = $1 AND id = $2",
        sql(org), sql(id), setup.name, setup.url, setup.format, mapping.columns.text(), mapping.attributes.text(),
        setup.full, setup.paused);
    if (sealed_credentials)
      transaction.exec_params(
          "UPDATE sources SET credentials_kind = $3, credentials_sealed = $4::bytea WHERE org_id = $1 AND id = $2",
          sql(org), sql(id), setup.credentials_kind, bytea(*sealed_credentials));
    if (!reads_the_same(before, setup))
      transaction.exec_params(
          "UPDATE sources SET etag = '', last_modified = '', content_sha256 = '' WHERE org_id = $1 AND id = $2",
          sql(org), sql(id));
    put_feed_schedule(transaction, org, id, setup, next_pull_at);
  });
}

void PostgresFeedStore::remove(OrgId org, SourceId id) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto locked =
        transaction.exec_params("SELECT FROM sources WHERE org_id = $1 AND id = $2 FOR UPDATE", sql(org), sql(id));
    if (locked.empty()) throw_no_feed(id);
    require_no_pull(transaction, org, id);
    if (!transaction
             .exec_params("SELECT FROM imports WHERE org_id = $1 AND source_id = $2 AND state = 'reading'", sql(org),
                          sql(id))
             .empty())
      throw Error(ErrorKind::conflict, "an import of the feed is being read: try again when that is over", "feed_id");
    if (!transaction.exec_params("SELECT FROM products WHERE org_id = $1 AND source_id = $2 LIMIT 1", sql(org), sql(id))
             .empty())
      throw Error(ErrorKind::conflict, "the feed has products", "feed_id");
    transaction.exec_params("DELETE FROM schedules WHERE org_id = $1 AND kind = 'pull_feed' AND subject_id = $2",
                            sql(org), sql(id));
    transaction.exec_params("DELETE FROM sources WHERE org_id = $1 AND id = $2", sql(org), sql(id));
  });
}

long PostgresFeedStore::count_products(OrgId org, SourceId id) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    return transaction
        .exec_params1("SELECT count(*) FROM products WHERE org_id = $1 AND source_id = $2", sql(org), sql(id))[0]
        .as<long>();
  });
}

std::vector<ProductId> PostgresFeedStore::remove_products(OrgId org, SourceId id, int limit) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    std::vector<ProductId> ids;
    const auto rows = transaction.exec_params(
        "SELECT id FROM products WHERE org_id = $1 AND source_id = $2 ORDER BY id LIMIT $3 FOR UPDATE", sql(org),
        sql(id), limit);
    for (const auto& row : rows) ids.push_back(read_id<ProductId>(row[0]));
    const auto array = sql_array(std::span<const ProductId>(ids));
    transaction.exec_params("DELETE FROM embeddings WHERE org_id = $1 AND product_id = ANY($2::uuid[])", sql(org),
                            array);
    transaction.exec_params("DELETE FROM products WHERE org_id = $1 AND id = ANY($2::uuid[])", sql(org), array);
    return ids;
  });
}

}  // namespace likeness
