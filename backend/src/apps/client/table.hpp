#pragma once

#include <string>
#include <vector>

namespace likeness::apps {

/// Lays text out in columns as wide as their widest cell, a line per row; cells that look like numbers stand to the
/// right. Widths count code points.
std::string table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows);

}  // namespace likeness::apps
