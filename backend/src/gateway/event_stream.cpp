#include "gateway/event_stream.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace likeness::gateway {

std::string event_text(std::string_view name, std::string_view id, std::string_view data) {
  std::string text = fmt::format("id: {}\nevent: {}\n", id, name);
  // A client passes over an event without data.
  if (data.empty()) text += "data: \n";
  for (const std::string& line : split(data, "\n")) text += fmt::format("data: {}\n", line);
  return text += '\n';
}

}  // namespace likeness::gateway
