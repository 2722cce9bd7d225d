#pragma once

#include <span>

#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "domain/vision.hpp"

namespace likeness {

/// Regions as the columns of an INSERT … SELECT FROM unnest(…).
struct RegionArrays {
  SqlArray ids, x, y, width, height, labels, confidences;

  explicit RegionArrays(std::span<const Region> regions) {
    for (const auto& region : regions) {
      ids.add(region.id);
      x.add(region.box.x);
      y.add(region.box.y);
      width.add(region.box.width);
      height.add(region.box.height);
      labels.add(std::string_view(region.label));
      confidences.add(region.confidence);
    }
  }
};

/// Reads id, x, y, width, height, label, confidence from the columns at `first`.
inline Region read_region(const pqxx::row& row, int first) {
  return {.id = read_id<RegionId>(row[first]),
          .box = {row[first + 1].as<double>(), row[first + 2].as<double>(), row[first + 3].as<double>(),
                  row[first + 4].as<double>()},
          .label = row[first + 5].c_str(),
          .confidence = row[first + 6].as<double>()};
}

}  // namespace likeness
