#pragma once

#include <string_view>

namespace likeness {

/// 8 to 128 characters (code points of UTF-8) that are none of the most common passwords, whatever their case
/// (ASVS 5.0, 6.2.1, 6.2.4, 6.2.9). Error{invalid_argument} that names `field` and says what to do; never repeats the
/// password.
void require_good_password(std::string_view password, std::string_view field);

/// The passwords that are tried first, of 8 characters and more, in lower case: a line each, with a line break before
/// the first. The 5,000 most frequent ones of the list of zxcvbn (see NOTICE).
std::string_view common_passwords();

}  // namespace likeness
