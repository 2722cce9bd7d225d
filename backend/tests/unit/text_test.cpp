#include "base/text.hpp"

#include <gmock/gmock.h>

namespace likeness {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Text, TrimsAndSplits) {
  EXPECT_EQ(trim(" \t a b \r\n"), "a b");
  EXPECT_EQ(trim(" \t\r\n"), "");
  EXPECT_EQ(trim(""), "");
  EXPECT_THAT(split("red / dark blue /", "/"), ElementsAre("red", "dark blue"));
  EXPECT_THAT(split("a > b>c", ">"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(split(" , ,", ","), IsEmpty());
  EXPECT_THAT(split("", ","), IsEmpty());
  const std::vector<std::string> parts{"a", "b"};
  EXPECT_EQ(join(parts, ", "), "a, b");
}

TEST(Text, LowerCaseTouchesAsciiAlone) {
  EXPECT_EQ(to_lower("ABC xyz ÄÖ"), "abc xyz ÄÖ");
  EXPECT_TRUE(equals_ignoring_case("ReD", "rEd"));
  EXPECT_FALSE(equals_ignoring_case("red", "re"));
  EXPECT_FALSE(equals_ignoring_case("red", "rad"));
}

struct Utf8Case {
  std::string_view name;
  std::string bytes;
  bool valid;
};

TEST(Text, TellsUtf8FromOtherBytes) {
  const Utf8Case table[] = {
      {"empty", "", true},
      {"ascii", "plain", true},
      {"two bytes", "\xC3\xA9", true},
      {"three bytes", "\xE2\x82\xAC", true},
      {"four bytes", "\xF0\x9F\x91\x97", true},
      {"least of two", "\xC2\x80", true},
      {"last before the surrogates", "\xED\x9F\xBF", true},
      {"first after the surrogates", "\xEE\x80\x80", true},
      {"last code point", "\xF4\x8F\xBF\xBF", true},
      {"beyond the last code point", "\xF4\x90\x80\x80", false},
      {"Latin-1", "caf\xE9", false},
      {"lone continuation", "\x80", false},
      {"overlong slash in two", "\xC0\xAF", false},
      {"overlong in two, C1", "\xC1\xBF", false},
      {"overlong in three", "\xE0\x80\xAF", false},
      {"overlong in four", "\xF0\x80\x80\xAF", false},
      {"surrogate", "\xED\xA0\x80", false},
      {"cut after one of two", "a\xC3", false},
      {"cut after two of three", "\xE2\x82", false},
      {"cut after three of four", "\xF0\x9F\x91", false},
      {"lead byte instead of continuation", "\xE2\xC3\xA9", false},
      {"five bytes", "\xF8\x88\x80\x80\x80", false},
      {"FF", "\xFF", false},
  };
  for (const auto& [name, bytes, valid] : table) EXPECT_EQ(is_valid_utf8(bytes), valid) << name;
}

TEST(Text, CountsCodePoints) {
  EXPECT_EQ(utf8_length(""), 0u);
  EXPECT_EQ(utf8_length("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x91\x97"), 4u);
}

TEST(Text, AStartNeverEndsInsideACharacter) {
  const std::string dress = "kl\xE2\x82\xAC\xF0\x9F\x91\x97";  // 2 + 3 + 4 bytes
  const std::size_t lengths[] = {0, 1, 2, 2, 2, 5, 5, 5, 5, 9, 9};
  for (std::size_t bytes_max = 0; bytes_max < std::size(lengths); ++bytes_max)
    EXPECT_EQ(valid_start(dress, bytes_max), dress.substr(0, lengths[bytes_max])) << bytes_max;
  EXPECT_EQ(valid_start("caf\xE9 au lait", 60), "caf");
}

TEST(Text, CountsEdits) {
  EXPECT_EQ(edit_distance("", ""), 0u);
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  EXPECT_EQ(edit_distance("abc", ""), 3u);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
  EXPECT_EQ(edit_distance("flaw", "lawn"), 2u);
  EXPECT_EQ(edit_distance("port", "prot"), 2u);
}

TEST(Text, NamesTheNearestWordOrNone) {
  const std::vector<std::string> words{"server.host", "server.port", "redis.url", "log.level"};
  EXPECT_EQ(nearest_word("server.prot", words), "server.port");
  EXPECT_EQ(nearest_word("server.hots", words), "server.host");
  EXPECT_EQ(nearest_word("log.levle", words), "log.level");
  EXPECT_EQ(nearest_word("completely.different.thing", words), "");
  EXPECT_EQ(nearest_word("server.port", {}), "");
}

}  // namespace
}  // namespace likeness
