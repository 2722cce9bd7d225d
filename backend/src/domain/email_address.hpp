#pragma once

#include <string>
#include <string_view>

namespace likeness {

/// The address as it is stored and compared: trimmed, ASCII letters in lower case. Error{invalid_argument} of field
/// "email" for what cannot stand in a mail's header: anything but one @ between two parts, white space, control
/// characters, and the characters that part or quote addresses.
std::string email_address(std::string_view text);

}  // namespace likeness
