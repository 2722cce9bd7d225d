#pragma once

#include <chrono>

#include "gateway/request.hpp"

namespace likeness::gateway {

/// The cookie in which a browser keeps its refresh token: HttpOnly, SameSite=Strict, for the path /v1/auth. It is
/// Secure unless the request came to a loopback name (localhost, 127.0.0.0/8, [::1]), as the header Host says: some
/// browsers keep no Secure cookie of http://localhost, and over plain HTTP to another machine no browser is to keep the
/// token. A Secure one has the name's prefix `__Secure-`, and then no other is read.
std::string refresh_cookie(const Request& request, const std::string& token, std::chrono::seconds lifetime);
/// Makes the browser forget it.
std::string no_refresh_cookie(const Request& request);
/// The token in the request's cookie, or "".
std::string refresh_token_in_cookie(const Request& request);

}  // namespace likeness::gateway
