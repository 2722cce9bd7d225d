#include "ingest/normalize/attributes.hpp"

#include <algorithm>
#include <cctype>

#include "base/clock.hpp"
#include "base/text.hpp"

namespace likeness::ingest {
namespace {

enum class Kind { text, word, yes_or_no, number, date };

struct Rule {
  std::string_view name;
  Kind kind = Kind::text;
  std::size_t values_max = 1;
  std::size_t length_max = 100;
  std::string_view words = {};  ///< of Kind::word, parted by blanks
};

constexpr Rule kRules[] = {
    {"condition", Kind::word, 1, 0, "new refurbished used"},
    {"gender", Kind::word, 1, 0, "male female unisex"},
    {"age_group", Kind::word, 1, 0, "newborn infant toddler kids adult"},
    {"size_type", Kind::word, 2, 0, "regular petite maternity big tall plus"},
    {"size_system", Kind::word, 1, 0, "US UK EU DE FR JP CN IT BR MEX AU"},
    {"adult", Kind::yes_or_no},
    {"is_bundle", Kind::yes_or_no},
    {"identifier_exists", Kind::yes_or_no},
    {"multipack", Kind::number},
    {"popularity_rank", Kind::number},
    {"availability_date", Kind::date},
    {"expiration_date", Kind::date},
    {"material", Kind::text, 1, 200},
    {"pattern", Kind::text, 1, 100},
    {"custom_label_0"},
    {"custom_label_1"},
    {"custom_label_2"},
    {"custom_label_3"},
    {"custom_label_4"},
    {"product_highlight", Kind::text, 100, 150},
    {"product_detail", Kind::text, 1000, 1000},
    {"item_group_title", Kind::text, 1, 150},
    {"short_title", Kind::text, 1, 150},
    {"external_seller_id", Kind::text, 1, 50},
    {"google_product_category", Kind::text, 1, 750},
    {"variant_option", Kind::text, 10, 300},
    {"tags", Kind::text, 250, 255},
};

/// Common words of shops, and Google's.
constexpr std::pair<std::string_view, std::string_view> kSynonyms[] = {
    {"neu", "new"},        {"neuf", "new"},
    {"nuevo", "new"},      {"nuovo", "new"},
    {"nieuw", "new"},      {"newcondition", "new"},
    {"gebraucht", "used"}, {"usedcondition", "used"},
    {"occasion", "used"},  {"usado", "used"},
    {"usato", "used"},     {"refurbishedcondition", "refurbished"},
    {"men", "male"},       {"man", "male"},
    {"mens", "male"},      {"men's", "male"},
    {"herren", "male"},    {"homme", "male"},
    {"hombre", "male"},    {"uomo", "male"},
    {"heren", "male"},     {"women", "female"},
    {"woman", "female"},   {"womens", "female"},
    {"women's", "female"}, {"ladies", "female"},
    {"damen", "female"},   {"femme", "female"},
    {"mujer", "female"},   {"donna", "female"},
    {"dames", "female"},   {"kid", "kids"},
    {"children", "kids"},  {"kinder", "kids"},
    {"adults", "adult"},   {"erwachsene", "adult"},
    {"yes", "yes"},        {"true", "yes"},
    {"1", "yes"},          {"ja", "yes"},
    {"oui", "yes"},        {"no", "no"},
    {"false", "no"},       {"0", "no"},
    {"nein", "no"},        {"non", "no"},
    {"nee", "no"},
};

std::string_view synonym(std::string_view word) {
  for (const auto& [other, ours] : kSynonyms)
    if (word == other) return ours;
  return word;
}

/// The value in the rule's own terms, or empty where it is none.
std::string in_terms_of(const Rule& rule, const std::string& value) {
  auto word = to_lower(value);
  if (const auto slash = word.find_last_of('/'); rule.kind == Kind::word && slash != std::string::npos)
    word.erase(0, slash + 1);  // https://schema.org/NewCondition
  switch (rule.kind) {
    case Kind::text:
      return cut(value, rule.length_max);
    case Kind::word:
      for (const auto& known : split(rule.words, " "))
        if (equals_ignoring_case(known, synonym(word))) return known;
      return {};
    case Kind::yes_or_no:
      return synonym(word) == "yes" || synonym(word) == "no" ? std::string(synonym(word)) : std::string();
    case Kind::number:
      return word.size() <= 9 && std::ranges::all_of(word, [](unsigned char c) { return std::isdigit(c) != 0; })
                 ? word
                 : std::string();
    case Kind::date:
      return parse_iso8601(value) ? to_iso8601(*parse_iso8601(value)) : std::string();
  }
  return {};
}

std::string expectation(const Rule& rule) {
  switch (rule.kind) {
    case Kind::word:
      return "is none of " + join(split(rule.words, " "), ", ");
    case Kind::yes_or_no:
      return "is neither yes nor no";
    case Kind::number:
      return "is no number";
    case Kind::date:
      return "is no date such as 2026-03-01 or 2026-03-01T09:00+01:00";
    case Kind::text:
      break;
  }
  return {};
}

std::vector<std::string> read(RowValues& values, const Rule& rule) {
  std::vector<std::string> kept;
  for (const auto& value : values.all(rule.name)) {
    const bool is_list = rule.kind == Kind::word && rule.values_max > 1;
    for (const auto& part : is_list ? split(value, ",") : std::vector<std::string>{value}) {
      if (kept.size() == rule.values_max) {
        values.hint(rule.name, part, "is more than the " + std::to_string(rule.values_max) + " that are taken");
        return kept;
      }
      auto term = in_terms_of(rule, part);
      if (term.empty())
        values.hint(rule.name, part, expectation(rule) + " and was left out");
      else if (rule.kind == Kind::text && term.size() < part.size())
        values.hint(rule.name, part, "is longer than " + std::to_string(rule.length_max) + " characters and was cut");
      if (!term.empty() && std::ranges::find(kept, term) == kept.end()) kept.push_back(std::move(term));
    }
  }
  return kept;
}

}  // namespace

std::map<std::string, std::vector<std::string>> read_attributes(RowValues& values) {
  std::map<std::string, std::vector<std::string>> attributes;
  for (const auto& rule : kRules)
    if (auto kept = read(values, rule); !kept.empty()) attributes.emplace(rule.name, std::move(kept));
  return attributes;
}

}  // namespace likeness::ingest
