#pragma once

#include <gmock/gmock.h>

#include <cmath>
#include <functional>
#include <memory>
#include <string>

#include "contract/vector_index_catalogue.hpp"

namespace likeness::contract {

/// An adapter under test. `make` gives an empty index of its own; a server behind it is started once and shared.
struct VectorIndexEngine {
  std::string name;
  std::function<std::unique_ptr<VectorIndex>()> make;
};

inline void PrintTo(const VectorIndexEngine& engine, std::ostream* out) { *out << engine.name; }

/// The promises of ports/vector_index.hpp. Instantiated for every adapter in vector_index_engines.cpp.
class VectorIndexContract : public testing::TestWithParam<VectorIndexEngine> {
 protected:
  static Vector axis(std::size_t which, std::size_t size = kImageDimensions) {
    Vector vector(size);
    vector[which] = 1;
    return vector;
  }
  /// A unit vector between the first two axes: its cosine with axis(0) is `cosine`.
  static Vector at_cosine(float cosine) {
    Vector vector(kImageDimensions);
    vector[0] = cosine;
    vector[1] = std::sqrt(1 - cosine * cosine);
    return vector;
  }
  static ProductId product(std::uint64_t number) { return id_of<ProductId>(number); }
  static FilterColumns branded(std::uint64_t number, const std::string& brand) {
    return {.product_id = product(number), .brand = brand, .variants = {{}}};
  }
  static VectorQuery query(Vector vector, Filter filter = {}, int limit = 10) {
    return {std::move(vector), {Level::image}, std::move(filter), kNow, limit, false};
  }

  void add(std::int64_t id, std::uint64_t product_number, const Vector& vector, Level level = Level::image) {
    const StoredVector vectors[] = {stored(id, level, product(product_number), vector)};
    index->add(org, pack, vectors);
  }
  void put(const FilterColumns& columns) { index->put_columns(org, pack, {&columns, 1}); }
  void remove(std::vector<VectorId> ids) { index->remove(org, pack, ids); }
  void remove_products(std::vector<ProductId> products) { index->remove_products(org, pack, products); }
  void fill(const Catalogue& catalogue) {
    index->put_columns(org, pack, catalogue.columns);
    index->add(org, pack, catalogue.vectors);
  }
  std::vector<VectorHit> search(const VectorQuery& asked) { return index->search(org, pack, asked); }
  /// The answer by the engine, after seeing that the reference scan gives the same but for the order of equals.
  std::vector<std::int64_t> found(VectorQuery asked) {
    const auto hits = search(asked);
    asked.exact = true;
    const auto exact = search(asked);
    EXPECT_THAT(ids_of(exact), testing::UnorderedElementsAreArray(ids_of(hits)));
    for (std::size_t i = 0; i < std::min(hits.size(), exact.size()); ++i)
      EXPECT_NEAR(hits[i].cosine, exact[i].cosine, 1e-4);
    return ids_of(hits);
  }

  const OrgId org = id_of<OrgId>(1);
  const OrgId other_org = id_of<OrgId>(2);
  const PackKey pack{"toy", 1};
  const std::unique_ptr<VectorIndex> index = GetParam().make();
};

}  // namespace likeness::contract
