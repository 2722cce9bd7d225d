#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace likeness {

/// 128-bit identifier. New ones are version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits from the
/// kernel, so ids sort by time of creation. Thread-safe.
struct Uuid {
  std::array<std::uint8_t, 16> bytes{};

  static Uuid generate();
  /// Accepts the 36-character form in either case; nullopt for anything else.
  static std::optional<Uuid> parse(std::string_view text);
  std::string to_string() const;

  auto operator<=>(const Uuid&) const = default;
};

}  // namespace likeness

template <>
struct std::hash<likeness::Uuid> {
  std::size_t operator()(const likeness::Uuid& uuid) const noexcept {
    std::uint64_t tail;
    __builtin_memcpy(&tail, uuid.bytes.data() + 8, 8);
    return static_cast<std::size_t>(tail);
  }
};
