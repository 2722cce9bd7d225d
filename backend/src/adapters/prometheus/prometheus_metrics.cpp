#include "adapters/prometheus/prometheus_metrics.hpp"

#include <prometheus/text_serializer.h>

#include <sstream>

#include "base/error.hpp"

namespace likeness {
namespace {

/// 1 ms to 60 s: a cache hit is told from a model run, and a model run from a retry.
const ::prometheus::Histogram::BucketBoundaries kSecondsBuckets = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15,
                                                                   0.25,  0.5,    1,     2.5,  5,     10,   30,  60};

::prometheus::Labels to_labels(const MetricLabels& labels) { return {labels.begin(), labels.end()}; }

/// "likeness_jobs_total" -> "likeness jobs total": the name says it all.
std::string help_of(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

/// The family of a name, registered at its first use by `builder`; `use` is called with it.
template <class Families, class Builder, class Use>
void with_family(std::mutex& mutex, Families& families, ::prometheus::Registry& registry, const std::string& name,
                 Builder builder, Use use) {
  try {
    typename Families::mapped_type family = nullptr;
    {
      std::lock_guard lock(mutex);
      auto& known = families[name];
      if (!known) known = &builder.Name(name).Help(help_of(name)).Register(registry);
      family = known;
    }
    use(*family);
  } catch (const std::exception& error) {
    throw Error(ErrorKind::internal, "metric \"" + name + "\": " + error.what());
  }
}

}  // namespace

void PrometheusMetrics::increment(const std::string& name, const MetricLabels& labels, double by) {
  with_family(mutex_, counters_, registry_, name, ::prometheus::BuildCounter(),
              [&](auto& family) { family.Add(to_labels(labels)).Increment(by); });
}

void PrometheusMetrics::set(const std::string& name, const MetricLabels& labels, double value) {
  with_family(mutex_, gauges_, registry_, name, ::prometheus::BuildGauge(),
              [&](auto& family) { family.Add(to_labels(labels)).Set(value); });
}

void PrometheusMetrics::observe_seconds(const std::string& name, const MetricLabels& labels, double seconds) {
  with_family(mutex_, histograms_, registry_, name, ::prometheus::BuildHistogram(),
              [&](auto& family) { family.Add(to_labels(labels), kSecondsBuckets).Observe(seconds); });
}

std::string PrometheusMetrics::render() {
  std::ostringstream text;
  ::prometheus::TextSerializer().Serialize(text, registry_.Collect());
  return text.str();
}

}  // namespace likeness
