#include "adapters/archive/zip_writer.hpp"

#include <gmock/gmock.h>

#include <map>

#include "adapters/archive/zip_walker.hpp"
#include "base/error.hpp"

namespace likeness {
namespace {

/// What came, and whether it was finished.
struct Sink {
  std::string bytes;
  bool finished = false;
  std::size_t room = std::string::npos;
};

class SinkWriter final : public ObjectWriter {
 public:
  explicit SinkWriter(Sink& sink) : sink_(sink) {}
  void write(std::span<const std::uint8_t> piece) override {
    if (sink_.bytes.size() + piece.size() > sink_.room) throw Error(ErrorKind::unavailable, "the disk is full");
    sink_.bytes.append(piece.begin(), piece.end());
  }
  void finish() override { sink_.finished = true; }

 private:
  Sink& sink_;
};

class MemoryReader final : public ObjectReader {
 public:
  explicit MemoryReader(const std::string& bytes) : bytes_(bytes) {}
  std::size_t read(std::span<std::uint8_t> into) override {
    const auto size = bytes_.copy(reinterpret_cast<char*>(into.data()), into.size(), at_);
    at_ += size;
    return size;
  }

 private:
  const std::string& bytes_;
  std::size_t at_ = 0;
};

std::span<const std::uint8_t> bytes_of(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

TEST(ZipWriter, WritesWhatTheWalkerReads) {
  std::map<std::string, std::string> files{{"photos/aa", std::string("\0\1\2", 3)}, {"empty", ""}};
  for (int i = 0; i < 20'000; ++i) files["lines.jsonl"] += "{\"number\": " + std::to_string(i) + "}\n";
  Sink sink;
  ZipFormat format;
  const auto writer = format.writer(std::make_unique<SinkWriter>(sink));
  for (const auto& [path, content] : files) {
    writer->begin_file(path, path.starts_with("photos/") ? std::optional(content.size()) : std::nullopt);
    for (std::size_t at = 0; at < content.size(); at += 1000) writer->write(bytes_of(content.substr(at, 1000)));
  }
  EXPECT_FALSE(sink.finished);
  writer->finish();
  EXPECT_TRUE(sink.finished);
  EXPECT_LT(sink.bytes.size(), files["lines.jsonl"].size() / 2) << "lines are packed";

  std::map<std::string, std::string> read;
  MemoryReader bytes(sink.bytes);
  ZipWalker({}).walk(bytes, [&](const ArchiveEntry& entry) {
    std::array<std::uint8_t, 4096> piece;
    auto& content = read[entry.path];
    while (const auto size = entry.bytes.read(piece)) content.append(piece.begin(), piece.begin() + size);
  });
  EXPECT_EQ(read, files);
}

TEST(ZipWriter, AFullDiskComesThroughAndNothingIsFinished) {
  Sink sink{.bytes = {}, .finished = false, .room = 100'000};
  ZipFormat format;
  auto writer = format.writer(std::make_unique<SinkWriter>(sink));
  const std::string photo(64'000, 'x');
  const auto write = [&] {
    for (int i = 0; i < 10; ++i) {
      writer->begin_file("photos/" + std::to_string(i), photo.size());
      writer->write(bytes_of(photo));
    }
  };
  try {
    write();
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.message(), "the disk is full");
  }
  const auto so_far = sink.bytes.size();
  writer.reset();
  EXPECT_EQ(sink.bytes.size(), so_far) << "what broke off gets no end that looks whole";
  EXPECT_FALSE(sink.finished);
}

}  // namespace
}  // namespace likeness
