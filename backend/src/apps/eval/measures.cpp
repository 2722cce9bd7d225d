#include "apps/eval/measures.hpp"

#include <algorithm>
#include <cmath>

namespace likeness::apps {
namespace {

bool right_within(const QueryOutcome& outcome, std::size_t depth) {
  const auto end = outcome.right.begin() + static_cast<std::ptrdiff_t>(std::min(depth, outcome.right.size()));
  return std::find(outcome.right.begin(), end, true) != end;
}

/// Nearest-rank percentile.
double percentile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
  return values[std::max<std::size_t>(rank, 1) - 1];
}

}  // namespace

Measures measure(const std::vector<QueryOutcome>& outcomes) {
  Measures measures;
  std::vector<double> times;
  for (const auto& outcome : outcomes) {
    ++measures.queries;
    if (!outcome.answered) {
      ++measures.errors;
      continue;
    }
    times.push_back(outcome.milliseconds);
    measures.recall_at_1 += right_within(outcome, 1);
    measures.recall_at_5 += right_within(outcome, 5);
    measures.recall_at_20 += right_within(outcome, 20);
    const auto depth = static_cast<std::ptrdiff_t>(std::min<std::size_t>(10, outcome.right.size()));
    measures.precision_at_10 +=
        static_cast<double>(std::count(outcome.right.begin(), outcome.right.begin() + depth, true)) / 10;
    measures.ann_recall_at_20 += outcome.ann_recall;
  }
  const double count = std::max(1.0, static_cast<double>(measures.queries));
  for (double* sum : {&measures.recall_at_1, &measures.recall_at_5, &measures.recall_at_20, &measures.precision_at_10,
                      &measures.ann_recall_at_20})
    *sum /= count;
  measures.p50_ms = percentile(times, 0.50);
  measures.p95_ms = percentile(times, 0.95);
  return measures;
}

}  // namespace likeness::apps
