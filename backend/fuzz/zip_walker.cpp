// Archives: whatever is walked, paths are text or empty, and bytes stay within the limits.
#include "adapters/archive/zip_walker.hpp"

#include "feed_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace likeness;
  const ArchiveLimits limits{.entries_max = 100, .total_bytes_max = 1u << 20};
  fuzz::PieceReader reader({data, size});
  std::uint64_t total = 0;
  try {
    ZipWalker(limits).walk(reader, [&](const ArchiveEntry& entry) {
      fuzz::require(is_valid_utf8(entry.path));
      std::vector<std::uint8_t> piece(1000);
      while (const auto read = entry.bytes.read(piece)) total += read;
      fuzz::require(total <= limits.total_bytes_max);
    });
  } catch (const Error& error) {
    fuzz::require(error.kind() == ErrorKind::corrupt_data || error.kind() == ErrorKind::too_large ||
                  error.kind() == ErrorKind::unsupported);
  }
  return 0;
}
