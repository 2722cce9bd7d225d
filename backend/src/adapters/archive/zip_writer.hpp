#pragma once

#include "ports/archive_writer.hpp"

namespace likeness {

/// ZIP archives, by libarchive; of any size (Zip64).
class ZipFormat final : public ArchiveFormat {
 public:
  std::unique_ptr<ArchiveWriter> writer(std::unique_ptr<ObjectWriter> into) override;
};

}  // namespace likeness
