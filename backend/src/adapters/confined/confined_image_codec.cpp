#include "adapters/confined/confined_image_codec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/log.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

constexpr std::array kFormats = {"jpeg", "png", "webp", "gif", "tiff", "avif", "heic"};
constexpr std::array kErrorKinds = {ErrorKind::corrupt_data, ErrorKind::unsupported, ErrorKind::too_large,
                                    ErrorKind::timeout};
constexpr std::chrono::seconds kStartTimeMax{30};
constexpr std::chrono::seconds kBusyTimeMax{120};  // of one process's life
constexpr int kPhotosPerLook = 16;                 // at how much memory a process holds

DecoderSetup make_setup(const ConfinedCodecOptions& options) {
  const auto square = static_cast<std::size_t>(options.side_px_max) * static_cast<std::size_t>(options.side_px_max);
  const auto pixels = static_cast<std::size_t>(options.limits.megapixels_max * 1e6);
  return {.limits = options.limits,
          .decode_time_max = options.photo_time_max * 4 / 5,
          .pixel_bytes_max = std::min(square, pixels) * 3,
          .memory_bytes_max = options.memory_bytes_max,
          .cpu_time_max = 3 * kBusyTimeMax};
}

template <std::size_t Size>
std::string_view text_of(const char (&field)[Size]) {
  return {field, static_cast<std::size_t>(std::find(field, field + Size, '\0') - field)};
}

Error error_of(const DecoderReply& reply) {
  const auto kind = static_cast<ErrorKind>(reply.error_kind);
  std::string message(text_of(reply.message));
  const bool plain =
      is_valid_utf8(message) && std::ranges::none_of(message, [](char letter) { return letter >= 0 && letter < ' '; });
  if (std::ranges::find(kErrorKinds, kind) == kErrorKinds.end() || !plain || message.empty())
    return Error(ErrorKind::corrupt_data, "the photo cannot be decoded");
  return Error(kind, std::move(message));
}

Error stopped() { return Error(ErrorKind::corrupt_data, "the photo is damaged: the decoder was stopped"); }

}  // namespace

/// Holds one process for one photo.
class ConfinedImageCodec::Lease {
 public:
  explicit Lease(ConfinedImageCodec& codec) : codec_(codec), place_(codec.acquire()) {}
  ~Lease() { codec_.release(place_); }
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;

  DecoderLink& link() { return codec_.ready_link(place_); }
  void replace() { codec_.replace(place_); }

 private:
  ConfinedImageCodec& codec_;
  const std::size_t place_;
};

ConfinedImageCodec::ConfinedImageCodec(const ConfinedCodecOptions& options, StartDecoder start, ImageCodec& own)
    : options_(options), setup_(make_setup(options)), start_(std::move(start)), own_(own), links_(options.processes) {
  for (std::size_t place = 0; place < links_.size(); ++place) {
    links_[place] = std::make_unique<DecoderLink>(setup_, start_);
    free_places_.push_back(place);
  }
}

ConfinedImageCodec::~ConfinedImageCodec() = default;

Result<ImageHeader> ConfinedImageCodec::probe(std::span<const std::uint8_t> bytes) {
  auto answer = ask(DecoderTask::probe, bytes, 0);
  if (!answer) return std::unexpected(answer.error());
  return std::move(answer->header);
}

Result<DecodedImage> ConfinedImageCodec::decode(std::span<const std::uint8_t> bytes, int longest_side_px) {
  return ask(DecoderTask::decode, bytes, std::clamp(longest_side_px, 1, options_.side_px_max));
}

Result<DecodedImage> ConfinedImageCodec::ask(DecoderTask task, std::span<const std::uint8_t> bytes,
                                             int longest_side_px) {
  if (bytes.size() > options_.limits.bytes_max) {
    return failure(ErrorKind::too_large, fmt::format("the photo has {} bytes; at most {} are taken", bytes.size(),
                                                     options_.limits.bytes_max));
  }
  try {
    return ask_process(task, bytes, longest_side_px);
  } catch (const Error& error) {
    return std::unexpected(error);
  }
}

Result<DecodedImage> ConfinedImageCodec::ask_process(DecoderTask task, std::span<const std::uint8_t> bytes,
                                                     int longest_side_px) {
  Lease lease(*this);
  for (int round = 0; round < 2; ++round) {
    DecoderLink& link = lease.link();
    const auto answer = link.ask(task, bytes, longest_side_px, options_.photo_time_max);
    if (answer.end == DecoderLink::End::answered) {
      auto result = checked(link, task, answer.reply, longest_side_px);
      link.tidy(bytes.size(), result ? result->pixels.rgb.size() : setup_.pixel_bytes_max);
      if (is_worn_out(link)) lease.replace();
      return result;
    }
    lease.replace();
    if (answer.end == DecoderLink::End::timed_out) {
      log::warning("a decoder was killed: a photo of {} bytes took more than {} ms", bytes.size(),
                   options_.photo_time_max.count());
      return failure(ErrorKind::timeout,
                     fmt::format("decoding the photo took more than {} ms", options_.photo_time_max.count()));
    }
    log::warning("a decoder ended on a photo of {} bytes", bytes.size());
  }
  return std::unexpected(stopped());
}

Result<DecodedImage> ConfinedImageCodec::checked(const DecoderLink& link, DecoderTask task, const DecoderReply& reply,
                                                 int longest_side_px) const {
  if (reply.failed != 0) return std::unexpected(error_of(reply));
  DecodedImage image;
  image.header = {std::string(text_of(reply.format)), reply.width_px, reply.height_px};
  const double megapixels = static_cast<double>(reply.width_px) * reply.height_px / 1e6;
  bool good = std::ranges::find(kFormats, image.header.format) != kFormats.end() && reply.width_px > 0 &&
              reply.height_px > 0 && megapixels <= options_.limits.megapixels_max;
  if (task == DecoderTask::decode && good) {
    const int width = reply.pixels_width_px;
    const int height = reply.pixels_height_px;
    good = width > 0 && height > 0 && width <= longest_side_px && height <= longest_side_px;
    const std::size_t size = good ? static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3 : 0;
    good = good && size <= link.pixels().size();
    const auto pixels = link.pixels();
    if (good) image.pixels = {width, height, Bytes(pixels.begin(), pixels.begin() + static_cast<std::ptrdiff_t>(size))};
  }
  if (!good) return std::unexpected(stopped());
  return image;
}

std::size_t ConfinedImageCodec::acquire() {
  std::unique_lock lock(mutex_);
  if (!freed_.wait_for(lock, options_.wait_max, [&] { return !free_places_.empty(); }))
    throw Error(ErrorKind::unavailable, "all photo decoders are busy: try again in a moment");
  const std::size_t place = free_places_.back();
  free_places_.pop_back();
  return place;
}

void ConfinedImageCodec::release(std::size_t place) {
  {
    std::lock_guard lock(mutex_);
    free_places_.push_back(place);
  }
  freed_.notify_one();
}

DecoderLink& ConfinedImageCodec::ready_link(std::size_t place) {
  auto& link = links_[place];
  if (!link) link = std::make_unique<DecoderLink>(setup_, start_);
  try {
    if (!link->wait_until_ready(kStartTimeMax)) {
      std::lock_guard lock(mutex_);
      if (!std::exchange(warned_, true))
        log::warning("this kernel filters no system calls: photos are decoded under resource limits alone");
    }
  } catch (const Error&) {
    link.reset();
    throw;
  }
  return *link;
}

void ConfinedImageCodec::replace(std::size_t place) {
  links_[place].reset();
  try {
    links_[place] = std::make_unique<DecoderLink>(setup_, start_);
  } catch (const Error& error) {
    log::warning("a decoder is not replaced until it is needed: {}", error.message());
  }
}

bool ConfinedImageCodec::is_worn_out(const DecoderLink& link) const {
  if (link.photos_asked() >= options_.photos_max || link.time_busy() >= kBusyTimeMax) return true;
  return link.photos_asked() % kPhotosPerLook == 0 && link.private_bytes() > options_.resident_bytes_max;
}

}  // namespace likeness
