#include "adapters/process/log_tail.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>

#include "base/text.hpp"

namespace likeness {

std::string telling_line(const std::string& text) {
  const std::vector<std::string> lines = split(text, "\n");
  for (const std::string_view word : {"FATAL", "PANIC", "[FTL]", "[ERR]", "ERROR", "error"})
    for (auto line = lines.rbegin(); line != lines.rend(); ++line)
      if (line->find(word) != std::string::npos) return line->substr(0, 300);
  return lines.empty() ? std::string() : lines.back().substr(0, 300);
}

std::string telling_line_of_file(const std::filesystem::path& file, std::uintmax_t offset) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  std::ifstream stream(file, std::ios::binary);
  if (error || !stream) return {};
  stream.seekg(static_cast<std::streamoff>(std::max(offset, size > 8192 ? size - 8192 : 0)));
  return telling_line(std::string(std::istreambuf_iterator<char>(stream), {}));
}

}  // namespace likeness
