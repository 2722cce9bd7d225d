#include <gmock/gmock.h>

#include "adapters/prometheus/prometheus_metrics.hpp"
#include "infrastructure/private_services.hpp"

namespace likeness::tests {
namespace {

using ::testing::HasSubstr;

TEST(PrometheusMetrics, RendersCountersGaugesAndHistogramsByNameAndLabels) {
  PrometheusMetrics metrics;
  metrics.increment("likeness_jobs_total", {{"stage", "embed"}, {"result", "done"}});
  metrics.increment("likeness_jobs_total", {{"stage", "embed"}, {"result", "done"}}, 2);
  metrics.set("likeness_queue_length", {}, 7);
  metrics.observe_seconds("likeness_stage_seconds", {{"stage", "embed"}}, 0.07);
  const std::string text = metrics.render();
  EXPECT_THAT(text, HasSubstr("# TYPE likeness_jobs_total counter"));
  EXPECT_THAT(text, HasSubstr("likeness_jobs_total{result=\"done\",stage=\"embed\"} 3"));
  EXPECT_THAT(text, HasSubstr("likeness_queue_length 7"));
  EXPECT_THAT(text, HasSubstr("likeness_stage_seconds_bucket{stage=\"embed\",le=\"0.05\"} 0"));
  EXPECT_THAT(text, HasSubstr("likeness_stage_seconds_bucket{stage=\"embed\",le=\"0.1\"} 1"));
  EXPECT_THAT(text, HasSubstr("likeness_stage_seconds_count{stage=\"embed\"} 1"));
}

TEST(PrometheusMetrics, OneNameIsOneType) {
  PrometheusMetrics metrics;
  metrics.increment("likeness_things", {});
  EXPECT_EQ(kind_thrown([&] { metrics.set("likeness_things", {}, 1); }), ErrorKind::internal);
  EXPECT_EQ(kind_thrown([&] { metrics.set("not a name", {}, 1); }), ErrorKind::internal);
  metrics.increment("likeness_things", {});
  EXPECT_THAT(metrics.render(), HasSubstr("likeness_things 2"));
}

}  // namespace
}  // namespace likeness::tests
