#include "adapters/confined/shared_memory.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.hpp"

namespace likeness {

SharedMemory::SharedMemory(std::size_t bytes)
    : descriptor_(::memfd_create("likeness-decoder", MFD_CLOEXEC | MFD_ALLOW_SEALING)), size_(bytes) {
  if (descriptor_.get() < 0 || ::ftruncate(descriptor_.get(), static_cast<off_t>(bytes)) != 0 ||
      ::fcntl(descriptor_.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
    throw Error(ErrorKind::unavailable, "the kernel has no shared memory left for a decoder");
  map();
}

SharedMemory::SharedMemory(Descriptor descriptor, std::size_t bytes)
    : descriptor_(std::move(descriptor)), size_(bytes) {
  struct stat status{};
  if (::fstat(descriptor_.get(), &status) != 0 || static_cast<std::size_t>(status.st_size) < bytes)
    throw Error(ErrorKind::unavailable, "a decoder got shared memory of another size");
  map();
}

SharedMemory::~SharedMemory() {
  if (start_ != nullptr) ::munmap(start_, size_);
}

void SharedMemory::map() {
  void* start = ::mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor_.get(), 0);
  if (start == MAP_FAILED) throw Error(ErrorKind::unavailable, "a decoder's shared memory cannot be mapped");
  start_ = static_cast<std::uint8_t*>(start);
}

void SharedMemory::release(std::size_t used_bytes, std::size_t kept_bytes) {
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  const std::size_t begin = (kept_bytes + page - 1) / page * page;
  if (used_bytes <= begin) return;
  ::fallocate(descriptor_.get(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, static_cast<off_t>(begin),
              static_cast<off_t>(size_ - begin));
}

}  // namespace likeness
