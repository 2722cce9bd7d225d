#include "gateway/authentication.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"

namespace likeness::gateway {
namespace {

constexpr std::string_view kScheme = "bearer ";

/// Takes the same time wherever the texts differ; only the length of the expected one shows.
bool equals_in_constant_time(std::string_view given, std::string_view expected) {
  unsigned char difference = given.size() == expected.size() ? 0 : 1;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const char other = i < given.size() ? given[i] : '\0';
    difference = static_cast<unsigned char>(difference | (expected[i] ^ other));
  }
  return difference == 0;
}

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

Authenticator::Authenticator(std::string operator_token, AccessTokens& tokens, IdentityStore& identities,
                             const ApiKeyAuthentication& api_keys)
    : operator_token_(std::move(operator_token)), tokens_(tokens), identities_(identities), api_keys_(api_keys) {}

void Authenticator::authenticate(Request& request) const {
  const std::string token = bearer_token(request);
  if (!operator_token_.empty() && equals_in_constant_time(token, operator_token_)) {
    request.principal = Principal{};
    request.principal.kind = Principal::Kind::operator_token;
    request.principal.roles = {"operator"};
    request.org_id = named_org(request);
    return;
  }
  if (token.starts_with(kApiKeyPrefix)) {
    api_keys_.authenticate(token, request);
    require_own_org(request);
    return;
  }
  const AccessClaims claims = tokens_.verify(token);
  request.principal = Principal{};
  request.principal.kind = Principal::Kind::user;
  request.principal.user_id = claims.user_id;
  request.principal.roles = {claims.role};
  request.org_id = claims.org_id;
  require_own_org(request);
}

void Authenticator::require_own_org(const Request& request) const {
  const std::string* named = request.headers.find("Likeness-Org");
  if (named && *named != request.org_id->to_string() && named_org(request) != request.org_id)
    throw Error(ErrorKind::not_found, "there is no such org", "Likeness-Org");
}

std::optional<OrgId> Authenticator::named_org(const Request& request) const {
  const std::string* named = request.headers.find("Likeness-Org");
  if (!named) return std::nullopt;
  if (!is_valid_utf8(*named))
    throw Error(ErrorKind::invalid_argument, "Likeness-Org is not UTF-8 text", "Likeness-Org");
  const auto found = named->starts_with(OrgTag::kPrefix) ? identities_.org(OrgId::parse(*named, "Likeness-Org"))
                                                         : identities_.org_by_slug(*named);
  if (!found) throw Error(ErrorKind::not_found, "there is no such org", "Likeness-Org");
  return found->id;
}

}  // namespace likeness::gateway
