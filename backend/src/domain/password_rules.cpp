#include "domain/password_rules.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

constexpr std::size_t kCharactersMin = 8;
constexpr std::size_t kCharactersMax = 128;

}  // namespace

void require_good_password(std::string_view password, std::string_view field) {
  const auto refuse = [&](std::string message) {
    throw Error(ErrorKind::invalid_argument, std::move(message), std::string(field));
  };
  if (!is_valid_utf8(password)) refuse("the password is not UTF-8 text");
  const std::size_t characters = utf8_length(password);
  if (characters < kCharactersMin || characters > kCharactersMax)
    refuse(
        fmt::format("a password has {} to {} characters, this one has {}", kCharactersMin, kCharactersMax, characters));
  if (common_passwords().find(fmt::format("\n{}\n", to_lower(password))) != std::string_view::npos)
    refuse("this is one of the passwords that are tried first: choose another one");
}

}  // namespace likeness
