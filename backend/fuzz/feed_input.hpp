#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>

#include "base/error.hpp"
#include "base/text.hpp"
#include "ingest/feed/feed_stage.hpp"
#include "ingest/normalize/normalize_stage.hpp"

namespace likeness::fuzz {

/// Hands out bytes in pieces of up to 7, so that every state of a reader meets the end of a piece.
class PieceReader final : public ObjectReader {
 public:
  explicit PieceReader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
  std::size_t read(std::span<std::uint8_t> into) override {
    const auto size = std::min({into.size(), bytes_.size(), std::size_t{7}});
    std::copy_n(bytes_.begin(), size, into.begin());
    bytes_ = bytes_.subspan(size);
    return size;
  }

 private:
  std::span<const std::uint8_t> bytes_;
};

inline void require(bool holds) {
  if (!holds) std::abort();
}

/// Reads a feed of the format and normalizes its rows. Whatever comes out is text in UTF-8 with an id and a title; a
/// feed that cannot be read at all is an Error.
inline void read_feed(const char* format, std::span<const std::uint8_t> bytes) {
  const ingest::FeedStage stage({.row_bytes_max = 4096, .columns_max = 50});
  ingest::NormalizeStage normalize("EUR", [](const ingest::NormalizedRow& normalized) {
    for (const auto& row : normalized.rows) {
      require(!row.variant.external_id.empty() && !row.product_external_id.empty() && is_valid_utf8(row.title));
      require(is_valid_utf8(row.description) && utf8_length(row.title) <= 150);
      for (const auto& image : row.images) require(!image.location.empty() && is_valid_utf8(image.location));
    }
    require(!normalized.rows.empty() || !normalized.faults.empty());
    for (const auto& fault : normalized.faults) require(!fault.reason.empty() && is_valid_utf8(fault.value));
  });
  PieceReader reader(bytes);
  try {
    stage.read(
        reader, {format, "", {}, "EUR"}, [&](ingest::RawRow row) { normalize.add(std::move(row)); },
        [](const ImportFault& fault) { require(is_valid_utf8(fault.value) && is_valid_utf8(fault.reason)); });
    normalize.finish();
  } catch (const Error& error) {
    require(error.kind() == ErrorKind::invalid_argument || error.kind() == ErrorKind::unsupported);
  }
}

}  // namespace likeness::fuzz
