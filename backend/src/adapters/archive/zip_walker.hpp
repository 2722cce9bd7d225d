#pragma once

#include "ports/archive_walker.hpp"

namespace likeness {

/// ZIP archives, by libarchive.
class ZipWalker final : public ArchiveWalker {
 public:
  explicit ZipWalker(ArchiveLimits limits) : limits_(limits) {}
  void walk(ObjectReader& archive, const std::function<void(const ArchiveEntry&)>& visit) override;

 private:
  const ArchiveLimits limits_;
};

}  // namespace likeness
