#include "contract/vector_index_suite.hpp"

namespace likeness::contract {
namespace {

/// The same changes on the index and on plain lists.
class VectorIndexAgainstModel {
 public:
  VectorIndexAgainstModel(VectorIndex& index, OrgId org, PackKey pack)
      : index_(index), org_(org), pack_(std::move(pack)) {}

  void change(std::mt19937& random) {
    const auto product = id_of<ProductId>(random() % 40 + 1);
    switch (random() % 10) {
      case 0:
        return put(random_columns(product, random));
      case 1:
        return remove_product(product);
      case 2:
      case 3:
        return remove(VectorId{static_cast<std::int64_t>(random() % 400 + 1)});
      default: {
        const auto level = static_cast<Level>(random() % 3);
        // A number is taken again after its removal as the port allows it: the model must not care.
        return add(stored(static_cast<std::int64_t>(random() % 400 + 1), level, product,
                          random_vector(dimensions_of(level), random)));
      }
    }
  }

  VectorIndex& index() { return index_; }
  Catalogue model;

 private:
  void put(const FilterColumns& columns) {
    index_.put_columns(org_, pack_, {&columns, 1});
    std::erase_if(model.columns, [&](const auto& known) { return known.product_id == columns.product_id; });
    model.columns.push_back(columns);
  }
  void remove_product(ProductId product) {
    index_.remove_products(org_, pack_, {&product, 1});
    std::erase_if(model.columns, [&](const auto& known) { return known.product_id == product; });
    std::erase_if(model.vectors, [&](const auto& known) { return known.product_id == product; });
  }
  void remove(VectorId id) {
    index_.remove(org_, pack_, {&id, 1});
    std::erase_if(model.vectors, [&](const auto& known) { return known.id == id; });
  }
  void add(const StoredVector& vector) {
    index_.add(org_, pack_, {&vector, 1});
    if (std::ranges::find(model.vectors, vector.id, &StoredVector::id) == model.vectors.end())
      model.vectors.push_back(vector);
  }

  VectorIndex& index_;
  OrgId org_;
  PackKey pack_;
};

TEST_P(VectorIndexContract, AnyChangesLeaveWhatTheModelHolds) {
  std::mt19937 random(61);
  VectorIndexAgainstModel both(*index, org, pack);
  for (int round = 0; round < 4000; ++round) {
    both.change(random);
    if (round % 10 != 0) continue;
    VectorQuery asked{
        .levels = {static_cast<Level>(random() % 3)}, .at = kNow, .limit = static_cast<int>(1 + random() % 60)};
    asked.vector = random_vector(dimensions_of(asked.levels[0]), random);
    if (random() % 2 == 0) asked.filter = random_filter(random);
    asked.exact = random() % 4 == 0;
    expect_answer(search(asked), both.model.all_hits(asked), asked);
    ASSERT_FALSE(HasFatalFailure()) << "round " << round;
  }
  EXPECT_EQ(index->status(org, pack).vectors, static_cast<long>(both.model.vectors.size()));
  EXPECT_EQ(index->status(org, pack).products, static_cast<long>(both.model.columns.size()));
}

}  // namespace
}  // namespace likeness::contract
