#include "contract/vector_index_suite.hpp"

namespace likeness::contract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST_P(VectorIndexContract, AnIdThatIsThereStaysAsItIs) {
  add(1, 1, axis(0));
  add(1, 2, axis(1));
  EXPECT_EQ(index->status(org, pack).vectors, 1);
  const auto hits = search(query(axis(0)));
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(hits[0].product_id, product(1));
  EXPECT_NEAR(hits[0].cosine, 1, 1e-3);
}

TEST_P(VectorIndexContract, WhatIsRemovedIsNotFound) {
  for (int i = 1; i <= 5; ++i) add(i, static_cast<std::uint64_t>(i), at_cosine(static_cast<float>(i) / 10));
  remove({VectorId{5}, VectorId{1}, VectorId{3}, VectorId{99}, VectorId{3}});
  EXPECT_THAT(found(query(axis(0))), ElementsAre(4, 2));
  EXPECT_EQ(index->status(org, pack).vectors, 2);
  remove({VectorId{2}, VectorId{4}});
  EXPECT_THAT(found(query(axis(0))), IsEmpty());
}

TEST_P(VectorIndexContract, WhatWasRemovedCanBeAddedAgain) {
  add(1, 1, axis(0));
  remove({VectorId{1}});
  add(1, 2, axis(1));
  const auto hits = search(query(axis(1)));
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(hits[0].product_id, product(2));
  EXPECT_NEAR(hits[0].cosine, 1, 1e-3);
}

TEST_P(VectorIndexContract, RemovingAProductTakesAllItsVectorsAndColumns) {
  for (std::uint64_t number : {1, 2}) {
    put(branded(number, "Acme"));
    const auto first = static_cast<std::int64_t>(number * 10);
    add(first, number, axis(0), Level::image);
    add(first + 1, number, axis(0), Level::image);
    add(first + 2, number, axis(0), Level::region);
    add(first + 3, number, axis(0, kTextDimensions), Level::text);
  }
  remove_products({product(1), product(77)});
  auto asked = query(axis(0));
  asked.levels = {Level::image, Level::region};
  EXPECT_THAT(found(asked), UnorderedElementsAre(20, 21, 22));
  asked.levels = {Level::text};
  asked.vector = axis(0, kTextDimensions);
  EXPECT_THAT(found(asked), ElementsAre(23));
  EXPECT_EQ(index->status(org, pack).vectors, 4);
  EXPECT_EQ(index->status(org, pack).products, 1);

  add(10, 1, axis(0));
  EXPECT_THAT(found(query(axis(0), {.brands = {"Acme"}})), UnorderedElementsAre(20, 21)) << "its columns went with it";
  put(branded(1, "Acme"));
  EXPECT_THAT(found(query(axis(0), {.brands = {"Acme"}})), UnorderedElementsAre(10, 20, 21));
}

TEST_P(VectorIndexContract, FiltersReadTheLatestColumns) {
  add(1, 1, axis(0));
  put(branded(1, "Acme"));
  EXPECT_THAT(found(query(axis(0), {.brands = {"Acme"}})), ElementsAre(1));
  put(branded(1, "Bolt"));
  EXPECT_THAT(found(query(axis(0), {.brands = {"Acme"}})), IsEmpty());
  EXPECT_THAT(found(query(axis(0), {.brands = {"Bolt"}})), ElementsAre(1));
  EXPECT_EQ(index->status(org, pack).products, 1);
}

TEST_P(VectorIndexContract, ColumnsMayComeBeforeOrAfterTheVectors) {
  put(branded(1, "Acme"));
  add(1, 1, axis(0));
  add(2, 2, axis(0));
  put(branded(2, "Acme"));
  EXPECT_THAT(found(query(axis(0), {.brands = {"Acme"}})), UnorderedElementsAre(1, 2));
}

TEST_P(VectorIndexContract, OrgsAndPacksNeverMix) {
  const PackKey next_version{pack.id, 2};
  const PackKey other_pack{"other", 1};
  const auto put_there = [&](OrgId to_org, const PackKey& to_pack, std::int64_t id) {
    const StoredVector vectors[] = {stored(id, Level::image, product(1), axis(0))};
    const FilterColumns columns[] = {branded(1, "Acme")};
    index->add(to_org, to_pack, vectors);
    index->put_columns(to_org, to_pack, columns);
  };
  put_there(org, pack, 1);
  put_there(org, next_version, 2);
  put_there(org, other_pack, 3);
  put_there(other_org, pack, 4);
  const auto in = [&](OrgId from, const PackKey& key, const Filter& filter = {}) {
    return ids_of(index->search(from, key, query(axis(0), filter)));
  };
  for (const auto& filter : {Filter{}, Filter{.brands = {"Acme"}}}) {
    EXPECT_THAT(in(org, pack, filter), ElementsAre(1));
    EXPECT_THAT(in(org, next_version, filter), ElementsAre(2));
    EXPECT_THAT(in(org, other_pack, filter), ElementsAre(3));
    EXPECT_THAT(in(other_org, pack, filter), ElementsAre(4));
    EXPECT_THAT(in(other_org, other_pack, filter), IsEmpty());
  }
  const VectorId all[] = {VectorId{1}, VectorId{2}, VectorId{3}, VectorId{4}};
  index->remove(org, pack, all);
  EXPECT_THAT(in(org, pack), IsEmpty());
  EXPECT_THAT(in(org, next_version), ElementsAre(2));
  EXPECT_THAT(in(other_org, pack), ElementsAre(4));

  index->drop(org);
  EXPECT_FALSE(index->contains(org, next_version));
  EXPECT_THAT(in(org, next_version), IsEmpty());
  EXPECT_THAT(in(org, other_pack), IsEmpty());
  EXPECT_THAT(in(other_org, pack), ElementsAre(4));
  put_there(org, pack, 9);
  EXPECT_THAT(in(org, pack), ElementsAre(9));
}

TEST_P(VectorIndexContract, AVectorOfAnotherSizeIsRefusedAndDoesNoHarm) {
  add(1, 1, axis(0));
  EXPECT_THROW(add(2, 2, axis(0, kImageDimensions + 1)), Error);
  EXPECT_THROW(add(3, 3, axis(0, kImageDimensions - 1)), Error);
  EXPECT_THAT(found(query(axis(0))), ElementsAre(1));
  add(2, 2, axis(0));
  EXPECT_THAT(found(query(axis(0))), UnorderedElementsAre(1, 2));
}

TEST_P(VectorIndexContract, TheStatusSaysWhatIsThere) {
  const auto before = now();
  fill(Catalogue::random(50, 5));
  const auto status = index->status(org, pack);
  EXPECT_FALSE(status.engine.empty());
  EXPECT_EQ(status.state, "ready");
  EXPECT_EQ(status.vectors, static_cast<long>(Catalogue::random(50, 5).vectors.size()));
  EXPECT_EQ(status.products, 50);
  EXPECT_GE(status.changed_at, before);
  EXPECT_TRUE(index->contains(org, pack));
}

}  // namespace
}  // namespace likeness::contract
