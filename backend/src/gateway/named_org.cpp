#include "gateway/named_org.hpp"

#include "base/text.hpp"

namespace likeness::gateway {
namespace {

constexpr const char* kHeader = "Likeness-Org";

[[noreturn]] void throw_not_found() { throw Error(ErrorKind::not_found, "there is no such org", kHeader); }

}  // namespace

std::optional<OrgId> named_org(const Request& request, IdentityStore& identities) {
  const std::string* named = request.headers.find(kHeader);
  if (!named) return std::nullopt;
  if (!is_valid_utf8(*named)) throw Error(ErrorKind::invalid_argument, "Likeness-Org is not UTF-8 text", kHeader);
  const auto found = named->starts_with(OrgTag::kPrefix) ? identities.org(OrgId::parse(*named, kHeader))
                                                         : identities.org_by_slug(*named);
  if (!found) throw_not_found();
  return found->id;
}

void require_no_other_org(const Request& request, OrgId org, IdentityStore& identities) {
  const std::string* named = request.headers.find(kHeader);
  if (named && *named != org.to_string() && named_org(request, identities) != org) throw_not_found();
}

}  // namespace likeness::gateway
