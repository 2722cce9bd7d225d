#include "adapters/postgres/migrations.hpp"

#include "adapters/postgres/database_error.hpp"
#include "adapters/postgres/transaction.hpp"
#include "base/error.hpp"
#include "base/log.hpp"

namespace likeness {
namespace {

constexpr long kAdvisoryLock = 0x6c696b656e657373;  // "likeness"

/// Checks that what was applied is what this program carries; returns how many were.
std::size_t check_applied(const pqxx::result& applied) {
  for (std::size_t i = 0; i < applied.size(); ++i) {
    const auto row = applied[static_cast<int>(i)];
    if (i >= migrations().size())
      throw Error(ErrorKind::conflict,
                  "the database is newer than this program: it has migration " + std::string(row["name"].c_str()));
    const auto& expected = migrations()[i];
    if (row["version"].as<int>() != expected.version || expected.name != row["name"].c_str())
      throw Error(ErrorKind::conflict, "the database has migration " + std::string(row["name"].c_str()) + " where " +
                                           std::string(expected.name) + " is expected");
    if (expected.sha256 != row["sha256"].c_str())
      throw Error(ErrorKind::conflict, "migration " + std::string(expected.name) + " was changed after it was applied");
  }
  return applied.size();
}

/// The first line of what the server said, without its "ERROR:" mark. Operators run migrations, so they may see it.
std::string server_words(const std::exception& exception) {
  std::string text = exception.what();
  text = text.substr(0, text.find('\n'));
  if (text.starts_with("ERROR:")) text = text.substr(text.find_first_not_of(' ', 6));
  return text;
}

void apply(pqxx::connection& connection, const Migration& migration) {
  try {
    pqxx::work work(connection);
    work.exec(std::string(migration.sql));
    work.exec_params("INSERT INTO schema_migrations (version, name, sha256) VALUES ($1, $2, $3)", migration.version,
                     std::string(migration.name), std::string(migration.sha256));
    work.commit();
  } catch (const pqxx::sql_error& error) {
    throw Error(ErrorKind::unavailable, "migration " + std::string(migration.name) + " failed: " + server_words(error));
  }
}

}  // namespace

std::vector<std::string> migrate(const std::string& owner_url) {
  try {
    pqxx::connection connection(owner_url);
    {
      pqxx::nontransaction setup(connection);
      setup.exec("SET client_min_messages = warning");
      setup.exec("SELECT pg_advisory_lock(" + std::to_string(kAdvisoryLock) + ")");
      setup.exec(
          "CREATE TABLE IF NOT EXISTS schema_migrations (version int PRIMARY KEY, name text NOT NULL,"
          " sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())");
    }
    std::size_t applied_count = 0;
    {
      pqxx::work work(connection);
      applied_count = check_applied(work.exec("SELECT version, name, sha256 FROM schema_migrations ORDER BY version"));
    }
    std::vector<std::string> names;
    for (const auto& migration : migrations().subspan(applied_count)) {
      apply(connection, migration);
      names.emplace_back(migration.name);
      log::info("database: applied migration {}", migration.name);
    }
    return names;
  } catch (const std::exception& exception) {
    throw translate_database_error(exception);
  }
}

void require_current_schema(PostgresConnectionPool& pool) {
  const Error not_ready(ErrorKind::unavailable, "the database schema is not this program's: run `likeness migrate`");
  across_orgs(pool, [&](SqlTransaction& transaction) {
    if (transaction.exec1("SELECT to_regclass('public.schema_migrations') IS NULL")[0].as<bool>()) throw not_ready;
    const auto applied = transaction.exec("SELECT version, name, sha256 FROM schema_migrations ORDER BY version");
    if (check_applied(applied) != migrations().size()) throw not_ready;
  });
}

}  // namespace likeness
