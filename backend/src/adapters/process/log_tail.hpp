#pragma once

#include <filesystem>
#include <string>

namespace likeness {

/// The line of a text that most likely says why a program failed: the last with "FATAL", "ERROR", "[ERR]" or "error",
/// else the last one at all; 300 characters at most, empty where there is none.
std::string telling_line(const std::string& text);

/// The same of a log file's last 8 KiB, from `offset` on.
std::string telling_line_of_file(const std::filesystem::path& file, std::uintmax_t offset);

}  // namespace likeness
