#pragma once

#include <cstdint>
#include <span>

#include "adapters/confined/descriptor.hpp"

namespace likeness {

/// Memory that two processes see. Its size is sealed, so that neither can take pages from under the other; pages that
/// nobody wrote take no memory.
class SharedMemory {
 public:
  /// New memory. Error{unavailable} where there is none.
  explicit SharedMemory(std::size_t bytes);
  /// Memory that another process made. Error{unavailable} where it cannot be mapped or is smaller than `bytes`.
  SharedMemory(Descriptor descriptor, std::size_t bytes);
  ~SharedMemory();
  SharedMemory(const SharedMemory&) = delete;
  SharedMemory& operator=(const SharedMemory&) = delete;

  int descriptor() const { return descriptor_.get(); }
  std::span<std::uint8_t> bytes() const { return {start_, size_}; }
  /// Gives the pages beyond the first `kept_bytes` of the first `used_bytes` back.
  void release(std::size_t used_bytes, std::size_t kept_bytes);

 private:
  void map();

  Descriptor descriptor_;
  std::size_t size_;
  std::uint8_t* start_ = nullptr;
};

}  // namespace likeness
