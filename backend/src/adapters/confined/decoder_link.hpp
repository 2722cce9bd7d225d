#pragma once

#include <sys/types.h>

#include <functional>
#include <memory>
#include <optional>

#include "adapters/confined/decoder_protocol.hpp"
#include "adapters/confined/descriptor.hpp"
#include "adapters/confined/shared_memory.hpp"

namespace likeness {

/// A running process; destroying `handle` kills it.
struct StartedDecoder {
  pid_t pid = -1;
  std::shared_ptr<void> handle;
};
/// Starts a process that runs serve_decoder() on the given socket, which it gets as its standard input.
using StartDecoder = std::function<StartedDecoder(int socket)>;

/// The server's end of one decoding process. For one thread at a time.
class DecoderLink {
 public:
  /// Starts the process without waiting for it. Error{unavailable} where it cannot be started.
  DecoderLink(const DecoderSetup& setup, const StartDecoder& start);

  /// Waits for the process to be shut in; whether system calls are filtered. Error{unavailable} where it is not ready
  /// in time.
  bool wait_until_ready(std::chrono::milliseconds timeout);

  enum class End { answered, stopped, timed_out };
  struct Answer {
    End end = End::stopped;
    DecoderReply reply;  ///< as it came: not to be trusted
  };
  /// Anything but `answered` means that the process is of no more use.
  Answer ask(DecoderTask task, std::span<const std::uint8_t> photo, int longest_side_px,
             std::chrono::milliseconds timeout);
  std::span<const std::uint8_t> pixels() const { return pixels_.bytes(); }
  /// Gives memory back that only a large photo needs. `pixel_bytes` is what the answer had.
  void tidy(std::size_t photo_bytes, std::size_t pixel_bytes);

  int photos_asked() const { return photos_asked_; }
  std::chrono::milliseconds time_busy() const { return time_busy_; }
  /// Resident memory besides what is shared with us; 0 where the kernel does not tell.
  std::size_t private_bytes() const;

 private:
  SharedMemory photo_;
  SharedMemory pixels_;
  Descriptor socket_;
  StartedDecoder process_;
  std::optional<bool> filtered_;
  int photos_asked_ = 0;
  std::chrono::milliseconds time_busy_{0};
};

}  // namespace likeness
