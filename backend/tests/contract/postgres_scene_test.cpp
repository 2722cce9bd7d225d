#include "base/error.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

constexpr char kMain[] = "https://cdn.example/main.jpg";
constexpr char kScene[] = "https://cdn.example/scene.jpg";

/// Which photos have a vector of their whole: all but scenes of products that can be found otherwise.
class PostgresSceneTest : public PostgresTest {
 protected:
  static CatalogRow row_with(std::vector<ImageReference> images, const std::string& product = "p1") {
    auto made = row(product, "Thing " + product);
    made.images = std::move(images);
    return made;
  }
  static ImageReference main_photo() { return {.location = kMain, .role = ImageRole::main, .position = 0}; }
  static ImageReference scene() { return {.location = kScene, .role = ImageRole::lifestyle, .position = 1}; }
  static UnderstoodImage without_whole(int regions) {
    auto image = understood(regions);
    image.has_whole = false;
    image.vectors.erase(image.vectors.begin());
    return image;
  }
  /// The photos' jobs, fetched, with `bytes` and a number for their content.
  std::vector<Job> fetched(const std::string& bytes) {
    int number = 0;
    for (const auto& job : claim_all(Unit::fetch))
      if (job.kind == JobKind::image) jobs_.complete_fetch(job, bytes + std::to_string(number++));
    return images(Unit::understand);
  }
  std::vector<Job> images(Unit unit) {
    auto jobs = claim_all(unit);
    std::erase_if(jobs, [](const Job& job) { return job.kind != JobKind::image; });
    return jobs;
  }
  std::vector<Level> levels_of(const Completion& completion) {
    std::vector<Level> levels;
    for (const auto& vector : completion.added) levels.push_back(vector.level);
    return levels;
  }
  /// Imports the photos of the product and understands each as the store wants it.
  void import_and_understand(std::vector<ImageReference> photos, int regions_of_scenes) {
    upsert(start_import(org_), {row_with(std::move(photos))});
    for (const auto& job : fetched("b")) understand(job, regions_of_scenes);
  }
  void understand(const Job& job, int regions_of_scenes) {
    const auto rule = jobs_.image_details(job).whole;
    const int regions = rule == WholeVector::always ? 0 : regions_of_scenes;
    jobs_.complete_image(job, has_whole_vector(rule, regions) ? understood(regions) : without_whole(regions));
  }
  /// Location and level of every vector, in order.
  std::string vectors() {
    return inspect(
        "SELECT string_agg(substring(i.location FROM 21) || ' ' || e.level, ', ' ORDER BY i.location, e.level)"
        " FROM embeddings AS e JOIN images AS i ON i.org_id = e.org_id AND i.id = e.image_id");
  }
};

TEST_F(PostgresSceneTest, AScenesRegionsAreVectorsAndItsWholeIsNot) {
  upsert(start_import(org_), {row_with({main_photo(), scene()})});
  for (const auto& job : fetched("b")) {
    const bool is_scene = jobs_.image_details(job).whole == WholeVector::never;
    EXPECT_EQ(is_scene, catalog_.image(org_, *job.image_id).reference.role == ImageRole::lifestyle);
    // As if the unit had embedded the whole before the photo became a scene.
    std::vector<Level> expected{Level::image, Level::region};
    if (is_scene) expected.erase(expected.begin());
    EXPECT_EQ(levels_of(jobs_.complete_image(job, understood(1))), expected);
  }
  EXPECT_EQ(vectors(), "main.jpg image, main.jpg region, scene.jpg region");
}

TEST_F(PostgresSceneTest, ASceneOfAProductWithAPackshotMayHaveNoVector) {
  import_and_understand({main_photo(), scene()}, 0);
  EXPECT_EQ(vectors(), "main.jpg image");
  EXPECT_EQ(inspect("SELECT count(*) FROM jobs WHERE kind = 'image' AND state = 'done'"), "2");
  EXPECT_TRUE(embeddings_.product_vector(org_, only_product(), {"tiny", 1}));
}

TEST_F(PostgresSceneTest, AProductWithScenesAloneIsFoundByThem) {
  import_and_understand({scene()}, 0);
  EXPECT_EQ(vectors(), "scene.jpg image") << "nothing was found on it: better the whole than nothing";
  upsert(start_import(org_), {row_with({{.location = kMain, .role = ImageRole::lifestyle}}, "p2")});
  const auto jobs = fetched("c");
  ASSERT_EQ(jobs.size(), 1u);
  EXPECT_EQ(jobs_.image_details(jobs[0]).whole, WholeVector::without_regions);
  jobs_.complete_image(jobs[0], without_whole(2));
  EXPECT_EQ(vectors(), "main.jpg region, main.jpg region, scene.jpg image");
  const auto product = catalog_.image(org_, *jobs[0].image_id).product_id;
  EXPECT_TRUE(embeddings_.product_vector(org_, product, {"tiny", 1})) << "of a region, where there is no whole";
}

TEST_F(PostgresSceneTest, AWholeThatIsMissingIsNotPassedOver) {
  upsert(start_import(org_), {row_with({main_photo()})});
  const auto jobs = fetched("b");
  EXPECT_ERROR(jobs_.complete_image(jobs.at(0), without_whole(1)), ErrorKind::conflict);
  EXPECT_EQ(vectors(), "");
}

TEST_F(PostgresSceneTest, AnotherRoleIsUnderstoodAnew) {
  import_and_understand({main_photo(), scene()}, 0);
  auto shown = scene();
  shown.role = ImageRole::additional;
  upsert(start_import(org_), {row_with({main_photo(), shown})});
  auto jobs = images(Unit::understand);
  ASSERT_EQ(jobs.size(), 1u) << "the other photo is as it was";
  understand(jobs[0], 0);
  EXPECT_EQ(vectors(), "main.jpg image, scene.jpg image");

  upsert(start_import(org_), {row_with({main_photo(), scene()})});
  jobs = images(Unit::understand);
  ASSERT_EQ(jobs.size(), 1u);
  understand(jobs[0], 0);
  EXPECT_EQ(vectors(), "main.jpg image");
  upsert(start_import(org_), {row_with({main_photo(), scene()})});
  EXPECT_THAT(images(Unit::understand), testing::IsEmpty());
}

TEST_F(PostgresSceneTest, ASceneStandsInWhenThePackshotGoes) {
  import_and_understand({main_photo(), scene()}, 0);
  upsert(start_import(org_), {row_with({scene()})});
  const auto jobs = images(Unit::understand);
  ASSERT_EQ(jobs.size(), 1u) << "the packshot that the feed does not name any more does not count";
  understand(jobs[0], 0);
  EXPECT_EQ(vectors(), "main.jpg image, scene.jpg image");
}

TEST_F(PostgresSceneTest, SharingKeepsToTheRule) {
  import_and_understand({main_photo()}, 0);
  upsert(start_import(org_), {row_with({{.location = "https://cdn.example/q.jpg"}, scene()}, "p2")});
  for (const auto& job : images(Unit::fetch)) jobs_.complete_fetch(job, "b0");
  for (const auto& job : images(Unit::understand)) {
    ASSERT_TRUE(jobs_.image_details(job).has_twin);
    EXPECT_TRUE(jobs_.complete_image_by_twin(job, {"tiny", 1}));
  }
  EXPECT_EQ(vectors(), "main.jpg image, q.jpg image");
}

TEST_F(PostgresSceneTest, AScenesCopyThatIsAPackshotIsUnderstoodForItself) {
  upsert(start_import(org_), {row_with({main_photo(), scene()})});
  for (const auto& job : fetched("b")) understand(job, 1);
  const auto bytes = inspect("SELECT content_sha256 FROM images WHERE role = 'lifestyle'");
  upsert(start_import(org_), {row_with({{.location = "https://cdn.example/q.jpg"}}, "p2")});
  jobs_.complete_fetch(images(Unit::fetch).at(0), bytes);
  const auto job = images(Unit::understand).at(0);
  EXPECT_EQ(jobs_.complete_image_by_twin(job, {"tiny", 1}), std::nullopt);
  jobs_.complete_image(job, understood(1));
  EXPECT_EQ(vectors(), "main.jpg image, q.jpg image, q.jpg region, scene.jpg region");
}

}  // namespace
}  // namespace likeness::test
