#include "domain/money.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "base/text.hpp"

namespace likeness {
namespace {

// ISO 4217, list of 2024: currencies in use, by number of minor digits.
constexpr std::string_view kNoDigits = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF ";
constexpr std::string_view kThreeDigits = "BHD IQD JOD KWD LYD OMR TND ";
constexpr std::string_view kTwoDigits =
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC "
    "CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD "
    "KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO "
    "NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL "
    "THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW ZWG ";

bool lists(std::string_view table, std::string_view code) {
  return code.size() == 3 && table.find(std::string(code) + ' ') != std::string_view::npos;
}

bool is_currency_code(std::string_view text) {
  return text.size() == 3 && std::ranges::all_of(text, [](unsigned char c) { return std::isalpha(c) != 0; });
}

std::string upper(std::string_view text) {
  std::string upper_case(text);
  for (char& c : upper_case) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return upper_case;
}

std::unexpected<Error> not_a_number(std::string_view text) {
  return failure(ErrorKind::invalid_argument, "\"" + std::string(valid_start(text, 60)) + "\" is not a price");
}

/// Splits "1,234.50" or "1.234,50" or "12,5" into whole and fraction digits; nullopt where the marks make no sense
/// or could mean two amounts.
std::optional<std::pair<std::string, std::string>> split_amount(std::string_view text, int exponent) {
  const auto last_mark = text.find_last_of(".,");
  std::string whole, fraction;
  if (last_mark == std::string_view::npos) {
    whole = text;
  } else {
    const char mark = text[last_mark];
    const auto head = text.substr(0, last_mark);
    const auto tail = text.substr(last_mark + 1);
    const char other = mark == '.' ? ',' : '.';
    if (head.find(mark) != std::string_view::npos) return std::nullopt;
    const bool is_grouped = head.find(other) != std::string_view::npos;
    // "1,200" could be a thousand and more or a fraction of three digits, and so could "1.200" where the currency has
    // no such fraction.
    if (!is_grouped && tail.size() == 3 && (mark == ',' || exponent != 3)) return std::nullopt;
    for (std::size_t start = 0; start <= head.size();) {
      const auto end = std::min(head.find(other, start), head.size());
      const auto length = end - start;
      if (is_grouped && (start == 0 ? length < 1 || length > 3 : length != 3)) return std::nullopt;
      whole += head.substr(start, length);
      start = end + 1;
    }
    fraction = tail;
  }
  const auto digits_only = [](std::string_view digits) {
    return std::ranges::all_of(digits, [](unsigned char c) { return std::isdigit(c) != 0; });
  };
  if (whole.empty() || !digits_only(whole) || !digits_only(fraction)) return std::nullopt;
  if (last_mark != std::string_view::npos && fraction.empty()) return std::nullopt;
  return std::pair{whole, fraction};
}

}  // namespace

Result<int> currency_exponent(std::string_view currency) {
  if (lists(kTwoDigits, currency)) return 2;
  if (lists(kNoDigits, currency)) return 0;
  if (lists(kThreeDigits, currency)) return 3;
  return failure(ErrorKind::invalid_argument,
                 "\"" + std::string(valid_start(currency, 10)) + "\" is not an ISO 4217 currency code");
}

Result<Money> parse_amount(std::string_view amount, std::string_view currency) {
  const auto exponent = currency_exponent(currency);
  if (!exponent) return std::unexpected(exponent.error());
  const auto parts = split_amount(trim(amount), *exponent);
  if (!parts) return not_a_number(amount);
  auto [whole, fraction] = *parts;
  while (fraction.size() > static_cast<std::size_t>(*exponent) && fraction.back() == '0') fraction.pop_back();
  if (fraction.size() > static_cast<std::size_t>(*exponent))
    return failure(ErrorKind::invalid_argument, "\"" + std::string(valid_start(amount, 60)) +
                                                    "\" has more digits after the point than " + std::string(currency) +
                                                    " has");
  fraction.resize(static_cast<std::size_t>(*exponent), '0');
  const std::string digits = whole + fraction;
  if (digits.size() > 15)
    return failure(ErrorKind::invalid_argument,
                   "\"" + std::string(valid_start(amount, 60)) + "\" is too large a price");
  return Money{std::stoll(digits), std::string(currency)};
}

Result<Money> parse_money(std::string_view text) {
  const auto trimmed = trim(text);
  const auto space = trimmed.find(' ');
  if (space == std::string_view::npos)
    return failure(ErrorKind::invalid_argument, "\"" + std::string(valid_start(trimmed, 60)) +
                                                    "\" is not a price with its currency, such as 15.00 EUR");
  const auto first = trim(trimmed.substr(0, space));
  const auto second = trim(trimmed.substr(space));
  if (is_currency_code(second)) return parse_amount(first, upper(second));
  if (is_currency_code(first)) return parse_amount(second, upper(first));
  return not_a_number(trimmed);
}

std::string to_string(const Money& money) {
  const int exponent = currency_exponent(money.currency).value_or(2);
  std::string digits = std::to_string(money.minor);
  if (exponent > 0) {
    if (digits.size() <= static_cast<std::size_t>(exponent))
      digits.insert(0, static_cast<std::size_t>(exponent) + 1 - digits.size(), '0');
    digits.insert(digits.size() - static_cast<std::size_t>(exponent), ".");
  }
  return digits + " " + money.currency;
}

}  // namespace likeness
