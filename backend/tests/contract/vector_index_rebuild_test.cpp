#include "contract/vector_index_suite.hpp"

namespace likeness::contract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST_P(VectorIndexContract, SearchesSeeTheOldOneUntilTheRebuildIsFinished) {
  add(1, 1, axis(0));
  add(2, 2, axis(0));
  index->begin_rebuild(org, pack);
  EXPECT_EQ(index->status(org, pack).state, "rebuilding");
  EXPECT_THAT(found(query(axis(0))), UnorderedElementsAre(1, 2));
  add(1, 1, axis(0));
  EXPECT_THAT(found(query(axis(0))), UnorderedElementsAre(1, 2));
  index->finish_rebuild(org, pack);
  EXPECT_THAT(found(query(axis(0))), ElementsAre(1)) << "the truth no longer names the other";
  EXPECT_EQ(index->status(org, pack).state, "ready");
  EXPECT_EQ(index->status(org, pack).vectors, 1);
}

TEST_P(VectorIndexContract, ChangesDuringARebuildAreInBoth) {
  const auto catalogue = Catalogue::random(30, 71);
  fill(catalogue);
  index->begin_rebuild(org, pack);
  // A third of the truth is read, then things change, then the rest is read.
  const std::span vectors(catalogue.vectors);
  index->put_columns(org, pack, catalogue.columns);
  index->add(org, pack, vectors.first(vectors.size() / 3));

  const auto gone = vectors.front().id;
  const auto gone_product = vectors[1 + vectors.size() / 6].product_id;
  remove({gone});
  remove_products({gone_product});
  add(9001, 500, axis(0));
  put(branded(500, "Newcomer"));
  const auto newcomers = query(axis(0), {.brands = {"Newcomer"}});
  EXPECT_THAT(found(newcomers), ElementsAre(9001)) << "at once, in the one that is live";

  for (const auto& vector : vectors.subspan(vectors.size() / 3))
    if (vector.product_id != gone_product) index->add(org, pack, {&vector, 1});
  index->finish_rebuild(org, pack);

  EXPECT_THAT(found(newcomers), ElementsAre(9001));
  auto everything = query(axis(0), {}, 10'000);
  everything.levels = {Level::image, Level::region};
  const auto hits = search(everything);
  EXPECT_GT(hits.size(), 40u);
  for (const auto& hit : hits) {
    EXPECT_NE(hit.id, gone);
    EXPECT_NE(hit.product_id, gone_product);
  }
  EXPECT_EQ(index->status(org, pack).products, 30);
}

TEST_P(VectorIndexContract, OneRebuildAtATime) {
  index->begin_rebuild(org, pack);
  try {
    index->begin_rebuild(org, pack);
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::conflict);
  }
  EXPECT_NO_THROW(index->begin_rebuild(other_org, pack)) << "another org's is another matter";
  index->finish_rebuild(org, pack);
  EXPECT_NO_THROW(index->begin_rebuild(org, pack));
}

TEST_P(VectorIndexContract, AnAbandonedRebuildLeavesTheOldOne) {
  add(1, 1, axis(0));
  index->begin_rebuild(org, pack);
  add(2, 2, axis(0));
  index->abandon_rebuild(org, pack);
  EXPECT_EQ(index->status(org, pack).state, "ready");
  EXPECT_THAT(found(query(axis(0))), UnorderedElementsAre(1, 2));
  index->finish_rebuild(org, pack);
  EXPECT_THAT(found(query(axis(0))), UnorderedElementsAre(1, 2)) << "there is nothing to finish";
  EXPECT_NO_THROW(index->begin_rebuild(org, pack));
  EXPECT_NO_THROW(index->abandon_rebuild(other_org, pack));
}

TEST_P(VectorIndexContract, AnEmptyTruthMakesAnEmptyIndex) {
  fill(Catalogue::random(20, 3));
  index->begin_rebuild(org, pack);
  index->finish_rebuild(org, pack);
  EXPECT_THAT(found(query(axis(0))), IsEmpty());
  EXPECT_EQ(index->status(org, pack).vectors, 0);
  EXPECT_EQ(index->status(org, pack).products, 0);
  EXPECT_TRUE(index->contains(org, pack));
}

}  // namespace
}  // namespace likeness::contract
