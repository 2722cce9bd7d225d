#include "domain/email_address.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

constexpr std::size_t kLocalPartBytesMax = 64;  // RFC 5321, 4.5.3.1
constexpr std::size_t kDomainBytesMax = 255;
constexpr std::string_view kForbidden = "<>()[]\\,;:\"";

bool may_stand_in_address(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return byte > 0x20 && byte != 0x7f && kForbidden.find(letter) == std::string_view::npos;
}

}  // namespace

std::string email_address(std::string_view text) {
  const std::string address = to_lower(trim(text));
  const auto at = address.find('@');
  const bool good = at != std::string::npos && at == address.rfind('@') && at > 0 && at <= kLocalPartBytesMax &&
                    at + 1 < address.size() && address.size() - at - 1 <= kDomainBytesMax && is_valid_utf8(address) &&
                    std::ranges::all_of(address, may_stand_in_address);
  if (!good) throw Error(ErrorKind::invalid_argument, "email is not an address of the form name@domain", "email");
  return address;
}

}  // namespace likeness
