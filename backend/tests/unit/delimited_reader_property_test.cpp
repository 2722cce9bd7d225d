#include <gmock/gmock.h>

#include <random>

#include "unit/feed_text.hpp"

namespace likeness::ingest {
namespace {

/// Bytes that a reader could trip over, in random order.
std::string random_feed(std::mt19937& random) {
  static const std::string pieces[] = {"a",     "bc",           ",",  ",",    "\"", "\"",       "\"\"",
                                       "\n",    "\r\n",         "\n", "\t",   " ",  "\xC3\xA9", "\xE9",
                                       "1,x\n", "2,\"y\nz\"\n", "\r", "\n\n", "3",  "\"q,\"\n", std::string(70, 'l')};
  std::string feed = random() % 2 == 0 ? "\xEF\xBB\xBFid,title\r\n" : "id,title,brand\n";
  for (unsigned i = random() % 60; i > 0; --i) feed += pieces[random() % std::size(pieces)];
  return feed;
}

TEST(DelimitedReaderProperty, AnySplitOfTheBytesGivesTheSameRows) {
  std::mt19937 random(17);
  std::size_t rows = 0, faults = 0;
  for (int round = 0; round < 3000; ++round) {
    const auto feed = random_feed(random);
    const FeedLimits limits{.row_bytes_max = 120};
    const auto whole = read_feed(feed, ',', limits);
    rows += whole.rows.size(), faults += whole.faults.size();
    std::vector<std::size_t> sizes(random() % 30);
    for (auto& size : sizes) size = random() % 9;
    for (const auto& split : {sizes, std::vector<std::size_t>(feed.size(), 1)}) {
      const auto pieces = read_feed(feed, ',', limits, split);
      ASSERT_EQ(lines_of(pieces), lines_of(whole)) << feed;
      ASSERT_EQ(faults_of(pieces), faults_of(whole)) << feed;
    }
  }
  EXPECT_GT(rows, 3000u);
  EXPECT_GT(faults, 300u);
}

std::string cell_of(std::string_view value) {
  std::string quoted = "\"";
  for (const char c : value) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

TEST(DelimitedReaderProperty, WhatWasWrittenAsRfc4180SaysIsReadBackWithItsLine) {
  std::mt19937 random(23);
  static const std::string pieces[] = {"x", "\"", ",", "\n", "\xE2\x82\xAC", "\t", "y z"};
  for (int round = 0; round < 1000; ++round) {
    for (const char delimiter : {',', '\t'}) {
      std::string feed = std::string("id") + delimiter + "title\n";
      std::vector<std::string> expected;
      long line = 2;
      for (int id = 0; id < 10; ++id) {
        std::string title = "t";
        for (unsigned i = random() % 6; i > 0; --i) title += pieces[random() % std::size(pieces)];
        title += "t";
        expected.push_back(std::to_string(line) + ": id=" + std::to_string(id) + " title=" + title);
        feed += std::to_string(id) + delimiter + cell_of(title) + (random() % 2 == 0 ? "\n" : "\r\n");
        line += 1 + std::ranges::count(title, '\n');
      }
      const auto read = read_feed(feed, delimiter);
      ASSERT_EQ(lines_of(read), expected);
      ASSERT_TRUE(read.faults.empty());
    }
  }
}

}  // namespace
}  // namespace likeness::ingest
