#pragma once

#include <condition_variable>
#include <mutex>
#include <vector>

#include "adapters/confined/decoder_link.hpp"
#include "ports/image_codec.hpp"

namespace likeness {

struct ConfinedCodecOptions {
  ImageLimits limits;
  int processes = 2;
  std::chrono::milliseconds photo_time_max{5000};  ///< then the process is killed
  std::chrono::milliseconds wait_max{20'000};      ///< for a process to be free
  int side_px_max = 10'000;                        ///< what decode() is asked for at most
  std::size_t memory_bytes_max = 1u << 30;         ///< that decoding one photo may allocate
  int photos_max = 2000;                           ///< after which a process is replaced
  std::size_t resident_bytes_max = 256u << 20;     ///< that a process may hold on to between photos
};

/// Has photos from outside decoded by a few processes that can do nothing else: bytes go in and pixels come out by
/// shared memory. A process that ends or takes too long is replaced, and what it says is held to the limits. A photo
/// whose process ends is tried once more in a new one, since somebody else may have ended it; then it is
/// Error{corrupt_data}. Too long is Error{timeout}; no process in time is Error{unavailable}. What is not
/// decoding happens in this process, by `own`. Thread-safe.
class ConfinedImageCodec final : public ImageCodec {
 public:
  /// Starts the processes without waiting for them.
  ConfinedImageCodec(const ConfinedCodecOptions& options, StartDecoder start, ImageCodec& own);
  ~ConfinedImageCodec() override;

  Result<ImageHeader> probe(std::span<const std::uint8_t> bytes) override;
  Result<DecodedImage> decode(std::span<const std::uint8_t> bytes, int longest_side_px) override;
  Result<Bytes> thumbnail(const Pixels& pixels, int longest_side_px) override {
    return own_.thumbnail(pixels, longest_side_px);
  }
  Result<Bytes> encode_jpeg(const Pixels& pixels) override { return own_.encode_jpeg(pixels); }

 private:
  class Lease;

  Result<DecodedImage> ask(DecoderTask task, std::span<const std::uint8_t> bytes, int longest_side_px);
  Result<DecodedImage> ask_process(DecoderTask task, std::span<const std::uint8_t> bytes, int longest_side_px);
  Result<DecodedImage> checked(const DecoderLink& link, DecoderTask task, const DecoderReply& reply,
                               int longest_side_px) const;
  std::size_t acquire();
  void release(std::size_t place);
  DecoderLink& ready_link(std::size_t place);
  void replace(std::size_t place);
  bool is_worn_out(const DecoderLink& link) const;

  const ConfinedCodecOptions options_;
  const DecoderSetup setup_;
  const StartDecoder start_;
  ImageCodec& own_;

  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::size_t> free_places_;
  bool warned_ = false;
  std::vector<std::unique_ptr<DecoderLink>> links_;  ///< each belongs to whoever holds its place
};

}  // namespace likeness
