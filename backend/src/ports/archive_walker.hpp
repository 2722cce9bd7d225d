#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "ports/object_store.hpp"

namespace likeness {

/// What an archive may hold.
struct ArchiveLimits {
  long entries_max = 200'000;
  std::uint64_t total_bytes_max = std::uint64_t{64} << 30;  ///< unpacked
  double ratio_max = 200;                                   ///< unpacked to packed bytes, once 16 MiB are unpacked
};

/// One file of an archive. Its bytes can be read while it is being visited, once.
struct ArchiveEntry {
  std::string path;  ///< as the archive says, in UTF-8: may point anywhere, so never a path to write to
  ObjectReader& bytes;
};

/// Walks the plain files of an archive in the order in which they lie there, streaming: memory does not grow with the
/// archive. Folders, links and devices are left out. Thread-safe.
class ArchiveWalker {
 public:
  virtual ~ArchiveWalker() = default;
  /// Error{corrupt_data} for bytes that are no archive, a broken or an encrypted one; Error{too_large} over a limit.
  /// What `visit` throws comes through.
  virtual void walk(ObjectReader& archive, const std::function<void(const ArchiveEntry&)>& visit) = 0;
};

}  // namespace likeness
