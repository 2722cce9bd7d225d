#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace likeness {

/// Origins of web pages (RFC 6454): scheme, host and port. "*" stands for every one.
inline constexpr std::string_view kAnyOrigin = "*";

/// An origin as browsers write it in the header Origin: lower case, without the scheme's own port.
/// Error{invalid_argument} of field "allowed_origins" where the text is no such thing, with what to write instead.
std::string normalized_origin(std::string_view text);

/// The allowed origins of an API key with these scopes, normalized, each once. Error{invalid_argument} as above, and
/// for "*" in a key that may do more than search: whoever reads a public page could use it.
std::vector<std::string> allowed_origins(std::span<const std::string> origins, std::span<const std::string> scopes);

/// Whether `origin`, as a browser sent it, is one of the allowed ones: by exact match, or because any is.
bool is_allowed_origin(std::span<const std::string> allowed, std::string_view origin);

}  // namespace likeness
