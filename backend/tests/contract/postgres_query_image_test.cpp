#include "base/error.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

class PostgresQueryImageTest : public PostgresTest {
 protected:
  QueryImage create(const std::string& key, std::chrono::seconds time_to_live) {
    QueryImage image{.id = QueryImageId::generate(),
                     .principal = "ann",
                     .object_key = key,
                     .width_px = 300,
                     .height_px = 200,
                     .expires_at = now() + time_to_live,
                     .detected = false,
                     .regions = {}};
    query_images_.create(org_, image);
    return image;
  }
};

TEST_F(PostgresQueryImageTest, IsReadOnlyByItsPrincipal) {
  const auto image = create("q/1", std::chrono::hours(1));
  const auto read = query_images_.get(org_, image.id, "ann");
  EXPECT_EQ(read.object_key, "q/1");
  EXPECT_EQ(read.width_px, 300);
  EXPECT_EQ(read.expires_at, image.expires_at);
  EXPECT_FALSE(read.detected);
  EXPECT_ERROR(query_images_.get(org_, image.id, "bob"), ErrorKind::not_found);
  EXPECT_ERROR(query_images_.remove(org_, image.id, "bob"), ErrorKind::not_found);
  EXPECT_EQ(query_images_.remove(org_, image.id, "ann"), "q/1");
  EXPECT_ERROR(query_images_.get(org_, image.id, "ann"), ErrorKind::not_found);
}

TEST_F(PostgresQueryImageTest, RegionsAreReplacedAndMarkIt) {
  const auto image = create("q/1", std::chrono::hours(1));
  const Region shoe{RegionId::generate(), {0.1, 0.2, 0.3, 0.4}, "shoe", 0.9};
  query_images_.set_regions(org_, image.id, {{RegionId::generate(), {0, 0, 1, 1}, "bag", 0.5}});
  query_images_.set_regions(org_, image.id, {shoe});
  const auto read = query_images_.get(org_, image.id, "ann");
  EXPECT_TRUE(read.detected);
  ASSERT_EQ(read.regions.size(), 1u);
  EXPECT_EQ(read.regions[0].id, shoe.id);
  EXPECT_EQ(read.regions[0].box, shoe.box);
  EXPECT_ERROR(query_images_.set_regions(org_, QueryImageId::generate(), {}), ErrorKind::not_found);
}

TEST_F(PostgresQueryImageTest, ExpiredOnesAreGoneAndSweptAcrossOrgs) {
  const auto second = identity_.create_org("second", "Second", "EUR").id;
  const auto old = create("q/old", std::chrono::seconds(-1));
  create("q/new", std::chrono::hours(1));
  query_images_.create(second, {.id = QueryImageId::generate(),
                                .principal = "x",
                                .object_key = "q/other",
                                .expires_at = now() - std::chrono::hours(1)});
  EXPECT_ERROR(query_images_.get(org_, old.id, "ann"), ErrorKind::not_found);
  EXPECT_EQ(query_images_.remove_expired(1).at(0).object_key, "q/other");
  const auto expired = query_images_.remove_expired(10);
  ASSERT_EQ(expired.size(), 1u);
  EXPECT_EQ(expired[0].org_id, org_);
  EXPECT_EQ(expired[0].object_key, "q/old");
  EXPECT_THAT(query_images_.remove_expired(10), testing::IsEmpty());
  EXPECT_EQ(inspect("SELECT count(*) FROM query_images"), "1");
}

}  // namespace
}  // namespace likeness::test
