#pragma once

#include <chrono>
#include <cstdint>

#include "ports/image_codec.hpp"

namespace likeness {

/// What a decoding process is told before it shuts itself in.
struct DecoderSetup {
  ImageLimits limits;
  std::chrono::milliseconds decode_time_max{4000};  ///< after which the decoder gives up by itself
  std::size_t pixel_bytes_max = 150u << 20;         ///< one answer's pixels
  std::size_t memory_bytes_max = 1u << 30;          ///< what decoding may allocate
  std::chrono::seconds cpu_time_max{120};           ///< of the whole life of the process
};

/// Messages on a SOCK_SEQPACKET socket, one packet each. First the setup, with the two pieces of shared memory (photo,
/// pixels) as its descriptors; then DecoderReady; then requests and replies in turn. The photo's bytes and the pixels
/// lie in the shared memory. Both ends are the same program, so that layouts agree.
struct DecoderReady {
  std::uint32_t filtered = 0;  ///< 1: the kernel refuses all system calls but those that decoding needs
};

enum class DecoderTask : std::uint32_t { probe = 1, decode = 2 };

struct DecoderRequest {
  DecoderTask task = DecoderTask::probe;
  std::int32_t longest_side_px = 0;
  std::uint64_t bytes = 0;
};

struct DecoderReply {
  std::uint32_t failed = 0;
  std::uint32_t error_kind = 0;
  std::int32_t width_px = 0;  ///< of the upright original
  std::int32_t height_px = 0;
  std::int32_t pixels_width_px = 0;
  std::int32_t pixels_height_px = 0;
  char format[8] = {};
  char message[240] = {};
};

}  // namespace likeness
