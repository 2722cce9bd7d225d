#include <gmock/gmock.h>

#include "base/text.hpp"
#include "unit/feed_text.hpp"

namespace likeness::ingest {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

TEST(DelimitedReaderFault, TooManyCells) {
  const auto read = read_feed("id,title\n1,a,b\n2,c\n");
  EXPECT_THAT(faults_of(read), ElementsAre("2 : the row has 3 cells, the header names 2"));
  EXPECT_EQ(read.faults[0].value, "1");
  EXPECT_THAT(lines_of(read), ElementsAre("3: id=2 title=c"));
}

TEST(DelimitedReaderFault, NotUtf8) {
  const auto read = read_feed("id,title\n1,caf\xE9\n2,caf\xC3\xA9\n");
  EXPECT_THAT(faults_of(read), ElementsAre(HasSubstr("2 title: the value is not text in the feed's encoding")));
  EXPECT_THAT(lines_of(read), ElementsAre("3: id=2 title=caf\xC3\xA9"));
}

TEST(DelimitedReaderFault, AZeroByte) {
  using namespace std::string_view_literals;
  const auto read = read_feed("id,title\n1,a\0b\n2,c\n"sv);
  EXPECT_THAT(faults_of(read), ElementsAre("2 title: the value holds a zero byte"));
  EXPECT_THAT(lines_of(read), ElementsAre("3: id=2 title=c"));
}

TEST(DelimitedReaderFault, AnOverlongLineIsSkippedAndTheNextRead) {
  const auto feed = "id,title\n1,a\n2," + std::string(500, 'x') + "\n3,c\n4," + std::string(500, 'y');
  const auto read = read_feed(feed, ',', {.row_bytes_max = 100});
  EXPECT_THAT(faults_of(read), ElementsAre(StartsWith("3 : the line is longer than 100"), StartsWith("5 : ")));
  EXPECT_EQ(read.faults[0].value, feed.substr(feed.find("2,"), 60));
  EXPECT_FALSE(read.faults[0].row_kept);
  EXPECT_THAT(lines_of(read), ElementsAre("2: id=1 title=a", "4: id=3 title=c"));
}

TEST(DelimitedReaderFault, AnOverlongLineInsideAQuotedCellEndsTheRow) {
  const auto feed = "id,title\n1,\"begun\n" + std::string(500, 'x') + "\"\n3,c\n4,d\n";
  const auto read = read_feed(feed, ',', {.row_bytes_max = 100});
  EXPECT_THAT(faults_of(read),
              ElementsAre(HasSubstr("2 : a quotation mark is left open"), HasSubstr("3 : the line is longer")));
  EXPECT_THAT(lines_of(read), ElementsAre("2: id=1 title=\"begun", "4: id=3 title=c", "5: id=4 title=d"));
}

TEST(DelimitedReaderFault, AnOpenQuoteSwallowsNoRow) {
  std::string feed = "id,title\n1,a\n2,\"open\n";
  for (int i = 3; i < 100; ++i) feed += std::to_string(i) + ",row\n";
  const auto read = read_feed(feed, ',', {.row_bytes_max = 200});
  ASSERT_THAT(faults_of(read), ElementsAre(AllOf(StartsWith("3 : "), HasSubstr("quotation mark is left open"))));
  EXPECT_TRUE(read.faults[0].row_kept);
  ASSERT_EQ(read.rows.size(), 99u);
  EXPECT_EQ(read.rows[1].first("title"), "\"open");
  for (const auto& row : read.rows) EXPECT_EQ(std::to_string(row.line - 1), row.first("id"));
}

TEST(DelimitedReaderFault, AQuoteThatIsOpenAtTheEndIsSaid) {
  for (const std::string end : {"2,\"open\n3,c\n", "2,\"open"}) {
    const auto read = read_feed("id,title\n1,a\n" + end);
    EXPECT_THAT(faults_of(read), ElementsAre(AllOf(StartsWith("3 : "), HasSubstr("left open")))) << end;
    EXPECT_EQ(read.rows.at(1).first("title"), "\"open") << end;
  }
}

TEST(DelimitedReaderFault, ManyBlankLinesAreNoLongRow) {
  const auto read = read_feed("id,title\n1,a\n" + std::string(1000, '\n') + "2,b\n", ',', {.row_bytes_max = 100});
  EXPECT_THAT(read.faults, IsEmpty());
  EXPECT_THAT(lines_of(read), ElementsAre("2: id=1 title=a", "1003: id=2 title=b"));
}

TEST(DelimitedReaderFault, WhatIsQuotedFromTheFeedIsUtf8) {
  std::string euros;
  for (int i = 0; i < 100; ++i) euros += "\xE2\x82\xAC";
  const std::string feeds[] = {"id,title\nx" + euros + ",b,c\n", "id,title\ncaf\xE9,b,c\n",
                               "id,title\nx" + euros + euros + ",b\n"};
  for (const auto& feed : feeds) {
    const auto read = read_feed(feed, ',', {.row_bytes_max = 400});
    ASSERT_EQ(read.faults.size(), 1u);
    EXPECT_TRUE(is_valid_utf8(read.faults[0].value)) << read.faults[0].reason;
    EXPECT_LE(read.faults[0].value.size(), 60u);
    EXPECT_FALSE(read.faults[0].value.empty());
  }
}

}  // namespace
}  // namespace likeness::ingest
