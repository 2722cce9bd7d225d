#include <gmock/gmock.h>
#include <signal.h>

#include <fstream>

#include "adapters/process/command.hpp"
#include "adapters/process/private_postgres.hpp"
#include "adapters/process/program_path.hpp"
#include "base/text.hpp"
#include "infrastructure/private_services.hpp"

namespace likeness::tests {
namespace {

using ::testing::HasSubstr;

/// What psql says to a statement on a connection URL.
std::string query(const std::string& url, const std::string& statement) {
  const CommandResult result =
      run_command({.arguments = {require_program("psql", "postgresql-client"), "-X", "-A", "-t", "-d", url}}, statement,
                  std::chrono::seconds(10));
  return std::string(trim(result.output));
}

TEST(PrivatePostgres, MakesADatabaseWithThreeRolesAndKeepsItThroughKillAndRestart) {
  const ScratchDirectory directory;
  auto durable = options_in(directory);
  durable.durable = true;  // what is not flushed may be gone with a killed server
  PrivatePostgres postgres(durable);
  postgres.start();
  const PostgresUrls urls = postgres.urls();
  EXPECT_EQ(query(urls.owner, "select current_user"), "likeness_owner");
  EXPECT_EQ(query(urls.owner, "create table t (n int); grant select, insert on t to likeness_app"),
            "CREATE TABLE\nGRANT");
  EXPECT_EQ(query(urls.owner, "select count(*) from pg_extension where extname = 'pg_trgm'"), "1");
  EXPECT_EQ(query(urls.app, "insert into t values (1)"), "INSERT 0 1");
  EXPECT_THAT(query(urls.worker, "create temporary table s (n int)"), HasSubstr("permission denied"));
  EXPECT_THAT(query(urls.app, "create table mine (n int)"), HasSubstr("permission denied"));
  EXPECT_THAT(query(urls.worker, "select * from t"), HasSubstr("permission denied"));
  EXPECT_EQ(query(urls.app,
                  "select count(*) from pg_roles where rolname like 'likeness%' and rolname <> "
                  "'likeness_superuser' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)"),
            "0");
  EXPECT_EQ(query(urls.app, "show listen_addresses"), "");
  EXPECT_EQ(query(urls.app, "select pg_catalog.pg_get_userbyid(datdba) from pg_database where datname = 'likeness'"),
            "likeness_owner");
  std::string stranger = urls.app;
  stranger.replace(stranger.find("likeness_app:") + 13, 4, "xxxx");
  EXPECT_THAT(query(stranger, "select 1"), HasSubstr("password authentication failed"));

  kill_hard(postgres);
  postgres.keep_alive();
  EXPECT_TRUE(eventually([&] { return query(urls.app, "select n from t") == "1"; }));
  postgres.stop();
  EXPECT_FALSE(postgres.running());

  // The next process finds the same cluster, also while the last one's server is still there.
  PrivatePostgres next(options_in(directory));
  next.start();
  EXPECT_EQ(next.urls().app, urls.app);
  EXPECT_EQ(query(urls.app, "select n from t"), "1");
  PrivatePostgres impatient(options_in(directory));
  impatient.start();
  EXPECT_TRUE(impatient.running());
  EXPECT_FALSE(next.running());
  EXPECT_EQ(query(urls.app, "select n from t"), "1");
  impatient.stop();

  std::ifstream log(directory / "logs/postgres.log");
  const std::string text(std::istreambuf_iterator<char>(log), {});
  EXPECT_THAT(text, HasSubstr("ready to accept connections"));
  EXPECT_EQ(text.find("PASSWORD '"), std::string::npos);

  std::filesystem::remove(directory / "secrets");
  PrivatePostgres locked_out(options_in(directory));
  EXPECT_EQ(kind_thrown([&] { locked_out.start(); }), ErrorKind::unavailable);
}

}  // namespace
}  // namespace likeness::tests
