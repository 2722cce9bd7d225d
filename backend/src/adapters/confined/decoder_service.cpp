#include "adapters/confined/decoder_service.hpp"

#include <malloc.h>
#include <sys/prctl.h>

#include <algorithm>
#include <cstring>
#include <string_view>

#include "adapters/confined/confinement.hpp"
#include "adapters/confined/descriptor.hpp"
#include "adapters/confined/shared_memory.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

template <std::size_t Size>
void copy_text(char (&target)[Size], std::string_view text) {
  const std::string_view start = valid_start(text, Size - 1);
  std::ranges::copy(start, target);
}

DecoderReply failed(const Error& error) {
  DecoderReply reply;
  reply.failed = 1;
  reply.error_kind = static_cast<std::uint32_t>(error.kind());
  copy_text(reply.message, error.message());
  return reply;
}

DecoderReply described(const ImageHeader& header) {
  DecoderReply reply;
  reply.width_px = header.width_px;
  reply.height_px = header.height_px;
  copy_text(reply.format, header.format);
  return reply;
}

DecoderReply answer(ImageCodec& codec, const DecoderRequest& request, std::span<const std::uint8_t> photo,
                    std::span<std::uint8_t> pixels) {
  if (request.task == DecoderTask::probe) {
    const auto header = codec.probe(photo);
    return header ? described(*header) : failed(header.error());
  }
  const auto decoded = codec.decode(photo, request.longest_side_px);
  if (!decoded) return failed(decoded.error());
  if (decoded->pixels.rgb.size() > pixels.size())
    return failed(Error(ErrorKind::too_large, "the photo is too large once it is decoded"));
  std::ranges::copy(decoded->pixels.rgb, pixels.begin());
  DecoderReply reply = described(decoded->header);
  reply.pixels_width_px = decoded->pixels.width_px;
  reply.pixels_height_px = decoded->pixels.height_px;
  return reply;
}

/// Memory of one photo is taken again for the next: page faults cost more than the copying between the processes.
void keep_memory() {
  ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
  ::mallopt(M_TRIM_THRESHOLD, 64 << 20);
  ::mallopt(M_ARENA_MAX, 1);
}

/// Lets the codec's libraries open and map what they do on first use.
void warm_up(ImageCodec& codec) {
  const Pixels pixels{16, 16, Bytes(std::size_t{16} * 16 * 3, 128)};
  if (const auto jpeg = codec.encode_jpeg(pixels)) (void)codec.decode(*jpeg, 8);
}

}  // namespace

void serve_decoder(int socket, const MakeCodec& make_codec) {
  ::prctl(PR_SET_NAME, "likeness-decode");
  ::clearenv();
  keep_memory();
  DecoderSetup setup;
  std::vector<Descriptor> descriptors;
  if (!receive_packet(socket, std::as_writable_bytes(std::span(&setup, 1)), &descriptors) || descriptors.size() != 2)
    return;
  const SharedMemory photo(std::move(descriptors[0]), setup.limits.bytes_max);
  const SharedMemory pixels(std::move(descriptors[1]), setup.pixel_bytes_max);
  const auto codec = make_codec(setup);
  warm_up(*codec);
  const DecoderReady ready{.filtered = confine_this_process(
                               {.memory_bytes_max = setup.memory_bytes_max, .cpu_time_max = setup.cpu_time_max})};
  if (!send_packet(socket, std::as_bytes(std::span(&ready, 1)))) return;
  DecoderRequest request;
  while (receive_packet(socket, std::as_writable_bytes(std::span(&request, 1)))) {
    const std::size_t bytes = std::min<std::size_t>(request.bytes, photo.bytes().size());
    const DecoderReply reply = answer(*codec, request, photo.bytes().first(bytes), pixels.bytes());
    if (!send_packet(socket, std::as_bytes(std::span(&reply, 1)))) return;
  }
}

}  // namespace likeness
