#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace likeness {

/// An amount in minor units (cents; none for JPY, thousandths for KWD) of an ISO 4217 currency.
struct Money {
  std::int64_t minor = 0;
  std::string currency;

  bool operator==(const Money&) const = default;
};

/// Digits after the point that ISO 4217 gives a currency; Error{invalid_argument} for a code that it does not list.
Result<int> currency_exponent(std::string_view currency);

/// The mark before the fraction of an amount, as far as a feed has shown which one it uses.
enum class DecimalMark { unknown, point, comma };

/// What is known of the prices of one feed.
struct PriceStyle {
  std::string currency = {};  ///< of prices that name none, and what symbols such as $ mean; empty: unknown
  DecimalMark mark = DecimalMark::unknown;
};

/// Reads the forms of feeds: "15.00 USD", "USD 15.00", "15,00 EUR", "1.299,00 €", "1 299,00 EUR", and with the currency
/// of the style "15.00" and "$15". Thousands may be parted by the other mark, by blanks or by apostrophes. What could
/// be a thousand or a fraction ("1,299") is taken as the style's mark says. Refuses negative amounts, more digits than
/// the currency has, and what stays ambiguous.
Result<Money> parse_money(std::string_view text, const PriceStyle& style = {});
/// The decimal mark that a price shows beyond doubt ("15,00", "1,299.00"); unknown where it shows none.
DecimalMark shown_decimal_mark(std::string_view text);
/// Reads a bare amount ("12.5") in the given currency.
Result<Money> parse_amount(std::string_view amount, std::string_view currency);
/// "15.00 USD".
std::string to_string(const Money& money);

}  // namespace likeness
