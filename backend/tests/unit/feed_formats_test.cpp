#include <gmock/gmock.h>

#include "ingest/feed/html_text.hpp"
#include "unit/feed_source.hpp"

namespace likeness::ingest {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using namespace std::string_literals;

TEST(JsonLinesReader, TakesListsPricesAndCamelCase) {
  const auto read = read_by_stage(
      "{\"offerId\":7,\"imageLink\":\"a.jpg\",\"additionalImageLinks\":[\"b.jpg\",\"c.jpg\"],\"price\":{\"amount\":15."
      "5,"
      "\"currency\":\"EUR\"},\"salePrice\":{\"amountMicros\":\"9990000\",\"currencyCode\":\"EUR\"},\"adult\":false,"
      "\"shipping\":{\"country\":\"DE\"},\"brand\":null}\n\n"
      "[{\"id\":\"1\"},{\"id\":\"2\"}]\n");
  EXPECT_THAT(lines_of(read), ElementsAre("1: additional_image_link=b.jpg|c.jpg adult=false id=7 image_link=a.jpg "
                                          "price=15.5 EUR sale_price=9.99 EUR",
                                          "3: id=1", "3: id=2"));
}

TEST(JsonLinesReader, AnArrayWithAnObjectOnEachLine) {
  EXPECT_THAT(lines_of(read_by_stage("[\n{\"id\":\"1\"},\n{\"id\":\"2\"}\n]\n")), ElementsAre("2: id=1", "3: id=2"));
  EXPECT_THAT(lines_of(read_by_stage("[{\"id\":\"1\"},\n{\"id\":\"2\"}]\n")), ElementsAre("1: id=1", "2: id=2"));
}

TEST(JsonLinesReader, ABrokenLineIsAFaultAndTheNextIsRead) {
  const auto read = read_by_stage("{\"id\":\"1\"}\n{\"id\": oops\n7\n{\"id\":\"" + std::string(500, 'x') +
                                      "\"}\n{\"id\":\"5\"}\n" + std::string(400, '[') + "\n{\"id\":\"7\"}",
                                  {}, {.row_bytes_max = 450});
  EXPECT_THAT(lines_of(read), ElementsAre("1: id=1", "5: id=5", "7: id=7"));
  EXPECT_THAT(faults_of(read),
              ElementsAre(HasSubstr("2 : the line is not valid JSON"), HasSubstr("3 : is no JSON object"),
                          HasSubstr("4 : the line is longer"), HasSubstr("6 : the line is not")));
}

TEST(ShopifyReader, JoinsTheRowsOfAHandle) {
  const auto read = read_by_stage(
      "Handle,Title,Body (HTML),Vendor,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Price,"
      "Variant Compare At Price,Variant Image,Image Src,Image Position\n"
      "shirt,Shirt,<p>Fine</p>,Loom,Farbe,rot,Fit,slim,S1,10.00,12.00,,b.jpg,2\n"
      "shirt,,,,,blau,,wide,,11.00,,c.jpg,a.jpg,1\n"
      "shirt,,,,,,,,,,,,d.jpg,3\n"
      "cup,Cup,,,Title,Default Title,,,,5.00,,,e.jpg,1\n");
  EXPECT_THAT(
      lines_of(read),
      ElementsAre(
          "2: additional_image_link=b.jpg|d.jpg availability=in_stock brand=Loom color=rot description=Fine id=S1 "
          "image_link=a.jpg item_group_id=shirt price=12.00 sale_price=10.00 title=Shirt variant_option=Fit: slim",
          "3: additional_image_link=a.jpg|b.jpg|d.jpg availability=in_stock brand=Loom color=blau "
          "description=Fine id=shirt/blau/wide image_link=c.jpg item_group_id=shirt price=11.00 title=Shirt "
          "variant_option=Fit: wide",
          "5: availability=in_stock id=cup image_link=e.jpg item_group_id=cup price=5.00 title=Cup"));
  EXPECT_THAT(read.faults, IsEmpty());
}

TEST(ShopifyReader, LeavesOutWhatIsNotOnSaleAndSaysSo) {
  for (const std::string sample : {"shopify-old.csv", "shopify-new.csv"}) {
    const auto read = read_by_stage(sample_feed(sample));
    EXPECT_THAT(faults_of(read), ElementsAre(HasSubstr("status: the product is left out: it is draft"))) << sample;
    EXPECT_TRUE(read.faults[0].row_kept);
    EXPECT_EQ(read.faults[0].value, "secret-thing");
  }
}

TEST(ShopifyReader, AProductThatIsTooLargeIsSkipped) {
  std::string feed = "Handle,Title,Variant SKU,Image Src\n";
  for (int i = 0; i < 200; ++i) feed += "big,Big,s" + std::to_string(i) + ",x.jpg\n";
  const auto read = read_by_stage(feed + "cup,Cup,c,e.jpg\n", {}, {.row_bytes_max = 100});
  EXPECT_THAT(faults_of(read), ElementsAre(HasSubstr("2 handle: the rows of this product are longer")));
  ASSERT_EQ(read.rows.size(), 1u);
  EXPECT_EQ(read.rows[0].first("id"), "c");
}

TEST(HtmlText, IsWords) {
  EXPECT_EQ(
      html_text("<p>A&nbsp;<b>fine</b>\n cup</p><!-- no --><script>alert(1)</script> &lt;3 &#228;&#xE4;&unknown; a<b"),
      "A fine cup <3 \u00E4\u00E4&unknown; a");
  EXPECT_EQ(html_text("1 < 2 & 3 &#0; &#xD800;"), "1 < 2 & 3");
  EXPECT_EQ(html_text("<p"), "");
}

std::string as_utf16(const std::string& text, bool big_endian) {
  std::string bytes;
  for (const char c : text) bytes += big_endian ? "\0"s + c : c + "\0"s;
  return bytes;
}

TEST(TextDecoder, KnowsTheUsualEncodings) {
  const std::string header = "id\ttitle\timage_link\n";
  const std::string utf8 = header + "1\tCaf\u00E9 \u20AC\ta.jpg\n";
  const std::string plain = header + "1\tCup\ta.jpg\n";
  for (const auto& bytes : {utf8, "\xEF\xBB\xBF" + utf8, header + "1\tCaf\xE9 \x80\ta.jpg\n"})
    EXPECT_EQ(read_by_stage(bytes).rows.at(0).first("title"), "Caf\u00E9 \u20AC");
  for (const auto& bytes : {"\xFF\xFE" + as_utf16(plain, false), "\xFE\xFF" + as_utf16(plain, true),
                            as_utf16(plain, false), as_utf16(plain, true)})
    EXPECT_THAT(lines_of(read_by_stage(bytes)), ElementsAre("2: id=1 image_link=a.jpg title=Cup"));
}

TEST(TextDecoder, WhatCannotBeDecodedIsTheFaultOfItsRow) {
  const std::string header = "id,title,image_link\n";
  const auto utf8 = read_by_stage(header + "1,Caf\u00E9,a\n2,Caf\xE9,a\n3,Cup,a\n");
  EXPECT_THAT(faults_of(utf8), ElementsAre(HasSubstr("3 title: the value is not text")));
  const auto windows = read_by_stage(header + "1,Caf\xE9,a\n2,\x81,a\n3,Caf\xE9,a\n");
  EXPECT_THAT(faults_of(windows), ElementsAre(HasSubstr("3 title: the value is not text")));
  EXPECT_EQ(windows.rows.at(1).first("title"), "Caf\u00E9");
  const auto utf16 =
      read_by_stage("\xFF\xFE" + as_utf16(header + "1,a", false) + "\x00\xD8"s + as_utf16(",a\n2,b,b\n", false));
  EXPECT_THAT(faults_of(utf16), ElementsAre(HasSubstr("2 title: the value is not text")));
  EXPECT_EQ(utf16.rows.size(), 1u);
}

TEST(TextDecoder, ALetterMayBeCutByAPieceOrTheEnd) {
  const auto long_text = std::string(4095, 'x') + "\u00E9\u20AC";
  const auto feed = "id,title,image_link\n1," + long_text + ",a\n";
  for (const std::size_t piece_bytes : {1, 5, 4096})
    EXPECT_EQ(read_by_stage(feed, {}, {}, piece_bytes).rows.at(0).first("title"), long_text);
  EXPECT_EQ(read_by_stage("id,image_link,title\n1,a,Caf\xC3").rows.at(0).first("title"), "Caf\u00C3");
}

TEST(FeedStage, RefusesWhatIsNoFeed) {
  EXPECT_THAT(refusal_of_stage("PK\x03\x04zip"), HasSubstr("zip archive"));
  EXPECT_THAT(refusal_of_stage("\x1F\x8Bgzip"), HasSubstr("gzip"));
  EXPECT_THAT(refusal_of_stage("id,title\n", {.format = "pdf"}), HasSubstr("formats are auto, tsv"));
  EXPECT_THAT(refusal_of_stage(""), HasSubstr("empty"));
  EXPECT_THAT(refusal_of_stage("[\n  {\n    \"id\": \"1\"\n  }\n]\n"), HasSubstr("one line"));
  EXPECT_THAT(refusal_of_stage("Handle,Vendor\nx,y\n"), HasSubstr("\"Title\""));
}

TEST(FeedStage, ColumnsAreKnownByCommonNamesAndTheMappingWins) {
  const auto german = read_by_stage("Art.Nr.;Produktname;Bild-URL;GR\u00D6\u00DFE;Intern\n1;Tasse;a.jpg;M;x\n");
  EXPECT_THAT(lines_of(german), ElementsAre("2: id=1 image_link=a.jpg intern=x size=M title=Tasse"));
  const auto own = read_by_stage("sku,id,name,title,image_link\n7,1,N,T,a.jpg\n");
  EXPECT_THAT(lines_of(own), ElementsAre("2: id=1 image_link=a.jpg name=N sku=7 title=T"));
  const auto mapped = read_by_stage("sku,id,name,title,image_link\n7,1,N,T,a.jpg\n",
                                    {.mapping = {{"SKU", "id"}, {"Name", "custom_label_0"}, {"title", "title"}}});
  EXPECT_THAT(lines_of(mapped), ElementsAre("2: custom_label_0=N id=7 image_link=a.jpg title=T"));
  EXPECT_THAT(lines_of(read_by_stage("id,title,image_link,size\n1,T,a.jpg,M\n", {.mapping = {{"size", "ignore"}}})),
              ElementsAre("2: id=1 image_link=a.jpg title=T"));
}

TEST(FeedStage, SaysWhichColumnsAreMissingAndHowToMap) {
  EXPECT_THAT(
      refusal_of_stage("Foo,Name,Bar\n1,2,3\n"),
      AllOf(HasSubstr("no column for id, image_link"), HasSubstr("Foo, Name, Bar"), HasSubstr("{\"Foo\": \"id\"}")));
  EXPECT_THAT(refusal_of_stage("id,title,image_link\n", {.mapping = {{"x", "titel"}}}),
              AllOf(HasSubstr("\"titel\""), HasSubstr("title meant")));
}

}  // namespace
}  // namespace likeness::ingest
