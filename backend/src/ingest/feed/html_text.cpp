#include "ingest/feed/html_text.hpp"

#include <cctype>
#include <charconv>
#include <cstdint>

#include "base/text.hpp"

namespace likeness::ingest {
namespace {

constexpr std::size_t kEntityBytesMax = 10;

constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
    {"amp", "&"},         {"lt", "<"},         {"gt", ">"},         {"quot", "\""},       {"apos", "'"},
    {"nbsp", " "},        {"ndash", "\u2013"}, {"mdash", "\u2014"}, {"hellip", "\u2026"}, {"rsquo", "\u2019"},
    {"lsquo", "\u2018"},  {"rdquo", "\u201D"}, {"ldquo", "\u201C"}, {"eacute", "\u00E9"}, {"egrave", "\u00E8"},
    {"agrave", "\u00E0"}, {"auml", "\u00E4"},  {"ouml", "\u00F6"},  {"uuml", "\u00FC"},   {"szlig", "\u00DF"},
    {"Auml", "\u00C4"},   {"Ouml", "\u00D6"},  {"Uuml", "\u00DC"},  {"ntilde", "\u00F1"}, {"ccedil", "\u00E7"},
    {"euro", "\u20AC"},   {"reg", "\u00AE"},   {"trade", "\u2122"}, {"copy", "\u00A9"},   {"deg", "\u00B0"},
    {"times", "\u00D7"},  {"bull", "\u2022"},
};

std::string utf8(std::uint32_t code) {
  if (code < 0x20 || (code >= 0xD800 && code < 0xE000) || code > 0x10FFFF) return " ";
  std::string text;
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0 | code >> 6);
  } else {
    if (code < 0x10000) {
      text += static_cast<char>(0xE0 | code >> 12);
    } else {
      text += static_cast<char>(0xF0 | code >> 18);
      text += static_cast<char>(0x80 | (code >> 12 & 0x3F));
    }
    text += static_cast<char>(0x80 | (code >> 6 & 0x3F));
  }
  if (code >= 0x80) text += static_cast<char>(0x80 | (code & 0x3F));
  return text;
}

/// What "amp" or "#228" or "#xE4" stands for; empty where it is no entity.
std::string entity(std::string_view name) {
  for (const auto& [known, text] : kEntities)
    if (name == known) return std::string(text);
  if (!name.starts_with('#')) return {};
  name.remove_prefix(1);
  const bool is_hex = name.starts_with('x') || name.starts_with('X');
  if (is_hex) name.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), code, is_hex ? 16 : 10);
  return error == std::errc{} && end == name.data() + name.size() ? utf8(code) : std::string();
}

/// Where what starts at `at` with "<" ends; `at` itself where it is no tag.
std::size_t end_of_tag(std::string_view html, std::size_t at) {
  const auto rest = html.substr(at);
  if (rest.starts_with("<!--")) {
    const auto end = html.find("-->", at);
    return end == std::string_view::npos ? html.size() : end + 3;
  }
  const char first = rest.size() > 1 ? rest[1] : ' ';
  const bool is_tag =
      first == '/' || first == '!' || first == '?' || std::isalpha(static_cast<unsigned char>(first)) != 0;
  if (!is_tag) return at;
  const auto end = html.find('>', at);
  if (end == std::string_view::npos) return html.size();
  for (const std::string_view hidden : {"script", "style"})
    if (equals_ignoring_case(rest.substr(1, hidden.size()), hidden)) {
      const auto close = html.find("</", end);
      return close == std::string_view::npos ? html.size() : close;
    }
  return end + 1;
}

}  // namespace

std::string html_text(std::string_view html) {
  std::string text;
  const auto add_space = [&text] {
    if (!text.empty() && text.back() != ' ') text += ' ';
  };
  for (std::size_t i = 0; i < html.size();) {
    if (html[i] == '<') {
      if (const auto end = end_of_tag(html, i); end > i) {
        add_space();
        i = end;
        continue;
      }
    }
    if (html[i] == '&') {
      const auto end = html.substr(i, kEntityBytesMax).find(';');
      const auto decoded = end == std::string_view::npos ? std::string() : entity(html.substr(i + 1, end - 1));
      if (!decoded.empty()) {
        if (decoded == " ")
          add_space();
        else
          text += decoded;
        i += end + 1;
        continue;
      }
    }
    if (static_cast<unsigned char>(html[i]) <= ' ')
      add_space();
    else
      text += html[i];
    ++i;
  }
  return std::string(trim(text));
}

}  // namespace likeness::ingest
