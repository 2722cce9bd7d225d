#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "domain/embedding.hpp"

namespace likeness::embedded {

/// Vectors of one size, one after the other in f16, in chunks so that growing never copies what is there. A row is
/// named by its position; removing a row moves the last one into its place. Not thread-safe.
class VectorBlock {
 public:
  explicit VectorBlock(std::size_t dimensions) : dimensions_(dimensions) {}

  std::size_t dimensions() const { return dimensions_; }
  std::size_t size() const { return size_; }
  std::size_t memory_bytes() const { return chunks_.size() * kRowsPerChunk * dimensions_ * sizeof(std::uint16_t); }

  void append(std::span<const std::uint16_t> vector);
  /// Moves the last row to `position` and shortens the block by one.
  void remove(std::size_t position);
  std::span<const std::uint16_t> row(std::size_t position) const {
    return {chunks_[position / kRowsPerChunk].get() + position % kRowsPerChunk * dimensions_, dimensions_};
  }

 private:
  static constexpr std::size_t kRowsPerChunk = 1024;

  std::uint16_t* place(std::size_t position) {
    return chunks_[position / kRowsPerChunk].get() + position % kRowsPerChunk * dimensions_;
  }

  std::size_t dimensions_;
  std::size_t size_ = 0;
  std::vector<std::unique_ptr<std::uint16_t[]>> chunks_;
};

}  // namespace likeness::embedded
