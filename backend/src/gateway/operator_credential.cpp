#include "gateway/operator_credential.hpp"

#include "gateway/named_org.hpp"

namespace likeness::gateway {
namespace {

constexpr std::string_view kPrefix = "lk_op_";

/// Takes the same time wherever the texts differ; only the length of the expected one shows.
bool equals_in_constant_time(std::string_view given, std::string_view expected) {
  unsigned char difference = given.size() == expected.size() ? 0 : 1;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const char other = i < given.size() ? given[i] : '\0';
    difference = static_cast<unsigned char>(difference | (expected[i] ^ other));
  }
  return difference == 0;
}

}  // namespace

bool OperatorCredential::recognizes(std::string_view token) const { return token.starts_with(kPrefix); }

void OperatorCredential::authenticate(const std::string& token, Request& request) const {
  if (token_.empty() || !equals_in_constant_time(token, token_))
    throw Error(ErrorKind::unauthenticated, "this is not the operator token of this server");
  request.principal = Principal{};
  request.principal.kind = Principal::Kind::operator_token;
  request.principal.roles = {"operator"};
  request.org_id = named_org(request, identities_);
}

}  // namespace likeness::gateway
