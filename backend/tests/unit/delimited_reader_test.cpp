#include "ingest/feed/delimited_reader.hpp"

#include <gmock/gmock.h>

#include "unit/feed_text.hpp"

namespace likeness::ingest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(DelimitedReader, ReadsTsvAndKeepsEmptyCellsInTheirPlaces) {
  const auto read = read_feed("id\ttitle\tbrand\tprice\n1\tCup\t\t5 EUR\n2\t\t\t\n3\tBowl, blue\tAcme\t\n", '\t');
  EXPECT_THAT(lines_of(read),
              ElementsAre("2: id=1 price=5 EUR title=Cup", "3: id=2", "4: brand=Acme id=3 title=Bowl, blue"));
  EXPECT_THAT(read.faults, IsEmpty());
}

TEST(DelimitedReader, ReadsQuotedCells) {
  const auto read =
      read_feed("id,title,brand\n1,\"Cup, large\",A\n2,\"the \"\"best\"\" cup\",B\n3, \"padded\" ,C\n4,\"\",D\n");
  EXPECT_THAT(lines_of(read), ElementsAre("2: brand=A id=1 title=Cup, large", "3: brand=B id=2 title=the \"best\" cup",
                                          "4: brand=C id=3 title=padded", "5: brand=D id=4"));
}

TEST(DelimitedReader, NumbersLinesAcrossQuotedNewlines) {
  const auto read = read_feed("id,title\n1,\"two\nlines\"\n2,one\n3,\"a\n\nb\nc\"\n4,last\n");
  EXPECT_THAT(lines_of(read), ElementsAre("2: id=1 title=two\nlines", "4: id=2 title=one", "5: id=3 title=a\n\nb\nc",
                                          "9: id=4 title=last"));
}

TEST(DelimitedReader, NumbersLinesAcrossBlankOnes) {
  const auto read = read_feed("\nid,title\n\n   \n1,a\r\n\r\n\r\n2,b\n,\n3,c\n");
  EXPECT_THAT(lines_of(read), ElementsAre("5: id=1 title=a", "8: id=2 title=b", "10: id=3 title=c"));
}

TEST(DelimitedReader, TakesTheByteOrderMarkAndCarriageReturnsAway) {
  const auto read = read_feed("\xEF\xBB\xBFid,title\r\n1,Cup\r\n2,Bowl\r\n");
  EXPECT_THAT(lines_of(read), ElementsAre("2: id=1 title=Cup", "3: id=2 title=Bowl"));
}

TEST(DelimitedReader, TheLastLineNeedsNoNewline) {
  EXPECT_THAT(lines_of(read_feed("id,title\n1,Cup")), ElementsAre("2: id=1 title=Cup"));
  EXPECT_THAT(lines_of(read_feed("id,title\n1,\"Cup\"")), ElementsAre("2: id=1 title=Cup"));
  EXPECT_THAT(lines_of(read_feed("id,title\r\n1,Cup\r")), ElementsAre("2: id=1 title=Cup"));
}

TEST(DelimitedReader, NamesOfColumnsAreCanonical) {
  const auto read = read_feed("g:ID, Image Link ,Item-Group-ID\n1,a.jpg,g\n");
  EXPECT_THAT(lines_of(read), ElementsAre("2: id=1 image_link=a.jpg item_group_id=g"));
}

TEST(DelimitedReader, FindsTheDelimiterInTheFirstLine) {
  EXPECT_THAT(lines_of(read_feed("id\ttitle\n1\ta,b,c\n", '\0')), ElementsAre("2: id=1 title=a,b,c"));
  EXPECT_THAT(lines_of(read_feed("id,title\n1,a\tb\n", '\0')), ElementsAre("2: id=1 title=a\tb"));
  EXPECT_THAT(lines_of(read_feed("id\n1\n", '\0')), ElementsAre("2: id=1"));
}

TEST(DelimitedReader, FindsAnyDelimiterByTheLinesThatItCutsAlike) {
  EXPECT_THAT(lines_of(read_feed("id;title;price\n1;Cup, red;12,50\n2;Bowl;3,00\n", '\0')),
              ElementsAre("2: id=1 price=12,50 title=Cup, red", "3: id=2 price=3,00 title=Bowl"));
  EXPECT_THAT(lines_of(read_feed("id|title\n1|a;b\n", '\0')), ElementsAre("2: id=1 title=a;b"));
  EXPECT_THAT(lines_of(read_feed("\"id\",\"name; of it\"\n1,x\n", '\0')), ElementsAre("2: id=1 name;_of_it=x"));
}

TEST(DelimitedReader, AQuotationMarkThatQuotesNothingStandsForItself) {
  for (const char delimiter : {'\t', ','}) {
    std::string feed = "id,title,brand\n1,\"Super\" shoes,A\n2,\"open,B\n3,5\" pipe,C\n4,\"quoted\",D\n";
    std::ranges::replace(feed, ',', delimiter);
    const auto read = read_feed(feed, delimiter);
    EXPECT_THAT(lines_of(read), ElementsAre("2: brand=A id=1 title=\"Super\" shoes", "3: brand=B id=2 title=\"open",
                                            "4: brand=C id=3 title=5\" pipe", "5: brand=D id=4 title=quoted"));
    EXPECT_THAT(read.faults, IsEmpty());
  }
}

TEST(DelimitedReader, ShortRowsLeaveColumnsOutAndEmptyCellsAtTheEndDoNotCount) {
  const auto read = read_feed("id,title,brand\n1\n2,b\n3,c,d,,,\n");
  EXPECT_THAT(lines_of(read), ElementsAre("2: id=1", "3: id=2 title=b", "4: brand=d id=3 title=c"));
  EXPECT_THAT(read.faults, IsEmpty());
}

std::string refusal_of(std::string_view feed, FeedLimits limits = {}) {
  try {
    read_feed(feed, ',', limits);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::invalid_argument);
    return error.message();
  }
  return "(read)";
}

TEST(DelimitedReader, RefusesAFeedThatNamesNoColumns) {
  EXPECT_THAT(refusal_of(""), HasSubstr("empty"));
  EXPECT_THAT(refusal_of("\n\n"), HasSubstr("no line that names the columns"));
  EXPECT_THAT(refusal_of("id,a,b\n", {.columns_max = 2}), HasSubstr("3 columns"));
  EXPECT_EQ(refusal_of("id\n"), "(read)");
}

}  // namespace
}  // namespace likeness::ingest
