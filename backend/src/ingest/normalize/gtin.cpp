#include "ingest/normalize/gtin.hpp"

#include <algorithm>

namespace likeness::ingest {
namespace {

/// From the right, digits weigh 3, 1, 3 … before the check digit.
char check_digit(std::string_view digits) {
  int sum = 0, weight = 3;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, weight = 4 - weight)
    sum += (*digit - '0') * weight;
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

bool is_isbn10(std::string_view text) {
  if (text.size() != 10) return false;
  int sum = 0;
  for (int i = 0; i < 10; ++i) {
    const char c = text[static_cast<std::size_t>(i)];
    if (c != 'X' && c != 'x' && (c < '0' || c > '9')) return false;
    if ((c == 'X' || c == 'x') && i != 9) return false;
    sum += (10 - i) * (c == 'X' || c == 'x' ? 10 : c - '0');
  }
  return sum % 11 == 0;
}

}  // namespace

std::expected<std::string, std::string> parse_gtin(std::string_view text) {
  std::string digits(text);
  std::erase_if(digits, [](char c) { return c == ' ' || c == '-'; });
  if (is_isbn10(digits)) {
    digits = "978" + digits.substr(0, 9);
    return digits + check_digit(digits);
  }
  if (digits.find_first_not_of("0123456789") != std::string::npos)
    return std::unexpected(digits.find("E+") != std::string::npos || digits.find("e+") != std::string::npos
                               ? "was rounded by a spreadsheet: format the column as text"
                               : "is no GTIN: it has characters other than digits");
  if (digits.size() != 8 && digits.size() != 12 && digits.size() != 13 && digits.size() != 14)
    return std::unexpected("is no GTIN: it has " + std::to_string(digits.size()) + " digits, and not 8, 12, 13 or 14");
  const auto expected = check_digit(std::string_view(digits).substr(0, digits.size() - 1));
  if (digits.back() != expected)
    return std::unexpected(std::string("is no GTIN: its last digit would have to be ") + expected);
  return digits;
}

}  // namespace likeness::ingest
