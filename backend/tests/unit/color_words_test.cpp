#include "domain/color_words.hpp"

#include <gmock/gmock.h>

namespace likeness {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ColorWordsTest, WordsOfFiveLanguagesMeanTheSame) {
  for (const char* word : {"red", "Rot", "rouge", "rojo", "Rosso", "bright red", "hellrot", "RED"})
    EXPECT_THAT(colors_meant(word), ElementsAre("red")) << word;
  for (const char* word : {"grey", "grau", "gris", "grigio", "hellgrau", "light grey", "gris clair"})
    EXPECT_THAT(colors_meant(word), ElementsAre("grey")) << word;
  for (const char* word : {"white", "weiß", "weiss", "blanc", "blanco", "bianco"})
    EXPECT_THAT(colors_meant(word), ElementsAre("white")) << word;
  for (const char* word : {"green", "grün", "vert", "verde", "GRÜN", "dunkelgrün"})
    EXPECT_THAT(colors_meant(word), ElementsAre("green")) << word;
}

TEST(ColorWordsTest, ShopWordsMeanWhatCamerasSee) {
  EXPECT_THAT(colors_meant("dark navy"), ElementsAre("navy", "blue", "black"));
  EXPECT_THAT(colors_meant("off-white"), ElementsAre("white", "beige"));
  EXPECT_THAT(colors_meant("black/white"), ElementsAre("black", "white"));
  EXPECT_THAT(colors_meant("schwarz-weiß"), ElementsAre("black", "white"));
  EXPECT_THAT(colors_meant("Crème"), Contains("beige"));
  EXPECT_THAT(colors_meant("türkis"), Contains("turquoise"));
}

TEST(ColorWordsTest, OtherWordsMeanNothing) {
  for (const char* word : {"", "multicolor", "bunt", "Midsummer", "#ff0000", "hell", "dark"})
    EXPECT_THAT(colors_meant(word), IsEmpty()) << word;
}

TEST(ColorWordsTest, AFeedAgreesWithAPhotoThatShowsOneOfItsColors) {
  const std::vector<ColorShare> photo = {{"navy", 0.7}, {"white", 0.2}};
  const auto check = [&](std::vector<std::string> words) { return check_colors(words, photo); };
  EXPECT_EQ(check({"dunkelblau"}), ColorCheck::agrees);
  EXPECT_EQ(check({"red", "white"}), ColorCheck::agrees);
  EXPECT_EQ(check({"red"}), ColorCheck::differs);
  EXPECT_EQ(check({"red", "multicolor"}), ColorCheck::differs);
  EXPECT_EQ(check({"multicolor"}), ColorCheck::unknown);
  EXPECT_EQ(check({}), ColorCheck::unknown);
  EXPECT_EQ(check_colors(std::vector<std::string>{"red"}, {}), ColorCheck::unknown);
  for (const auto value : {ColorCheck::unknown, ColorCheck::agrees, ColorCheck::differs})
    EXPECT_EQ(parse_color_check(to_string(value)), value);
}

}  // namespace
}  // namespace likeness
