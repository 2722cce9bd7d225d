#pragma once

#include <string>
#include <vector>

namespace likeness::apps {

/// What one query got: whether each of the first 20 hits was right, how much of the exact answer's first 20 was there,
/// and how long it took.
struct QueryOutcome {
  bool answered = false;
  std::vector<bool> right;
  double ann_recall = 0;
  double milliseconds = 0;
};

struct Measures {
  long queries = 0;
  long errors = 0;
  double recall_at_1 = 0;  ///< share of queries with a right product among the first 1, 5, 20
  double recall_at_5 = 0;
  double recall_at_20 = 0;
  double precision_at_10 = 0;  ///< right ones among the first 10, divided by 10
  double ann_recall_at_20 = 0;
  double p50_ms = 0;
  double p95_ms = 0;
};

/// Queries that were not answered count as wrong; times are of answered ones.
Measures measure(const std::vector<QueryOutcome>& outcomes);

}  // namespace likeness::apps
