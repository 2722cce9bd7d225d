#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

#include "base/bytes.hpp"

namespace likeness {

struct GzipLimits {
  std::uint64_t bytes_max = 0;  ///< handed on
  int ratio_max = 200;          ///< of bytes handed on to bytes taken, beyond the first 16 MiB
};

/// Unpacks gzip (RFC 1952, several members in a row too) that comes in pieces, told by its first bytes; anything else
/// passes through. Error{too_large} where a limit is met, Error{corrupt_data} where the packing is broken. For one
/// thread.
class GzipDecoder {
 public:
  using Take = std::function<void(std::span<const std::uint8_t>)>;

  GzipDecoder(GzipLimits limits, Take take);
  ~GzipDecoder();

  void write(std::span<const std::uint8_t> piece);
  /// After the last piece.
  void finish();

 private:
  struct Inflation;
  void hand_on(std::span<const std::uint8_t> piece);
  void unpack(std::span<const std::uint8_t> piece);

  const GzipLimits limits_;
  const Take take_;
  Bytes start_;  ///< until there are two bytes to tell it by
  bool decided_ = false;
  std::unique_ptr<Inflation> inflation_;  ///< null where it is no gzip
  std::uint64_t taken_bytes_ = 0;
  std::uint64_t handed_on_bytes_ = 0;
};

}  // namespace likeness
