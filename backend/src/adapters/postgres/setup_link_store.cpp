#include "adapters/postgres/setup_link_store.hpp"

#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"

namespace likeness {

void PostgresSetupLinkStore::offer(const std::string& token_sha256) {
  across_orgs(pool_, [&](SqlTransaction& transaction) {
    transaction.exec("DELETE FROM setup_links");
    transaction.exec_params("INSERT INTO setup_links (token_sha256) VALUES ($1)", token_sha256);
  });
}

bool PostgresSetupLinkStore::is_offered(const std::string& token_sha256) {
  return across_orgs(pool_, [&](SqlTransaction& transaction) {
    return !transaction.exec_params("SELECT FROM setup_links WHERE token_sha256 = $1", token_sha256).empty();
  });
}

void PostgresSetupLinkStore::take(const std::string& token_sha256) {
  across_orgs(pool_, [&](SqlTransaction& transaction) {
    const auto taken = transaction.exec_params("DELETE FROM setup_links WHERE token_sha256 = $1", token_sha256);
    if (taken.affected_rows() == 0)
      throw Error(ErrorKind::gone, "this link is used: the server prints another at its next start, while it is empty",
                  "token");
  });
}

}  // namespace likeness
