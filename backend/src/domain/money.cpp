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

/// Whether the parts between the marks are thousands: one to three digits, then threes.
bool are_thousands(std::string_view text, char mark) {
  const auto first = text.find(mark);
  if (first < 1 || first > 3) return false;
  for (auto at = first; at < text.size(); at += 4)
    if (text[at] != mark || std::min(text.find(mark, at + 1), text.size()) != at + 4) return false;
  return true;
}

bool are_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::string without(std::string_view text, char mark) {
  std::string rest(text);
  std::erase(rest, mark);
  return rest;
}

struct Amount {
  std::string whole;
  std::string fraction;
};

/// Splits "1,234.50", "1.234,50", "1 234,50" or "12,5" into whole and fraction digits; nullopt where the marks make no
/// sense, or could mean two amounts and the style's mark does not say which.
std::optional<Amount> split_amount(std::string_view text, int exponent, DecimalMark mark_of_feed) {
  std::string plain(text);
  for (const char thousands : {' ', '\''}) {
    if (plain.find(thousands) == std::string::npos) continue;
    const auto head = std::string_view(plain).substr(0, plain.find_first_of(".,"));
    if (!are_thousands(head, thousands)) return std::nullopt;
    plain = without(head, thousands) + plain.substr(head.size());
  }
  const std::string_view number(plain);
  const auto last = number.find_last_of(".,");
  if (last == std::string_view::npos) return are_digits(number) ? std::optional(Amount{plain, ""}) : std::nullopt;
  const char mark = number[last];
  const auto head = number.substr(0, last), tail = number.substr(last + 1);
  const char other = mark == '.' ? ',' : '.';
  if (head.find(mark) != std::string_view::npos) {  // 1.234.567
    const auto whole = without(number, mark);
    return are_thousands(number, mark) && are_digits(whole) ? std::optional(Amount{whole, ""}) : std::nullopt;
  }
  const bool is_grouped = head.find(other) != std::string_view::npos;
  if (is_grouped && !are_thousands(head, other)) return std::nullopt;
  const auto whole = without(head, other);
  if (!are_digits(whole) || !are_digits(tail)) return std::nullopt;
  if (!is_grouped && tail.size() == 3 && exponent == 0)  // there is nothing smaller than a yen
    return are_thousands(number, mark) ? std::optional(Amount{whole + std::string(tail), ""}) : std::nullopt;
  // "1,200" could be a thousand and more or a fraction of three digits, and so could "1.200" where the currency has no
  // such fraction.
  if (!is_grouped && tail.size() == 3 && (mark == ',' || exponent != 3)) {
    if (mark_of_feed == DecimalMark::unknown) return std::nullopt;
    const bool is_fraction = (mark_of_feed == DecimalMark::point) == (mark == '.');
    if (!is_fraction)
      return are_thousands(number, mark) ? std::optional(Amount{whole + std::string(tail), ""}) : std::nullopt;
  }
  return Amount{whole, std::string(tail)};
}

/// Symbols, and the currencies that they may mean; the first is meant where it is the only one.
constexpr std::pair<std::string_view, std::string_view> kSymbols[] = {
    {"\u20AC", "EUR "},
    {"\u00A3", "GBP EGP FKP GIP LBP SHP SYP "},
    {"\u00A5", "JPY CNY "},
    {"$",
     "USD AUD BBD BMD BND BSD BZD CAD CLP COP FJD GYD HKD JMD KYD LRD MXN NAD NZD SBD SGD SRD TTD TWD UYU XCD ARS "},
    {"z\u0142", "PLN "},
    {"K\u010D", "CZK "},
    {"kr", "SEK DKK NOK ISK "},
    {"Fr.", "CHF "},
    {"US$", "USD "},
    {"\u20B9", "INR "},
};

/// A price without its currency, blanks and all, and the currency.
struct PriceText {
  std::string amount;
  std::string currency;
};

constexpr std::pair<std::string_view, char> kFancyMarks[] = {
    {"\u00A0", ' '}, {"\u202F", ' '}, {"\u2009", ' '}, {"\u2019", '\''}};
constexpr std::size_t kPriceBytesMax = 100;

/// Blanks that part thousands in French and Swiss feeds, and typographic apostrophes, as plain ones.
std::string with_plain_marks(std::string_view text) {
  std::string plain(text);
  for (const auto& [fancy, mark] : kFancyMarks)
    for (auto at = plain.find(fancy); at != std::string::npos; at = plain.find(fancy, at))
      plain.replace(at, fancy.size(), 1, mark);
  return std::string(trim(plain));
}

/// The currency that a word beside the amount names; empty where it names none.
std::string named_currency(std::string_view word, const std::string& currency_of_feed) {
  if (is_currency_code(word)) return upper(word);
  for (const auto& [symbol, meanings] : kSymbols) {
    if (word != symbol) continue;
    if (lists(meanings, currency_of_feed)) return currency_of_feed;
    return meanings.size() == 4 ? std::string(meanings.substr(0, 3)) : std::string();
  }
  return {};
}

PriceText split_price(std::string_view text, const PriceStyle& style) {
  const auto price = with_plain_marks(text);
  const auto first_digit = std::min(price.find_first_of("0123456789+-"), price.size());
  const auto last_digit = price.find_last_of("0123456789");
  const auto end = last_digit == std::string::npos ? first_digit : std::max(last_digit + 1, first_digit);
  const auto before = trim(std::string_view(price).substr(0, first_digit));
  const auto after = trim(std::string_view(price).substr(end));
  PriceText parts{std::string(trim(std::string_view(price).substr(first_digit, end - first_digit))), {}};
  if (before.empty() && after.empty())
    parts.currency = style.currency;
  else if (before.empty() || after.empty())
    parts.currency = named_currency(before.empty() ? after : before, style.currency);
  return parts;
}

}  // namespace

Result<int> currency_exponent(std::string_view currency) {
  if (lists(kTwoDigits, currency)) return 2;
  if (lists(kNoDigits, currency)) return 0;
  if (lists(kThreeDigits, currency)) return 3;
  return failure(ErrorKind::invalid_argument,
                 "\"" + std::string(valid_start(currency, 10)) + "\" is not an ISO 4217 currency code");
}

namespace {

Result<Money> to_money(std::string_view amount, std::string_view currency, DecimalMark mark) {
  const auto exponent = currency_exponent(currency);
  if (!exponent) return std::unexpected(exponent.error());
  const auto parts = split_amount(trim(amount), *exponent, mark);
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

}  // namespace

Result<Money> parse_amount(std::string_view amount, std::string_view currency) {
  return to_money(amount, currency, DecimalMark::unknown);
}

Result<Money> parse_money(std::string_view text, const PriceStyle& style) {
  if (text.size() > kPriceBytesMax) return not_a_number(text);
  const auto [amount, currency] = split_price(text, style);
  if (amount.empty() || currency.empty())
    return failure(ErrorKind::invalid_argument, "\"" + std::string(valid_start(trim(text), 60)) +
                                                    "\" is not a price with its currency, such as 15.00 EUR");
  return to_money(amount, currency, style.mark);
}

DecimalMark shown_decimal_mark(std::string_view text) {
  if (text.size() > kPriceBytesMax) return DecimalMark::unknown;
  const auto [amount, currency] = split_price(text, {.currency = "EUR"});
  const auto exponent = currency_exponent(currency).value_or(2);
  const auto last = amount.find_last_of(".,");
  if (last == std::string::npos || !split_amount(amount, exponent, DecimalMark::unknown)) return DecimalMark::unknown;
  const bool is_point = amount[last] == '.';
  // A mark that comes twice parts thousands: 1.234.567.
  const bool is_thousands = amount.find(amount[last]) != last ||
                            (exponent == 0 && amount.size() - last == 4 && amount.find_first_of(".,") == last);
  return is_point != is_thousands ? DecimalMark::point : DecimalMark::comma;
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
