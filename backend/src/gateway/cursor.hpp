#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gateway/request.hpp"
#include "ports/security.hpp"

namespace likeness::gateway {

/// Cursors of lists: where a page ended, signed, and bound to the org, the list and its filters. A text that is no
/// cursor of ours for what is asked is Error{invalid_argument} that names `cursor`. Thread-safe; the signer must
/// outlive it.
class Cursors {
 public:
  explicit Cursors(TextSigner& signer) : signer_(signer) {}

  /// Where the page that the request asks for begins; nullopt for the first.
  std::optional<std::string> position(const Request& request) const;
  /// The same as an id.
  template <class IdType>
  std::optional<IdType> id(const Request& request) const {
    const auto text = position(request);
    return text ? std::optional(IdType::parse(*text, "cursor")) : std::nullopt;
  }
  /// The cursor that continues the request's list behind `position`.
  std::string next(const Request& request, std::string_view position) const;

  /// For what is no list in the query: `place` says what the cursor belongs to.
  std::string sign(OrgId org, std::string_view place, std::string_view position) const;
  std::string open(OrgId org, std::string_view place, std::string_view cursor) const;

 private:
  TextSigner& signer_;
};

}  // namespace likeness::gateway
