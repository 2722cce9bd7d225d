#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/vision.hpp"

namespace likeness {

/// Which of the fourteen named colours a shop's colour words may mean, in English, German, French, Spanish or Italian:
/// "dark navy" is navy, blue or black to a camera; "black/white" is both. Several for a word where photos of what shops
/// call so are seen as either. Empty where no word is known, and for words of many colours ("multicolor").
std::vector<std::string_view> colors_meant(std::string_view words);

enum class ColorCheck { unknown, agrees, differs };
std::string_view to_string(ColorCheck check);
/// Unknown for any other word.
ColorCheck parse_color_check(std::string_view text);

/// Whether a photo shows a colour that the feed names: one shared name is enough, since a photo may show one variant of
/// several. Unknown where the feed names none that we know, or the photo has none.
ColorCheck check_colors(std::span<const std::string> feed_colors, std::span<const ColorShare> photo_colors);

}  // namespace likeness
