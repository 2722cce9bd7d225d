#pragma once

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <mutex>
#include <unordered_map>

#include "ports/metrics.hpp"

namespace likeness {

/// Metrics in a registry of prometheus-cpp. One name belongs to one type: using it for a second, or a name or label
/// that Prometheus does not allow, is Error{internal}.
class PrometheusMetrics : public Metrics {
 public:
  void increment(const std::string& name, const MetricLabels& labels, double by = 1) override;
  void set(const std::string& name, const MetricLabels& labels, double value) override;
  void observe_seconds(const std::string& name, const MetricLabels& labels, double seconds) override;
  std::string render() override;

 private:
  ::prometheus::Registry registry_;
  std::mutex mutex_;
  std::unordered_map<std::string, ::prometheus::Family<::prometheus::Counter>*> counters_;
  std::unordered_map<std::string, ::prometheus::Family<::prometheus::Gauge>*> gauges_;
  std::unordered_map<std::string, ::prometheus::Family<::prometheus::Histogram>*> histograms_;
};

}  // namespace likeness
