#include <gmock/gmock.h>

#include "adapters/embedded/embedded_vector_index.hpp"
#include "adapters/files/file_object_store.hpp"
#include "adapters/memory/memory_cache.hpp"
#include "adapters/nats/nats_event_bus.hpp"
#include "adapters/process/private_nats.hpp"
#include "adapters/process/private_redis.hpp"
#include "adapters/redis/redis_cache.hpp"
#include "infrastructure/private_services.hpp"

namespace likeness::tests {
namespace {

using std::chrono::seconds;

const OrgId kOrg = OrgId::generate();
const OrgId kOther = OrgId::generate();

/// `put` stores one more thing of an org each time.
void expect_an_orgs_data(OrgData& data, const std::function<void(OrgId, int)>& put, int count) {
  for (int i = 0; i < count; ++i) {
    put(kOrg, i);
    put(kOther, i);
  }
  EXPECT_EQ(data.count_of(kOrg), count);
  data.erase_all_of(kOrg);
  EXPECT_EQ(data.count_of(kOrg), 0);
  EXPECT_EQ(data.count_of(kOther), count);
  data.erase_all_of(kOrg);
  EXPECT_EQ(data.count_of(OrgId::generate()), 0);
}

TEST(OrgData, OfTheObjectStoreGoesAndNoWriterBringsItBack) {
  const ScratchDirectory scratch;
  FileObjectStore objects(scratch / "objects");
  const auto late = objects.writer(kOrg, "late");
  expect_an_orgs_data(objects, [&](OrgId org, int i) { objects.put(org, "a/" + std::to_string(i), Bytes(3, 7)); }, 20);
  EXPECT_EQ(kind_thrown([&] { late->finish(); }), ErrorKind::gone);
  EXPECT_EQ(kind_thrown([&] { objects.put(kOrg, "later", Bytes(3, 7)); }), ErrorKind::gone);
  EXPECT_EQ(objects.count_of(kOrg), 0);
  EXPECT_NO_THROW(objects.put(kOther, "later", Bytes(3, 7)));
}

TEST(OrgData, OfTheProcessCacheGoes) {
  MemoryCache cache(1 << 20);
  expect_an_orgs_data(cache, [&](OrgId org, int i) { cache.put(org, std::to_string(i), "x", seconds(60)); }, 20);
}

TEST(OrgData, OfRedisGoesWhateverItsKeysAreCalled) {
  const ScratchDirectory directory;
  PrivateRedis redis(options_in(directory));
  redis.start();
  RedisCache cache({.url = redis.url()});
  expect_an_orgs_data(cache, [&](OrgId org, int i) { cache.put(org, std::to_string(i), "x", seconds(60)); }, 1500);
  redis.stop();
  EXPECT_EQ(kind_thrown([&] { cache.count_of(kOrg); }), ErrorKind::unavailable);
  EXPECT_EQ(kind_thrown([&] { cache.erase_all_of(kOrg); }), ErrorKind::unavailable);
}

TEST(OrgData, OfNatsGoes) {
  const ScratchDirectory directory;
  PrivateNats nats(options_in(directory));
  nats.start();
  NatsEventBus bus({.url = nats.url(), .token = nats.token()});
  ASSERT_TRUE(bus.healthy());
  const auto publish = [&](OrgId org, int i) {
    const std::string unit = i % 2 == 0 ? "fetch" : "understand";
    bus.publish("ingest." + unit + "." + org.uuid.to_string(), org.to_string() + std::to_string(i), "{}", "");
  };
  expect_an_orgs_data(bus, publish, 6);
  nats.stop();
  EXPECT_EQ(kind_thrown([&] { bus.erase_all_of(kOrg); }), ErrorKind::unavailable);
}

TEST(OrgData, OfTheIndexGoes) {
  EmbeddedVectorIndex index;
  const auto add = [&](OrgId org, int i) {
    const StoredVector vector{.id = VectorId{i + 1},
                              .level = Level::image,
                              .product_id = ProductId::generate(),
                              .image_id = ImageId::generate(),
                              .region_id = {},
                              .vector = HalfVector(8, 0x3c00)};
    index.add(org, {"tiny", i % 2 + 1}, std::span(&vector, 1));
  };
  expect_an_orgs_data(index, add, 10);
}

}  // namespace
}  // namespace likeness::tests
