#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <vector>

#include "ports/vector_index.hpp"

namespace likeness::contract {

/// The moment at which the suites judge sale prices.
inline constexpr TimePoint kNow{std::chrono::days(20'000)};
/// Numbers in a photo's vector; a text's has kTextDimensions, so that the two can never be compared by accident.
inline constexpr std::size_t kImageDimensions = 24;
inline constexpr std::size_t kTextDimensions = 16;

template <class T>
T id_of(std::uint64_t number) {
  T id;
  for (int i = 0; i < 8; ++i)
    id.uuid.bytes[static_cast<std::size_t>(15 - i)] = static_cast<std::uint8_t>(number >> (8 * i));
  return id;
}

std::size_t dimensions_of(Level level);
Vector random_vector(std::size_t size, std::mt19937& random);
StoredVector stored(std::int64_t id, Level level, ProductId product, const Vector& vector);
Filter random_filter(std::mt19937& random);
FilterColumns random_columns(ProductId product, std::mt19937& random);

/// What an index should hold, kept as plainly as possible: the answer of every search can be worked out from it.
struct Catalogue {
  std::vector<FilterColumns> columns;
  std::vector<StoredVector> vectors;

  /// One or two photos, up to two regions and one text for each product.
  static Catalogue random(int products, unsigned seed);

  const FilterColumns* columns_of(ProductId product) const;
  /// Every vector that `query` may answer with, best first, without its limit.
  std::vector<VectorHit> all_hits(const VectorQuery& query) const;
};

/// Fails unless `hits` is a right answer to `query`: the first `limit` of `all`, where cosines closer than rounding may
/// change places.
void expect_answer(const std::vector<VectorHit>& hits, const std::vector<VectorHit>& all, const VectorQuery& query);

std::vector<std::int64_t> ids_of(const std::vector<VectorHit>& hits);

}  // namespace likeness::contract
