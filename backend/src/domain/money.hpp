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

/// Reads the feed form "15.00 USD" (also "USD 15.00", and "15,00 EUR" with a decimal comma). Refuses negative amounts,
/// more digits than the currency has, and anything ambiguous.
Result<Money> parse_money(std::string_view text);
/// Reads a bare amount ("12.5") in the given currency.
Result<Money> parse_amount(std::string_view amount, std::string_view currency);
/// "15.00 USD".
std::string to_string(const Money& money);

}  // namespace likeness
