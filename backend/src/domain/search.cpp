#include "domain/search.hpp"

#include <utility>

namespace likeness {

std::string_view to_string(Band band) {
  switch (band) {
    case Band::exact:
      return "exact";
    case Band::similar:
      return "similar";
    case Band::weak:
      return "weak";
  }
  std::unreachable();
}

Band band_of(double confidence) {
  if (confidence >= 0.9) return Band::exact;
  return confidence >= 0.5 ? Band::similar : Band::weak;
}

}  // namespace likeness
