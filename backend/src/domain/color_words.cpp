#include "domain/color_words.hpp"

#include <algorithm>
#include <map>
#include <sstream>

#include "base/text.hpp"

namespace likeness {
namespace {

/// "black grey" <- words: the colours, then every word for them. Lower case; accents are left out on both sides.
struct Meaning {
  const char* colors;
  const char* words;
};

constexpr Meaning kMeanings[] = {
    {"black", "black schwarz noir noire negro negra nero nera onyx jet ebony"},
    {"grey black", "charcoal anthracite anthrazit graphite grafito grafite antracita antracite slate gunmetal"},
    {"grey", "grey gray grau gris grigio grigia silver silber argent plata plateado argento heather ash melange"},
    {"white", "white weiss blanc blanche blanco blanca bianco bianca snow"},
    {"white beige",
     "offwhite ivory elfenbein ivoire marfil avorio cream creme crema ecru eggshell pearl natural natur"},
    {"beige brown", "beige sand sable arena sabbia taupe khaki kaki nude stone oatmeal camel champagne"},
    {"brown", "brown braun brun brune marron marrone chocolate schokolade chocolat cioccolato chestnut espresso mocha"},
    {"brown orange", "tan cognac caramel rust rost rouille copper kupfer bronze terracotta"},
    {"red", "red rot rote rotes roter rouge rojo roja rosso rossa scarlet crimson cherry"},
    {"red purple brown", "burgundy bordeaux wine maroon weinrot granate bordo oxblood"},
    {"orange", "orange naranja arancione tangerine apricot"},
    {"orange pink red", "coral koralle corail peach pfirsich salmon lachs saumon"},
    {"yellow", "yellow gelb jaune amarillo amarilla giallo gialla lemon mustard senf moutarde"},
    {"yellow brown beige", "gold golden dorado dore oro"},
    {"green", "green gruen vert verte verde olive oliva olivgruen sage lime emerald forest moss"},
    {"turquoise green", "mint menthe menta"},
    {"turquoise blue", "turquoise tuerkis turquesa turchese teal petrol aqua cyan"},
    {"blue", "blue blau bleu bleue azul blu azzurro celeste royal cobalt sky denim jeans indigo"},
    {"navy blue black", "navy marine marineblau marino midnight dunkelblau"},
    {"purple", "purple violet violett lila morado morada viola aubergine plum lavender lavendel lavande"},
    {"pink", "pink rosa rose pinkes fuchsia magenta fucsia blush"},
};

constexpr std::pair<std::string_view, std::string_view> kSpellings[] = {
    {"off-white", "offwhite"},
    {"off white", "offwhite"},
    {"ß", "ss"},
    {"ä", "ae"},
    {"ö", "oe"},
    {"ü", "ue"},
    {"Ü", "ue"},
    {"é", "e"},
    {"è", "e"},
    {"ê", "e"},
    {"ç", "c"},
    {"É", "e"},
};

constexpr std::string_view kShades[] = {"dunkel", "hell", "dark", "light", "pale", "neon", "pastell"};

std::map<std::string, std::vector<std::string_view>, std::less<>> read_meanings() {
  std::map<std::string, std::vector<std::string_view>, std::less<>> meanings;
  const auto pieces = [](std::string_view text) {
    std::vector<std::string_view> found;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      found.push_back(text.substr(at, end - at));
      at = end + 1;
    }
    return found;
  };
  for (const Meaning& meaning : kMeanings)
    for (const std::string_view word : pieces(meaning.words)) meanings[std::string(word)] = pieces(meaning.colors);
  return meanings;
}

std::string spelt_plainly(std::string_view words) {
  std::string text = to_lower(words);
  for (const auto& [from, to] : kSpellings)
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to);
  for (char& letter : text)
    if (letter < 'a' || letter > 'z') letter = ' ';
  return text;
}

}  // namespace

std::vector<std::string_view> colors_meant(std::string_view words) {
  static const auto meanings = read_meanings();
  std::vector<std::string_view> meant;
  std::istringstream stream(spelt_plainly(words));
  for (std::string word; stream >> word;) {
    auto found = meanings.find(word);
    for (const std::string_view shade : kShades)
      if (found == meanings.end() && word.starts_with(shade)) found = meanings.find(word.substr(shade.size()));
    if (found == meanings.end()) continue;
    for (const std::string_view color : found->second)
      if (std::ranges::find(meant, color) == meant.end()) meant.push_back(color);
  }
  return meant;
}

std::string_view to_string(ColorCheck check) {
  switch (check) {
    case ColorCheck::unknown:
      return "unknown";
    case ColorCheck::agrees:
      return "agrees";
    case ColorCheck::differs:
      return "differs";
  }
  return "unknown";
}

ColorCheck parse_color_check(std::string_view text) {
  if (text == "agrees") return ColorCheck::agrees;
  return text == "differs" ? ColorCheck::differs : ColorCheck::unknown;
}

ColorCheck check_colors(std::span<const std::string> feed_colors, std::span<const ColorShare> photo_colors) {
  bool known = false;
  for (const std::string& words : feed_colors) {
    for (const std::string_view color : colors_meant(words)) {
      known = true;
      if (std::ranges::find(photo_colors, color, &ColorShare::name) != photo_colors.end()) return ColorCheck::agrees;
    }
  }
  return known && !photo_colors.empty() ? ColorCheck::differs : ColorCheck::unknown;
}

}  // namespace likeness
