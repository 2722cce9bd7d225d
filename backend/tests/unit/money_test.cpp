#include "domain/money.hpp"

#include <gmock/gmock.h>

#include <random>

namespace likeness {
namespace {

TEST(Money, ReadsTheFormsOfFeeds) {
  const std::tuple<std::string, std::int64_t, std::string> table[] = {
      {"15.00 USD", 1500, "USD"},
      {"USD 15.00", 1500, "USD"},
      {"15 USD", 1500, "USD"},
      {"15,00 EUR", 1500, "EUR"},
      {"12,5 EUR", 1250, "EUR"},
      {"0.99 eur", 99, "EUR"},
      {"  7.1   CHF ", 710, "CHF"},
      {"1,234.50 USD", 123450, "USD"},
      {"1.234,50 EUR", 123450, "EUR"},
      {"1.234.567,89 EUR", 123456789, "EUR"},
      {"1,234,567.89 USD", 123456789, "USD"},
      {"1234.50 USD", 123450, "USD"},
      {"1500 JPY", 1500, "JPY"},
      {"1500.00 JPY", 1500, "JPY"},
      {"1.234 KWD", 1234, "KWD"},
      {"1.5 KWD", 1500, "KWD"},
      {"12 KWD", 12000, "KWD"},
      {"1,234.567 KWD", 1234567, "KWD"},
      {"0 EUR", 0, "EUR"},
      {"0.00 EUR", 0, "EUR"},
      {"15.0000 EUR", 1500, "EUR"},
      {"15.00 \u20AC", 1500, "EUR"},
      {"\u20AC15,00", 1500, "EUR"},
      {"1.299,00 \u20AC", 129900, "EUR"},
      {"1 299,00 EUR", 129900, "EUR"},
      {"1\u202F299,00\u00A0EUR", 129900, "EUR"},
      {"CHF 1'299.90", 129990, "CHF"},
      {"15.00USD", 1500, "USD"},
      {"US$ 15", 1500, "USD"},
      {"1.234.567 EUR", 123456700, "EUR"},
      {"1 000 EUR", 100000, "EUR"},
      {"1,000 JPY", 1000, "JPY"},
  };
  for (const auto& [text, minor, currency] : table) {
    const auto money = parse_money(text);
    ASSERT_TRUE(money) << text << ": " << money.error().message();
    EXPECT_EQ(money->minor, minor) << text;
    EXPECT_EQ(money->currency, currency) << text;
  }
}

TEST(Money, RefusesWhatIsNoPrice) {
  for (const std::string text : {"",
                                 "15.00",
                                 "EUR",
                                 "free",
                                 "EUR EUR",
                                 "$15.00",
                                 "15.00 $ EUR",
                                 "15.00 EURO",
                                 "15.00 XXX",
                                 "-1.00 EUR",
                                 "+1.00 EUR",
                                 "1e3 EUR",
                                 "12,5,0 EUR",
                                 "12.5.0 EUR",
                                 "1,23.50 EUR",
                                 "12345,678.90 EUR",
                                 "1,.50 EUR",
                                 ",123.50 EUR",
                                 "1,,000.00 EUR",
                                 "1.00 2.00 EUR",
                                 "0x10 EUR",
                                 "1.005 EUR",
                                 "0.5 JPY",
                                 "1.2345 KWD",
                                 "5. EUR",
                                 ".5 EUR",
                                 ". EUR",
                                 "1 00 EUR",
                                 "1.00,000 EUR",
                                 "9999999999999999 EUR",
                                 "nan EUR"})
    EXPECT_FALSE(parse_money(text)) << text;
}

TEST(Money, RefusesWhatCouldBeAThousandOrAFraction) {
  for (const std::string text : {"1,200 USD", "1.200 EUR", "12,345 EUR", "1,234 KWD"})
    EXPECT_FALSE(parse_money(text)) << text;
}

TEST(Money, TheFeedSaysWhatAMarkMeans) {
  const PriceStyle comma{.mark = DecimalMark::comma}, point{.mark = DecimalMark::point};
  EXPECT_EQ(parse_money("1.200 EUR", comma), (Money{120000, "EUR"}));
  EXPECT_EQ(parse_money("1,200 EUR", point), (Money{120000, "EUR"}));
  EXPECT_EQ(parse_money("1,200 EUR", comma), (Money{120, "EUR"}));
  EXPECT_FALSE(parse_money("1,299 EUR", comma));
  EXPECT_EQ(parse_money("15,00 EUR", point), (Money{1500, "EUR"}));
}

TEST(Money, TheFeedsCurrencyIsThatOfBarePricesAndSymbols) {
  EXPECT_EQ(parse_money("15.00", {.currency = "SEK"}), (Money{1500, "SEK"}));
  EXPECT_EQ(parse_money("$15.00", {.currency = "CAD"}), (Money{1500, "CAD"}));
  EXPECT_EQ(parse_money("15 kr", {.currency = "NOK"}), (Money{1500, "NOK"}));
  EXPECT_EQ(parse_money("15.00 USD", {.currency = "CAD"}), (Money{1500, "USD"}));
  EXPECT_EQ(parse_money("15.00 \u20AC", {.currency = "CHF"}), (Money{1500, "EUR"}));
  EXPECT_FALSE(parse_money("$15.00", {.currency = "EUR"}));
}

TEST(Money, PricesShowTheirDecimalMark) {
  for (const std::string text : {"15.00 EUR", "1,299.00", "1,299,000 USD", "0.5", "1,000 JPY"})
    EXPECT_EQ(shown_decimal_mark(text), DecimalMark::point) << text;
  for (const std::string text : {"15,00 EUR", "1.299,00 \u20AC", "1.299.000", "1 299,00", "1.000 JPY"})
    EXPECT_EQ(shown_decimal_mark(text), DecimalMark::comma) << text;
  for (const std::string text : {"15 EUR", "1,299 EUR", "1.299", "", "free", "1 000 EUR", "12,5,0"})
    EXPECT_EQ(shown_decimal_mark(text), DecimalMark::unknown) << text;
}

TEST(Money, SaysWhatIsWrong) {
  EXPECT_THAT(parse_money("12,5,0 EUR").error().message(), testing::HasSubstr("\"12,5,0\" is not a price"));
  EXPECT_THAT(parse_money("15.00").error().message(), testing::HasSubstr("such as 15.00 EUR"));
  EXPECT_THAT(parse_money("15.00 XYZ").error().message(), testing::HasSubstr("ISO 4217"));
  EXPECT_THAT(parse_money("15.0055 EUR").error().message(), testing::HasSubstr("more digits"));
}

TEST(Money, KnowsTheDigitsOfCurrencies) {
  EXPECT_EQ(currency_exponent("EUR"), 2);
  EXPECT_EQ(currency_exponent("JPY"), 0);
  EXPECT_EQ(currency_exponent("KWD"), 3);
  for (const std::string code : {"", "eur", "EU", "EURO", "ABC", "R F", "UR "})
    EXPECT_FALSE(currency_exponent(code)) << code;
}

TEST(Money, IsWrittenWithTheDigitsOfItsCurrency) {
  EXPECT_EQ(to_string(Money{1500, "USD"}), "15.00 USD");
  EXPECT_EQ(to_string(Money{5, "EUR"}), "0.05 EUR");
  EXPECT_EQ(to_string(Money{0, "EUR"}), "0.00 EUR");
  EXPECT_EQ(to_string(Money{1500, "JPY"}), "1500 JPY");
  EXPECT_EQ(to_string(Money{1234, "KWD"}), "1.234 KWD");
}

TEST(Money, WhatIsWrittenIsReadBack) {
  std::mt19937_64 random(11);
  std::uniform_int_distribution<std::int64_t> minor(0, 999'999'999'999);
  for (int i = 0; i < 3000; ++i)
    for (const std::string currency : {"EUR", "JPY", "KWD"}) {
      const Money money{minor(random) >> (i % 40), currency};
      EXPECT_EQ(parse_money(to_string(money)).value(), money) << to_string(money);
    }
}

}  // namespace
}  // namespace likeness
