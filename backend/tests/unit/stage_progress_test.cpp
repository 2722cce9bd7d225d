#include "domain/stage_progress.hpp"

#include <gtest/gtest.h>

namespace likeness {
namespace {

ImportCounts busy_import() {
  ImportCounts counts;
  counts.rows_read = 120;
  counts.rows_broken = 2;
  counts.rows_applied = true;
  counts.images_total = 118;
  counts.images_fetched = 107;
  counts.images_done = 90;
  counts.texts_total = 110;
  counts.texts_done = 100;
  counts.texts_dead = 1;
  counts.dead = {{Stage::download, 1}, {Stage::preprocess, 2}, {Stage::embed, 3}};
  counts.working_seconds = 10;
  counts.window_seconds = 10;
  counts.done_in_window = 50;
  return counts;
}

TEST(StageProgressTest, EveryStageHandsOnWhatItDid) {
  const auto stages = stage_progress(busy_import());
  ASSERT_EQ(stages.size(), 7u);
  for (int i = 0; i < 7; ++i) EXPECT_EQ(stages[static_cast<std::size_t>(i)].stage, static_cast<Stage>(i));
  const auto expect = [&](Stage stage, long in, long done, long failed) {
    const auto& progress = stages[static_cast<std::size_t>(stage)];
    EXPECT_EQ(progress.in, in) << to_string(stage);
    EXPECT_EQ(progress.done, done) << to_string(stage);
    EXPECT_EQ(progress.failed, failed) << to_string(stage);
  };
  expect(Stage::feed, 120, 120, 0);
  expect(Stage::normalize, 120, 118, 2);
  expect(Stage::download, 118, 107, 1);
  expect(Stage::preprocess, 107, 93, 2);
  expect(Stage::detect, 93, 93, 0);
  expect(Stage::embed, 93 + 110, 90 + 100, 3 + 1);
  expect(Stage::index, 190, 190, 0);
}

TEST(StageProgressTest, TheTimeLeftFollowsFromTheRate) {
  auto counts = busy_import();
  const auto stages = stage_progress(counts);
  EXPECT_DOUBLE_EQ(stages[2].rate_per_s, 10.7);
  EXPECT_NEAR(stages[2].eta_s.value(), 10 / 10.7, 1e-9);
  EXPECT_DOUBLE_EQ(stages[3].rate_per_s, 5);
  EXPECT_NEAR(stages[3].eta_s.value(), 12 / 5.0, 1e-9);
  EXPECT_EQ(stages[6].eta_s, 0);
  counts.done_in_window = 0;
  EXPECT_FALSE(stage_progress(counts)[3].eta_s) << "nothing moves";
}

TEST(StageProgressTest, AFeedIsTimedByItsBytes) {
  ImportCounts counts;
  counts.rows_read = 1000;
  counts.bytes_read = 25;
  counts.bytes_total = 100;
  counts.reading_seconds = 2;
  const auto stages = stage_progress(counts);
  EXPECT_DOUBLE_EQ(stages[0].rate_per_s, 500);
  EXPECT_DOUBLE_EQ(stages[0].eta_s.value(), 6);
  counts.bytes_total = 0;
  EXPECT_FALSE(stage_progress(counts)[0].eta_s);
}

}  // namespace
}  // namespace likeness
