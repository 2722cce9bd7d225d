#include "gateway/authentication.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace likeness::gateway {
namespace {

constexpr std::string_view kScheme = "bearer ";

std::string bearer_token(const Request& request) {
  const std::string* header = request.headers.find("Authorization");
  if (!header) throw Error(ErrorKind::unauthenticated, "this needs a header Authorization: Bearer <token>");
  const std::string scheme = to_lower(std::string_view(*header).substr(0, kScheme.size()));
  const std::string token(trim(std::string_view(*header).substr(std::min(header->size(), kScheme.size()))));
  if (scheme != kScheme || token.empty())
    throw Error(ErrorKind::unauthenticated, "the header Authorization must have the form Bearer <token>");
  return token;
}

}  // namespace

void Authenticator::authenticate(Request& request) const {
  const std::string token = bearer_token(request);
  const auto kind = std::ranges::find_if(kinds_, [&](const Credential* of) { return of->recognizes(token); });
  if (kind == kinds_.end()) throw Error(ErrorKind::unauthenticated, "this is no token of this server");
  (*kind)->authenticate(token, request);
}

}  // namespace likeness::gateway
