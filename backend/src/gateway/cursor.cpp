#include "gateway/cursor.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"

namespace likeness::gateway {
namespace {

/// How much of a list is shown, and what of its entries, is no part of which list it is.
constexpr std::string_view kFreeParameters[] = {"cursor", "limit", "fields"};

void add(std::string& text, std::string_view part) {
  fmt::format_to(std::back_inserter(text), "{}:{}", part.size(), part);
}

/// The list that a request asks for: its path and its filters.
std::string place_of(const Request& request) {
  std::string place;
  add(place, request.path);
  for (const auto& [name, value] : request.query) {
    if (std::ranges::find(kFreeParameters, name) != std::end(kFreeParameters)) continue;
    add(place, name);
    add(place, value);
  }
  return place;
}

std::string context_of(OrgId org, std::string_view place) {
  return fmt::format("cursor {} {}", org.to_string(), place);
}

/// A list of the server itself has no org.
OrgId scope_of(const Request& request) { return request.org_id.value_or(OrgId{}); }

}  // namespace

std::optional<std::string> Cursors::position(const Request& request) const {
  const auto cursor = request.query_parameter("cursor");
  return cursor ? std::optional(open(scope_of(request), place_of(request), *cursor)) : std::nullopt;
}

std::string Cursors::next(const Request& request, std::string_view position) const {
  return sign(scope_of(request), place_of(request), position);
}

std::string Cursors::sign(OrgId org, std::string_view place, std::string_view position) const {
  return signer_.sign(position, context_of(org, place));
}

std::string Cursors::open(OrgId org, std::string_view place, std::string_view cursor) const {
  if (auto position = signer_.open(cursor, context_of(org, place))) return *std::move(position);
  throw Error(ErrorKind::invalid_argument,
              "cursor is none that this list, with these filters, has returned: start at its first page", "cursor");
}

}  // namespace likeness::gateway
