#include "ingest/feed/text_decoder.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "base/error.hpp"
#include "base/text.hpp"

namespace likeness::ingest {
namespace {

constexpr std::size_t kStartBytes = 4096;
constexpr char kUndecodable = '\xFF';

/// Share of zero bytes at even (0) or odd (1) places.
double zeros(std::string_view bytes, std::size_t parity) {
  std::size_t count = 0;
  for (std::size_t i = parity; i < bytes.size(); i += 2) count += bytes[i] == '\0';
  return 2.0 * static_cast<double>(count) / static_cast<double>(std::max<std::size_t>(bytes.size(), 1));
}

}  // namespace

struct TextDecoder::Conversion {
  explicit Conversion(const char* encoding, std::size_t unit)
      : handle(iconv_open("UTF-8", encoding)), unit_bytes(unit) {
    if (handle == reinterpret_cast<iconv_t>(-1))
      throw Error(ErrorKind::internal, std::string("this machine cannot read ") + encoding);
  }
  ~Conversion() { iconv_close(handle); }
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;

  iconv_t handle;
  std::size_t unit_bytes;
};

TextDecoder::TextDecoder(OnText on_text) : on_text_(std::move(on_text)) {}
TextDecoder::~TextDecoder() = default;

void TextDecoder::consume(std::span<const std::uint8_t> piece) {
  // In steps, so that what is pending stays small however large the piece.
  for (; !piece.empty(); piece = piece.subspan(std::min(piece.size(), kStartBytes))) {
    pending_.append(reinterpret_cast<const char*>(piece.data()), std::min(piece.size(), kStartBytes));
    if (state_ == State::undecided && pending_.size() >= kStartBytes) decide();
    if (state_ == State::utf8) pass(pending_.size());
    if (state_ == State::ascii) pass_ascii();
    if (state_ == State::converting) convert(false);
  }
}

void TextDecoder::finish() {
  if (state_ == State::undecided) decide();
  if (state_ == State::ascii) pass_ascii();
  if (state_ == State::ascii && !pending_.empty()) {
    conversion_ = std::make_unique<Conversion>("WINDOWS-1252", 1);
    state_ = State::converting;
  }
  if (state_ == State::converting) convert(true);
  pass(pending_.size());
}

void TextDecoder::decide() {
  const std::string_view start(pending_);
  std::size_t mark = 2;
  const char* encoding = nullptr;
  if (start.starts_with("\xEF\xBB\xBF")) {
    mark = 3;
    state_ = State::utf8;
  } else if (start.starts_with("\xFF\xFE")) {
    encoding = "UTF-16LE";
  } else if (start.starts_with("\xFE\xFF")) {
    encoding = "UTF-16BE";
  } else {
    mark = 0;
    const double even = zeros(start, 0), odd = zeros(start, 1);
    if (odd > 0.4 && even < 0.1) encoding = "UTF-16LE";
    if (even > 0.4 && odd < 0.1) encoding = "UTF-16BE";
    if (encoding == nullptr) state_ = State::ascii;
  }
  pending_.erase(0, mark);
  if (encoding == nullptr) return;
  conversion_ = std::make_unique<Conversion>(encoding, 2);
  state_ = State::converting;
}

void TextDecoder::pass_ascii() {
  const auto first = static_cast<std::size_t>(
      std::ranges::find_if(pending_, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) - pending_.begin());
  pass(first);
  if (pending_.empty()) return;
  const auto lead = static_cast<unsigned char>(pending_.front());
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  // A character that is cut by the end of the piece is looked at again with the next one.
  for (std::size_t i = 1; i < length; ++i) {
    if (i == pending_.size()) return;
    if ((static_cast<unsigned char>(pending_[i]) & 0xC0) != 0x80) break;
  }
  if (is_valid_utf8(std::string_view(pending_).substr(0, length))) {
    state_ = State::utf8;
    return pass(pending_.size());
  }
  conversion_ = std::make_unique<Conversion>("WINDOWS-1252", 1);
  state_ = State::converting;
}

void TextDecoder::convert(bool at_end) {
  std::array<char, 8192> text;
  char* from = pending_.data();
  std::size_t left = pending_.size();
  while (left > 0) {
    char* to = text.data();
    std::size_t room = text.size() - 1;
    const auto result = iconv(conversion_->handle, &from, &left, &to, &room);
    const int error = result == static_cast<std::size_t>(-1) ? errno : 0;
    const bool cut = error == EINVAL && !at_end;
    if (error == EILSEQ || (error == EINVAL && at_end)) {
      *to++ = kUndecodable;
      const auto skipped = std::min(left, conversion_->unit_bytes);
      from += skipped;
      left -= skipped;
    }
    on_text_({text.data(), static_cast<std::size_t>(to - text.data())});
    if (cut) break;
  }
  pending_.erase(0, pending_.size() - left);
}

void TextDecoder::pass(std::size_t size) {
  if (size > 0) on_text_(std::string_view(pending_).substr(0, size));
  pending_.erase(0, size);
}

}  // namespace likeness::ingest
