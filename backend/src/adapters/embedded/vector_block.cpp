#include "adapters/embedded/vector_block.hpp"

#include <algorithm>

namespace likeness::embedded {

void VectorBlock::append(std::span<const std::uint16_t> vector) {
  if (size_ == chunks_.size() * kRowsPerChunk)
    chunks_.push_back(std::make_unique_for_overwrite<std::uint16_t[]>(kRowsPerChunk * dimensions_));
  std::ranges::copy(vector, place(size_));
  ++size_;
}

void VectorBlock::remove(std::size_t position) {
  if (position + 1 != size_) std::ranges::copy(row(size_ - 1), place(position));
  --size_;
  if (size_ <= (chunks_.size() - 1) * kRowsPerChunk) chunks_.pop_back();
}

}  // namespace likeness::embedded
