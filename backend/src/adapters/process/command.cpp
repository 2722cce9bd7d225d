#include "adapters/process/command.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>

#include "base/error.hpp"

namespace likeness {
namespace {

constexpr std::size_t kOutputBytesMax = 64 * 1024;

/// A file in memory, so that neither side ever waits for the other as with a pipe.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(::memfd_create("likeness", MFD_CLOEXEC)) {
    if (descriptor_ < 0) throw Error(ErrorKind::unavailable, "the kernel has no memory file left");
  }
  ~MemoryFile() { ::close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  int get() const { return descriptor_; }

  void fill(const std::string& text) {
    if (::write(descriptor_, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
      throw Error(ErrorKind::unavailable, "the kernel has no memory left");
    ::lseek(descriptor_, 0, SEEK_SET);
  }

  std::string text() const {
    std::string text(kOutputBytesMax, '\0');
    const ssize_t count = ::pread(descriptor_, text.data(), text.size(), 0);
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    return text;
  }

 private:
  const int descriptor_;
};

}  // namespace

CommandResult run_command(ChildOptions options, const std::string& input, std::chrono::milliseconds timeout) {
  MemoryFile standard_input;
  const MemoryFile output;
  standard_input.fill(input);
  options.input_descriptor = standard_input.get();
  options.output_descriptor = output.get();
  ChildProcess child(options);
  if (!child.wait(timeout)) child.stop(SIGKILL, std::chrono::milliseconds(0));
  return {.exit_code = child.exit_code().value_or(128 + SIGKILL), .output = output.text()};
}

}  // namespace likeness
