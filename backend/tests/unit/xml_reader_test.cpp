#include "ingest/feed/xml_reader.hpp"

#include <gmock/gmock.h>

#include "unit/feed_source.hpp"

namespace likeness::ingest {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

std::string rss(const std::string& items, const std::string& before = {}) {
  return before + "<rss version='2.0' xmlns:g='http://base.google.com/ns/1.0'><channel><title>Shop</title>\n" + items +
         "</channel></rss>\n";
}

TEST(XmlReader, RepeatedElementsKeepTheirValuesAndGroupsAreLeftOut) {
  const auto read = read_by_stage(
      rss("<item><g:id>1</g:id><g:additional_image_link>a.jpg</g:additional_image_link>"
          "<g:additional_image_link>b.jpg</g:additional_image_link><g:shipping><g:price>5 EUR</g:price></g:shipping>"
          "<g:product_detail><g:section_name>General</g:section_name><g:attribute_name>Power</g:attribute_name>"
          "<g:attribute_value>5 W</g:attribute_value></g:product_detail><g:structured_title><g:digital_source_type>x"
          "</g:digital_source_type><g:content>Lamp</g:content></g:structured_title></item>"));
  EXPECT_THAT(lines_of(read), ElementsAre("2: additional_image_link=a.jpg|b.jpg id=1 "
                                          "product_detail=General:Power:5 W structured_title=Lamp"));
  EXPECT_THAT(read.faults, IsEmpty());
}

TEST(XmlReader, GooglesElementsWinOverThoseOfRssAndMarkupBecomesWords) {
  const auto read = read_by_stage(
      rss("<item><id>rss</id><g:id>1</g:id><title>Plain</title><description>A <b>fine</b> cup&amp;saucer"
          "</description></item><item>\n<title><![CDATA[ <Two> ]]></title><media:title>x</media:title></item>"));
  EXPECT_THAT(lines_of(read),
              ElementsAre("2: description=A fine  cup&saucer id=1 title=Plain", "2: media:title=x title=<Two>"));
}

TEST(XmlReader, AtomLinksAndAnotherPrefix) {
  const auto read = read_by_stage(
      "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:x='http://base.google.com/ns/1.0'><entry><x:id>1</x:id>"
      "<link rel='self' href='https://a'/><link href='https://b'/><summary>s</summary></entry></feed>");
  EXPECT_THAT(lines_of(read), ElementsAre("1: description=s id=1 link=https://b"));
}

TEST(XmlReader, TakesTheEncodingOfTheDeclaration) {
  for (const auto& [encoding, letter] : {std::pair{"UTF-8", "\xC3\xA9\xE2\x82\xAC"}, {"windows-1252", "\xE9\x80"}}) {
    const auto read = read_by_stage(rss("<item><g:title>" + std::string(letter) + "</g:title></item>",
                                        "<?xml version='1.0' encoding='" + std::string(encoding) + "'?>"));
    EXPECT_THAT(lines_of(read), ElementsAre("2: title=\u00E9\u20AC")) << encoding;
  }
}

TEST(XmlReader, WhatBreaksOffIsToldWithItsLineAndRowsBeforeItStay) {
  const auto read = read_by_stage(
      rss("<item><g:id>1</g:id></item>\n<item><g:id>2</g:id>\n<oops></item>\n<item><g:id>3</g:id></item>"));
  EXPECT_THAT(lines_of(read), ElementsAre("2: id=1"));
  EXPECT_THAT(faults_of(read),
              ElementsAre(AllOf(StartsWith("4 : the XML is not well-formed"), HasSubstr("mismatched"))));
  EXPECT_FALSE(read.whole);
}

TEST(XmlReader, RefusesEntitiesAndDeclarations) {
  std::string laughs = "<!DOCTYPE rss [<!ENTITY a \"ha\">";
  for (char c = 'b'; c <= 'z'; ++c)
    laughs += "<!ENTITY " + std::string(1, c) + " \"&" + std::string(1, static_cast<char>(c - 1)) + ";&" +
              std::string(1, static_cast<char>(c - 1)) + ";\">";
  EXPECT_THAT(refusal_of_stage(rss("<item><g:id>&z;</g:id></item>", laughs + "]>")), HasSubstr("DOCTYPE"));
  EXPECT_THAT(refusal_of_stage(
                  rss("<item><g:id>&x;</g:id></item>", "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")),
              HasSubstr("not allowed"));
  const auto outside =
      read_by_stage(rss("<item><g:id>1</g:id></item>", "<!DOCTYPE rss SYSTEM \"http://127.0.0.1/x.dtd\">"));
  EXPECT_THAT(lines_of(outside), ElementsAre("2: id=1"));
}

TEST(XmlReader, BoundsDepthItemsAndTags) {
  const FeedLimits limits{.row_bytes_max = 2000};
  const auto large = read_by_stage(
      rss("<item><g:id>1</g:id><g:title>" + std::string(5000, 'x') + "</g:title></item>\n<item><g:id>2</g:id></item>"),
      {}, limits);
  EXPECT_THAT(faults_of(large), ElementsAre("2 : the item is longer than 2000 bytes"));
  EXPECT_THAT(lines_of(large), ElementsAre("3: id=2"));
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<a>";
  EXPECT_THAT(faults_of(read_by_stage(rss("<item>" + deep))), ElementsAre(HasSubstr("nested more than 64 deep")));
  std::string empty_elements = "<item>";
  for (int i = 0; i < 1000; ++i) empty_elements += "<g:a/>";
  EXPECT_THAT(faults_of(read_by_stage(rss(empty_elements + "</item>"), {}, limits)),
              ElementsAre(HasSubstr("item is longer")));
  EXPECT_THAT(faults_of(read_by_stage(rss("<item><g:id a='" + std::string(1 << 20, 'x')), {}, limits)),
              ElementsAre(HasSubstr("a tag or comment is longer")));
}

TEST(XmlReader, SaysWhereThereAreNoProducts) {
  EXPECT_THAT(refusal_of_stage("<html><body/></html>"), HasSubstr("no <item>"));
  EXPECT_THAT(refusal_of_stage("<html><br></html>"), HasSubstr("line 1"));
}

}  // namespace
}  // namespace likeness::ingest
