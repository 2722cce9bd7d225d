#pragma once

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "ingest/feed/feed_stage.hpp"
#include "unit/feed_text.hpp"

namespace likeness::ingest {

/// A feed in memory that is handed out in pieces of at most `piece_bytes`.
class TextObject final : public ObjectReader {
 public:
  TextObject(std::string bytes, std::size_t piece_bytes) : bytes_(std::move(bytes)), piece_bytes_(piece_bytes) {}
  std::size_t read(std::span<std::uint8_t> buffer) override {
    const auto size = std::min({buffer.size(), piece_bytes_, bytes_.size() - at_});
    std::memcpy(buffer.data(), bytes_.data() + at_, size);
    at_ += size;
    return size;
  }

 private:
  const std::string bytes_;
  const std::size_t piece_bytes_;
  std::size_t at_ = 0;
};

/// What the stage makes of a feed; `whole` is its answer.
struct StageRead : FeedRead {
  bool whole = false;
};

inline StageRead read_by_stage(const std::string& bytes, const FeedDescription& description = {},
                               FeedLimits limits = {}, std::size_t piece_bytes = 1u << 20) {
  StageRead read;
  TextObject feed(bytes, piece_bytes);
  read.whole = FeedStage(limits).read(
      feed, description, [&](RawRow row) { read.rows.push_back(std::move(row)); },
      [&](ImportFault fault) { read.faults.push_back(std::move(fault)); });
  return read;
}

inline std::string refusal_of_stage(const std::string& bytes, const FeedDescription& description = {},
                                    FeedLimits limits = {}) {
  try {
    read_by_stage(bytes, description, limits);
  } catch (const Error& error) {
    return error.message();
  }
  return "(read)";
}

inline std::string sample_feed(const std::string& name) {
  std::ifstream file(std::filesystem::path(std::getenv("LIKENESS_SOURCE_DIR")) / "docs/samples/feeds" / name,
                     std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace likeness::ingest
