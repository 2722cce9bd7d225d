#include "base/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "base/trace.hpp"

namespace likeness::log {
namespace {

spdlog::logger& logger() {
  static const auto instance = [] {
    auto created = std::make_shared<spdlog::logger>("likeness", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    created->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
    return created;
  }();
  return *instance;
}

spdlog::level::level_enum to_spdlog(Level level) {
  switch (level) {
    case Level::debug:
      return spdlog::level::debug;
    case Level::info:
      return spdlog::level::info;
    case Level::warning:
      return spdlog::level::warn;
    case Level::error:
      return spdlog::level::err;
  }
  std::unreachable();
}

}  // namespace

void set_level(Level level) { logger().set_level(to_spdlog(level)); }

void write(Level level, std::string_view message) {
  auto& lines = logger();
  if (!lines.should_log(to_spdlog(level))) return;
  const auto trace_id = current_trace_id();
  if (trace_id.empty())
    lines.log(to_spdlog(level), spdlog::string_view_t(message.data(), message.size()));
  else
    lines.log(to_spdlog(level), fmt::format("{}, trace {}", message, trace_id));
}

}  // namespace likeness::log
