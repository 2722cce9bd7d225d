#include "apps/eval/measures.hpp"

#include <gmock/gmock.h>

namespace likeness::apps {
namespace {

QueryOutcome outcome(std::vector<bool> right, double milliseconds = 1, double ann_recall = 1) {
  return {true, std::move(right), ann_recall, milliseconds};
}

std::vector<bool> right_at(std::initializer_list<std::size_t> ranks, std::size_t size = 20) {
  std::vector<bool> right(size);
  for (const auto rank : ranks) right[rank - 1] = true;
  return right;
}

TEST(Measures, RecallCountsQueriesWithARightProductInReach) {
  const auto measures =
      measure({outcome(right_at({1})), outcome(right_at({5})), outcome(right_at({6, 7})), outcome(right_at({}))});
  EXPECT_EQ(measures.queries, 4);
  EXPECT_DOUBLE_EQ(measures.recall_at_1, 0.25);
  EXPECT_DOUBLE_EQ(measures.recall_at_5, 0.5);
  EXPECT_DOUBLE_EQ(measures.recall_at_20, 0.75);
}

TEST(Measures, PrecisionDividesByTenEvenWhereFewerCame) {
  EXPECT_DOUBLE_EQ(measure({outcome(right_at({1, 2, 10, 11, 12}))}).precision_at_10, 0.3);
  EXPECT_DOUBLE_EQ(measure({outcome({true, true, true})}).precision_at_10, 0.3);
  EXPECT_DOUBLE_EQ(measure({outcome({})}).precision_at_10, 0);
}

TEST(Measures, WhatWasNotAnsweredIsWrongAndHasNoTime) {
  QueryOutcome failed{.answered = false, .right = right_at({1}), .ann_recall = 1, .milliseconds = 9000};
  const auto measures = measure({outcome(right_at({1}), 10), failed});
  EXPECT_EQ(measures.queries, 2);
  EXPECT_EQ(measures.errors, 1);
  EXPECT_DOUBLE_EQ(measures.recall_at_1, 0.5);
  EXPECT_DOUBLE_EQ(measures.precision_at_10, 0.05);
  EXPECT_DOUBLE_EQ(measures.ann_recall_at_20, 0.5);
  EXPECT_DOUBLE_EQ(measures.p95_ms, 10);
}

TEST(Measures, PercentilesAreValuesThatWereMeasured) {
  std::vector<QueryOutcome> outcomes;
  for (int i = 100; i >= 1; --i) outcomes.push_back(outcome({}, i));
  EXPECT_DOUBLE_EQ(measure(outcomes).p50_ms, 50);
  EXPECT_DOUBLE_EQ(measure(outcomes).p95_ms, 95);
  EXPECT_DOUBLE_EQ(measure({outcome({}, 3)}).p50_ms, 3);
  EXPECT_DOUBLE_EQ(measure({outcome({}, 3)}).p95_ms, 3);
  EXPECT_DOUBLE_EQ(measure({outcome({}, 3), outcome({}, 7)}).p50_ms, 3);
  EXPECT_DOUBLE_EQ(measure({outcome({}, 3), outcome({}, 7)}).p95_ms, 7);
}

TEST(Measures, RecallAgainstTheExactAnswerIsAMean) {
  EXPECT_DOUBLE_EQ(measure({outcome({}, 1, 0.5), outcome({}, 1, 1)}).ann_recall_at_20, 0.75);
}

TEST(Measures, OfNothingAreZero) {
  const auto measures = measure({});
  EXPECT_EQ(measures.queries, 0);
  EXPECT_DOUBLE_EQ(measures.recall_at_1, 0);
  EXPECT_DOUBLE_EQ(measures.p95_ms, 0);
}

}  // namespace
}  // namespace likeness::apps
