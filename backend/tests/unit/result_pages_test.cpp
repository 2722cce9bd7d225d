#include "query/stream/result_pages.hpp"

#include <gmock/gmock.h>

#include "adapters/memory/memory_cache.hpp"

namespace likeness::query {
namespace {

TEST(Cursor, IsReadBack) {
  const Cursor cursor{SearchId::generate(), 40};
  const auto back = Cursor::parse(cursor.to_string());
  EXPECT_EQ(back.search_id, cursor.search_id);
  EXPECT_EQ(back.position, 40u);
}

TEST(Cursor, RefusesWhatASearchNeverReturned) {
  const auto id = SearchId::generate().to_string();
  const std::vector<std::string> texts = {"",
                                          ".",
                                          id,
                                          id + ".",
                                          "." + id,
                                          id + ".x",
                                          id + ".-1",
                                          id + ".+1",
                                          id + ". 1",
                                          id + ".1 ",
                                          id + ".1.5",
                                          id + ".99999999999999999999999",
                                          "sea_1.20",
                                          ProductId::generate().to_string() + ".20",
                                          id.substr(4) + ".20",
                                          id + ".0x10"};
  for (const auto& text : texts) {
    try {
      Cursor::parse(text);
      ADD_FAILURE() << text;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::invalid_argument) << text;
      EXPECT_EQ(error.field(), "cursor") << text;
    }
  }
}

class ResultPagesTest : public testing::Test {
 protected:
  ErrorKind refusal_of(OrgId from, SearchId search) {
    try {
      pages.find(from, search);
    } catch (const Error& error) {
      return error.kind();
    }
    return ErrorKind::internal;
  }

  MemoryCache cache{1 << 20};
  ResultPages pages{cache, std::chrono::seconds(60)};
  const OrgId org = OrgId::generate();
  const SearchId id = SearchId::generate();
};

TEST_F(ResultPagesTest, EverythingOfACandidateComesBack) {
  KeptResult result{.at = now(), .capped = true};
  result.candidates.push_back({ProductId::generate(), ImageId::generate(), RegionId::generate(), 0.1, 0.2, 0.3, 0.4});
  result.candidates.push_back({ProductId::generate(), std::nullopt, std::nullopt, 1, 0, 1.0 / 3, 1e-300});
  pages.keep(org, id, result);
  const auto found = pages.find(org, id);
  EXPECT_EQ(found.at, result.at);
  EXPECT_TRUE(found.capped);
  ASSERT_EQ(found.candidates.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(found.candidates[i].product_id, result.candidates[i].product_id);
    EXPECT_EQ(found.candidates[i].image_id, result.candidates[i].image_id);
    EXPECT_EQ(found.candidates[i].region_id, result.candidates[i].region_id);
    EXPECT_EQ(found.candidates[i].score, result.candidates[i].score);
    EXPECT_EQ(found.candidates[i].confidence, result.candidates[i].confidence);
    EXPECT_EQ(found.candidates[i].image_score, result.candidates[i].image_score);
    EXPECT_EQ(found.candidates[i].text_score, result.candidates[i].text_score);
  }
}

TEST_F(ResultPagesTest, AnEmptyResultIsStillAResult) {
  pages.keep(org, id, {.at = now()});
  EXPECT_TRUE(pages.find(org, id).candidates.empty());
}

TEST_F(ResultPagesTest, AnotherOrgOrAnotherSearchFindsNothing) {
  pages.keep(org, id, {.at = now()});
  EXPECT_EQ(refusal_of(OrgId::generate(), id), ErrorKind::gone);
  EXPECT_EQ(refusal_of(org, SearchId::generate()), ErrorKind::gone);
}

TEST_F(ResultPagesTest, WhatWasDamagedInTheCacheIsGone) {
  KeptResult result{.at = now()};
  result.candidates.push_back({ProductId::generate()});
  pages.keep(org, id, result);
  const auto key = "result:" + id.uuid.to_string();
  const auto kept = cache.get(org, key).value();
  for (const auto& damaged : {std::string(), kept.substr(0, 5), kept.substr(0, kept.size() - 1), kept + "x"}) {
    cache.put(org, key, damaged, std::chrono::seconds(60));
    EXPECT_EQ(refusal_of(org, id), ErrorKind::gone) << damaged.size();
  }
}

}  // namespace
}  // namespace likeness::query
