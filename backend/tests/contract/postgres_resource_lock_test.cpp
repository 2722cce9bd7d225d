#include <atomic>
#include <future>
#include <thread>

#include "adapters/postgres/resource_locks.hpp"
#include "adapters/postgres/unit_of_work.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

using std::chrono::milliseconds;

class PostgresResourceLockTest : public PostgresTest {
 protected:
  PostgresUnitOfWork unit_of_work_{app_pool_};
  PostgresResourceLocks locks_{app_pool_};
};

TEST_F(PostgresResourceLockTest, WhoCameSecondSeesWhatTheFirstDid) {
  upsert(start_import(org_), {row("p", "Thing")});
  const auto product = only_product();
  std::promise<void> locked;
  std::atomic<bool> committed = false;
  std::jthread first([&] {
    unit_of_work_.run([&] {
      locks_.lock(org_, product.to_string());
      locked.set_value();
      std::this_thread::sleep_for(milliseconds(200));
      catalog_.delete_product(org_, product);
      committed = true;
    });
  });
  locked.get_future().wait();
  unit_of_work_.run([&] {
    locks_.lock(org_, product.to_string());
    EXPECT_TRUE(committed);
    EXPECT_ERROR(catalog_.product(org_, product), ErrorKind::not_found);
  });
}

TEST_F(PostgresResourceLockTest, EveryKindOfIdCanBeLocked) {
  const auto started = start_import(org_);
  upsert(started, {row_with_image("p", "https://cdn.example/p.jpg")});
  unit_of_work_.run([&] {
    for (const auto& id : {org_.to_string(), started.id.to_string(), started.source.to_string(),
                           only_product().to_string(), UserId::generate().to_string(), ImageId::generate().to_string(),
                           QueryImageId::generate().to_string(), std::string("key_x"), std::string("prd_x")})
      EXPECT_NO_THROW(locks_.lock(org_, id)) << id;
  });
}

TEST_F(PostgresResourceLockTest, AnImportMayGoOnBesideALockedOrg) {
  const auto import = start_import(org_);
  unit_of_work_.run([&] {
    locks_.lock(org_, org_.to_string());
    EXPECT_EQ(upsert(import, {row("p", "Thing")}).products_created, 1);
  });
}

}  // namespace
}  // namespace likeness::test
