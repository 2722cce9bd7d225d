#include "adapters/postgres/api_key_store.hpp"

#include <fmt/format.h>

#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

constexpr char kColumns[] =
    "id, name, scopes, allowed_origins, epoch_ms(expires_at), created_by, epoch_ms(created_at), epoch_ms(last_used_at)";

ApiKey read_key(const pqxx::row& row) {
  return {.id = read_id<ApiKeyId>(row[0]),
          .setup = {.name = row[1].c_str(),
                    .scopes = read_array(row[2]),
                    .allowed_origins = read_array(row[3]),
                    .expires_at = read_optional_time(row[4])},
          .created_by = row[5].c_str(),
          .created_at = read_time(row[6]),
          .last_used_at = read_optional_time(row[7])};
}

Error no_key(ApiKeyId id) { return {ErrorKind::not_found, "there is no API key " + id.to_string(), "api_key_id"}; }

void require_free_name(SqlTransaction& transaction, OrgId org, const std::string& name,
                       const std::optional<ApiKeyId>& own) {
  const auto taken = transaction.exec_params1(
      "SELECT EXISTS (SELECT FROM api_keys WHERE org_id = $1 AND name = $2 AND id IS DISTINCT FROM $3::uuid)", sql(org),
      name, sql(own));
  if (taken[0].as<bool>()) throw Error(ErrorKind::conflict, "there is an API key \"" + name + "\" already", "name");
}

void write_origins(SqlTransaction& transaction, OrgId org, ApiKeyId id, const ApiKeySetup& setup) {
  transaction.exec_params("DELETE FROM api_key_origins WHERE org = $1 AND api_key = $2", sql(org), sql(id));
  transaction.exec_params("INSERT INTO api_key_origins (origin, org, api_key) SELECT unnest($1::text[]), $2, $3",
                          sql_array(setup.allowed_origins), sql(org), sql(id));
}

}  // namespace

ApiKey PostgresApiKeyStore::create(OrgId org, const ApiKeySetup& setup, const std::string& created_by,
                                   const std::string& key_sha256, int count_max) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    require_free_name(transaction, org, setup.name, std::nullopt);
    const auto count = transaction.exec_params1("SELECT count(*) FROM api_keys WHERE org_id = $1", sql(org));
    if (count[0].as<int>() >= count_max)
      throw Error(ErrorKind::forbidden,
                  fmt::format("the org has {} API keys, and more there cannot be: revoke some", count_max));
    const auto key = read_key(transaction.exec_params1(
        fmt::format("INSERT INTO api_keys (org_id, id, name, scopes, allowed_origins, expires_at, created_by)"
                    " VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING {}",
                    kColumns),
        sql(org), sql(ApiKeyId::generate()), setup.name, sql_array(setup.scopes), sql_array(setup.allowed_origins),
        sql(setup.expires_at), created_by));
    transaction.exec_params("INSERT INTO api_key_secrets (key_sha256, org, api_key) VALUES ($1, $2, $3)", key_sha256,
                            sql(org), sql(key.id));
    write_origins(transaction, org, key.id, setup);
    return key;
  });
}

ApiKeyPage PostgresApiKeyStore::keys(OrgId org, const std::optional<ApiKeyId>& after, int limit) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto rows = transaction.exec_params(
        fmt::format("SELECT {} FROM api_keys WHERE org_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3",
                    kColumns),
        sql(org), sql(after), limit + 1);
    ApiKeyPage page;
    for (const auto& row : rows) page.keys.push_back(read_key(row));
    if (page.keys.size() > static_cast<std::size_t>(limit)) {
      page.keys.pop_back();
      page.next_after = page.keys.back().id;
    }
    return page;
  });
}

ApiKey PostgresApiKeyStore::key(OrgId org, ApiKeyId id) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto rows = transaction.exec_params(
        fmt::format("SELECT {} FROM api_keys WHERE org_id = $1 AND id = $2", kColumns), sql(org), sql(id));
    if (rows.empty()) throw no_key(id);
    return read_key(rows[0]);
  });
}

ApiKey PostgresApiKeyStore::update(OrgId org, ApiKeyId id, const ApiKeySetup& setup) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    require_free_name(transaction, org, setup.name, id);
    const auto rows = transaction.exec_params(
        fmt::format("UPDATE api_keys SET name = $3, scopes = $4, allowed_origins = $5, expires_at = $6"
                    " WHERE org_id = $1 AND id = $2 RETURNING {}",
                    kColumns),
        sql(org), sql(id), setup.name, sql_array(setup.scopes), sql_array(setup.allowed_origins),
        sql(setup.expires_at));
    if (rows.empty()) throw no_key(id);
    write_origins(transaction, org, id, setup);
    return read_key(rows[0]);
  });
}

void PostgresApiKeyStore::revoke(OrgId org, ApiKeyId id) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    const auto gone = transaction.exec_params("DELETE FROM api_keys WHERE org_id = $1 AND id = $2", sql(org), sql(id));
    if (gone.affected_rows() == 0) throw no_key(id);
  });
}

std::optional<CurrentApiKey> PostgresApiKeyStore::find(const std::string& key_sha256) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) -> std::optional<CurrentApiKey> {
    const auto places =
        transaction.exec_params("SELECT org, api_key FROM api_key_secrets WHERE key_sha256 = $1", key_sha256);
    if (places.empty()) return std::nullopt;
    const auto org = read_id<OrgId>(places[0][0]);
    set_scope(transaction, {.org = org, .user = {}});
    const auto rows = transaction.exec_params(fmt::format("SELECT {} FROM api_keys WHERE org_id = $1 AND id = $2"
                                                          " AND (expires_at IS NULL OR expires_at > now())",
                                                          kColumns),
                                              sql(org), places[0][1].c_str());
    if (rows.empty()) return std::nullopt;
    return CurrentApiKey{org, read_key(rows[0])};
  });
}

std::string PostgresApiKeyStore::secret_sha256(OrgId org, ApiKeyId id) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) -> std::string {
    const auto rows = transaction.exec_params("SELECT key_sha256 FROM api_key_secrets WHERE org = $1 AND api_key = $2",
                                              sql(org), sql(id));
    if (rows.empty()) throw no_key(id);
    return rows[0][0].c_str();
  });
}

bool PostgresApiKeyStore::is_origin_of_any(const std::string& origin) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    return !transaction.exec_params("SELECT FROM api_key_origins WHERE origin IN ($1, '*') LIMIT 1", origin).empty();
  });
}

void PostgresApiKeyStore::record_use(OrgId org, ApiKeyId id) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    transaction.exec_params(
        "UPDATE api_keys SET last_used_at = now() WHERE org_id = $1 AND id = $2"
        " AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')",
        sql(org), sql(id));
  });
}

}  // namespace likeness
