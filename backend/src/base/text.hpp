#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace likeness {

/// Without leading and trailing ASCII white space.
std::string_view trim(std::string_view text);
/// ASCII letters in lower case; other bytes untouched.
std::string to_lower(std::string_view text);
/// Pieces between separators, trimmed, empty ones left out.
std::vector<std::string> split(std::string_view text, std::string_view separator);
std::string join(std::span<const std::string> parts, std::string_view separator);
bool equals_ignoring_case(std::string_view left, std::string_view right);
bool is_valid_utf8(std::string_view text);
/// The longest start of at most `bytes_max` bytes that is valid UTF-8, for quoting what came from outside.
std::string_view valid_start(std::string_view text, std::size_t bytes_max);
/// Number of code points in valid UTF-8.
std::size_t utf8_length(std::string_view text);
/// Number of single-character edits between two words (Levenshtein), for "did you mean".
std::size_t edit_distance(std::string_view left, std::string_view right);
/// The candidate nearest to `word`, or empty where none is within a third of its length.
std::string nearest_word(std::string_view word, std::span<const std::string> candidates);

}  // namespace likeness
