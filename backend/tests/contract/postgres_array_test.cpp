#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/transaction.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

class PostgresArrayTest : public PostgresTest {};

TEST_F(PostgresArrayTest, TextsComeBackAsTheyWere) {
  const std::vector<std::string> texts{"plain",      "a;b",         ";",     "x,y",      "{}",
                                       "\"quoted\"", "back\\slash", "",      "NULL",     " ",
                                       "null",       "line\nend",   "größe", "\xC2\x96", "'"};
  const auto read = across_orgs(app_pool_, [&](SqlTransaction& transaction) {
    return read_array(transaction.exec_params1("SELECT $1::text[]", sql_array(texts))[0]);
  });
  EXPECT_EQ(read, texts);
}

TEST_F(PostgresArrayTest, NothingAndNull) {
  across_orgs(app_pool_, [&](SqlTransaction& transaction) {
    EXPECT_THAT(read_array(transaction.exec1("SELECT '{}'::text[]")[0]), testing::IsEmpty());
    EXPECT_THAT(read_array(transaction.exec1("SELECT NULL::text[]")[0]), testing::IsEmpty());
    EXPECT_THAT(read_array(transaction.exec1("SELECT ARRAY['a', NULL, 'b']")[0]), testing::ElementsAre("a", "b"));
  });
}

}  // namespace
}  // namespace likeness::test
