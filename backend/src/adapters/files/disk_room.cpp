#include "adapters/files/disk_room.hpp"

#include <sys/statvfs.h>

#include <cerrno>

#include "adapters/files/file_handle.hpp"
#include "base/log.hpp"

namespace likeness {
namespace {
constexpr std::uintmax_t kMegabyte = 1 << 20;
}

bool DiskRoom::fits(std::uintmax_t byte_count) const {
  struct statvfs disk{};
  if (::statvfs(directory_.c_str(), &disk) != 0) return true;  // writing will tell what is wrong
  const auto free_bytes = static_cast<std::uintmax_t>(disk.f_bavail) * disk.f_frsize;
  return free_bytes >= reserve_bytes_ + byte_count;
}

bool DiskRoom::has_room() const { return fits(kMegabyte); }

void DiskRoom::require(std::uintmax_t byte_count) {
  if (fits(byte_count)) {
    if (full_.load(std::memory_order_relaxed) && has_room() && full_.exchange(false))
      log::info("there is room again on the disk of {}", directory_.string());
    return;
  }
  if (!full_.exchange(true))
    log::error("no space left on the disk of {} ({} MB are kept free): make room there, and work goes on by itself",
               directory_.string(), reserve_bytes_ / kMegabyte);
  throw_disk_error(ENOSPC, "written");
}

}  // namespace likeness
