#pragma once

#include <string>
#include <vector>

namespace likeness {

/// Labels as name-value pairs; names and values come from the program, never from a request, so their number is small.
using MetricLabels = std::vector<std::pair<std::string, std::string>>;

/// Counters, gauges and histograms of seconds, by name; a metric exists from its first use. Thread-safe.
class Metrics {
 public:
  virtual ~Metrics() = default;
  virtual void increment(const std::string& name, const MetricLabels& labels, double by = 1) = 0;
  virtual void set(const std::string& name, const MetricLabels& labels, double value) = 0;
  virtual void observe_seconds(const std::string& name, const MetricLabels& labels, double seconds) = 0;
  /// Prometheus text exposition format.
  virtual std::string render() = 0;
};

}  // namespace likeness
