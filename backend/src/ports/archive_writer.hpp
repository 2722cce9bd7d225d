#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "ports/object_store.hpp"

namespace likeness {

/// Writes an archive, file by file, as a stream: memory does not grow with it. For one thread.
class ArchiveWriter {
 public:
  virtual ~ArchiveWriter() = default;
  /// Ends the file before. `size`: of bytes that are packed already and are only stored; nullopt: how many come is not
  /// known, and they are packed.
  virtual void begin_file(const std::string& path, std::optional<std::uint64_t> size) = 0;
  virtual void write(std::span<const std::uint8_t> piece) = 0;
  /// Ends the archive, and finishes the object that it goes to.
  virtual void finish() = 0;
};

class ArchiveFormat {
 public:
  virtual ~ArchiveFormat() = default;
  /// Errors of `into` come through. Thread-safe.
  virtual std::unique_ptr<ArchiveWriter> writer(std::unique_ptr<ObjectWriter> into) = 0;
};

}  // namespace likeness
