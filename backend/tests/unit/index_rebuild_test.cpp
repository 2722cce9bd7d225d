#include "ingest/index/index_rebuild.hpp"

#include <gmock/gmock.h>

#include "adapters/embedded/embedded_vector_index.hpp"
#include "unit/fake_catalog.hpp"

namespace likeness::ingest {
namespace {

class FakeEmbeddings : public EmbeddingStore {
 public:
  std::vector<StoredVector> vectors;  ///< in order of their ids
  bool unavailable = false;

  std::vector<StoredVector> vectors_after(OrgId, const PackKey&, VectorId after, int limit) override {
    if (unavailable) throw Error(ErrorKind::unavailable, "the database is away");
    std::vector<StoredVector> page;
    for (const auto& vector : vectors)
      if (vector.id > after && page.size() < static_cast<std::size_t>(limit)) page.push_back(vector);
    return page;
  }
  std::optional<HalfVector> product_vector(OrgId, ProductId, const PackKey&) override { return std::nullopt; }
  long count(OrgId, const PackKey&) override { return static_cast<long>(vectors.size()); }
};

class IndexRebuildTest : public testing::Test {
 protected:
  void fill(int products) {
    for (int i = 1; i <= products; ++i) {
      const auto id = ProductId::generate();
      catalog.put(columns_of(id));
      embeddings.vectors.push_back({VectorId{i}, Level::image, id, {}, {}, to_half(Vector{1, 0})});
    }
  }
  long rebuild(std::stop_token stop = {}) { return rebuild_index(org, pack, catalog, embeddings, index, stop); }
  IndexStatus status() { return index.status(org, pack); }

  const OrgId org = OrgId::generate();
  const PackKey pack{"toy", 1};
  FakeCatalog catalog;
  FakeEmbeddings embeddings;
  EmbeddedVectorIndex index;
};

TEST_F(IndexRebuildTest, TakesEveryPage) {
  fill(4100);  // pages hold 2000
  EXPECT_EQ(rebuild(), 4100);
  EXPECT_EQ(status().vectors, 4100);
  EXPECT_EQ(status().products, 4100);
  EXPECT_EQ(status().state, "ready");
}

TEST_F(IndexRebuildTest, WhatTheTruthNoLongerHasIsGoneAfterwards) {
  fill(10);
  rebuild();
  embeddings.vectors.resize(4);
  EXPECT_EQ(rebuild(), 4);
  EXPECT_EQ(status().vectors, 4);
}

TEST_F(IndexRebuildTest, StoppedEarlyItLeavesTheOldOneLive) {
  fill(10);
  rebuild();
  embeddings.vectors.clear();
  std::stop_source source;
  catalog.before_page = [&] { source.request_stop(); };
  rebuild(source.get_token());
  EXPECT_EQ(status().vectors, 10);
  EXPECT_EQ(status().state, "ready");
}

TEST_F(IndexRebuildTest, AfterATruthThatCouldNotBeReadItCanBeTriedAgain) {
  fill(10);
  embeddings.unavailable = true;
  EXPECT_THROW(rebuild(), Error);
  EXPECT_EQ(status().state, "ready");
  embeddings.unavailable = false;
  EXPECT_EQ(rebuild(), 10);
  EXPECT_EQ(status().vectors, 10);
}

}  // namespace
}  // namespace likeness::ingest
