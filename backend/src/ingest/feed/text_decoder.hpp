#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

namespace likeness::ingest {

/// Makes UTF-8 of a feed's bytes, piece by piece. UTF-16 is known by its byte order mark or its zero bytes. Anything
/// else is taken for UTF-8; where the first byte beyond ASCII is no UTF-8, the feed is Windows-1252 (of which Latin-1's
/// letters are a part) from there on. What cannot be decoded becomes bytes that are not UTF-8, so that it is the fault
/// of its row alone. The byte order mark is taken away.
class TextDecoder {
 public:
  using OnText = std::function<void(std::string_view text)>;

  explicit TextDecoder(OnText on_text);
  ~TextDecoder();

  void consume(std::span<const std::uint8_t> piece);
  void finish();

 private:
  struct Conversion;
  enum class State { undecided, ascii, utf8, converting };

  void decide();
  /// Hands ASCII on up to the first byte that says more.
  void pass_ascii();
  void convert(bool at_end);
  void pass(std::size_t size);

  OnText on_text_;
  State state_ = State::undecided;
  std::string pending_;
  std::unique_ptr<Conversion> conversion_;
};

}  // namespace likeness::ingest
