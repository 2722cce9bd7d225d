#include "adapters/archive/zip_walker.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <locale.h>

#include <cerrno>
#include <exception>
#include <memory>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

constexpr std::size_t kPieceBytes = 64 * 1024;
constexpr std::uint64_t kRatioFromBytes = 16u << 20;

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

[[noreturn]] void throw_broken(archive* reader, const std::string& path) {
  const char* said = archive_error_string(reader);
  throw Error(ErrorKind::corrupt_data,
              fmt::format("the ZIP archive cannot be read{}: {}",
                          path.empty() ? "" : " at \"" + std::string(valid_start(path, 200)) + "\"",
                          valid_start(said == nullptr ? "it is broken" : said, 200)));
}

/// Hands the archive's packed bytes to libarchive, and keeps an exception until libarchive has returned.
struct Source {
  ObjectReader& bytes;
  std::vector<std::uint8_t> piece = std::vector<std::uint8_t>(kPieceBytes);
  std::uint64_t packed_bytes = 0;
  std::exception_ptr thrown = nullptr;

  static la_ssize_t read(archive* reader, void* self, const void** buffer) {
    auto& source = *static_cast<Source*>(self);
    try {
      const auto size = source.bytes.read(source.piece);
      source.packed_bytes += size;
      *buffer = source.piece.data();
      return static_cast<la_ssize_t>(size);
    } catch (...) {
      source.thrown = std::current_exception();
      archive_set_error(reader, EIO, "its bytes cannot be had");
      return ARCHIVE_FATAL;
    }
  }
};

/// The unpacked bytes of the file that is being visited.
class EntryReader final : public ObjectReader {
 public:
  EntryReader(archive* reader, Source& source, const ArchiveLimits& limits, const std::string& path,
              std::uint64_t& total_bytes)
      : reader_(reader), source_(source), limits_(limits), path_(path), total_bytes_(total_bytes) {}

  std::size_t read(std::span<std::uint8_t> into) override {
    const auto size = archive_read_data(reader_, into.data(), into.size());
    if (source_.thrown) std::rethrow_exception(source_.thrown);
    if (size < 0) throw_broken(reader_, path_);
    total_bytes_ += static_cast<std::uint64_t>(size);
    check_limits();
    return static_cast<std::size_t>(size);
  }

 private:
  void check_limits() const {
    if (total_bytes_ > limits_.total_bytes_max)
      throw Error(ErrorKind::too_large,
                  fmt::format("the ZIP archive unpacks to more than {} bytes", limits_.total_bytes_max));
    const auto packed = static_cast<double>(std::max<std::uint64_t>(source_.packed_bytes, 1));
    if (total_bytes_ > kRatioFromBytes && static_cast<double>(total_bytes_) > limits_.ratio_max * packed)
      throw Error(ErrorKind::too_large,
                  fmt::format("the ZIP archive unpacks to more than {:.0f} times its size", limits_.ratio_max));
  }

  archive* reader_;
  Source& source_;
  const ArchiveLimits& limits_;
  const std::string& path_;
  std::uint64_t& total_bytes_;
};

/// libarchive turns names into text by the thread's locale: UTF-8 while this lives.
class Utf8Locale {
 public:
  Utf8Locale() : locale_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(uselocale(locale_)) {}
  ~Utf8Locale() {
    uselocale(before_);
    if (locale_ != nullptr) freelocale(locale_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  locale_t locale_;
  locale_t before_;
};

/// In UTF-8; empty where the name is no text.
std::string path_of(archive_entry* entry) {
  const char* path = archive_entry_pathname_utf8(entry);
  if (path == nullptr) path = archive_entry_pathname(entry);
  return path != nullptr && is_valid_utf8(path) ? path : "";
}

}  // namespace

void ZipWalker::walk(ObjectReader& bytes, const std::function<void(const ArchiveEntry&)>& visit) {
  const Utf8Locale locale;
  const Archive reader(archive_read_new(), &archive_read_free);
  if (reader == nullptr) throw Error(ErrorKind::internal, "libarchive does not start");
  archive_read_support_format_zip_streamable(reader.get());
  archive_read_set_options(reader.get(), "hdrcharset=UTF-8");
  Source source{.bytes = bytes};
  if (archive_read_open(reader.get(), &source, nullptr, &Source::read, nullptr) != ARCHIVE_OK) {
    if (source.thrown) std::rethrow_exception(source.thrown);
    throw_broken(reader.get(), "");
  }
  std::uint64_t total_bytes = 0;
  for (long count = 0;;) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(reader.get(), &entry);
    if (source.thrown) std::rethrow_exception(source.thrown);
    if (status == ARCHIVE_EOF) {
      if (count == 0 && source.packed_bytes == 0) throw Error(ErrorKind::corrupt_data, "the ZIP archive is empty");
      return;
    }
    if (status < ARCHIVE_WARN) throw_broken(reader.get(), "");
    if (archive_entry_filetype(entry) != AE_IFREG) continue;
    if (++count > limits_.entries_max)
      throw Error(ErrorKind::too_large, fmt::format("the ZIP archive holds more than {} files", limits_.entries_max));
    const auto path = path_of(entry);
    if (archive_entry_is_encrypted(entry))
      throw Error(ErrorKind::unsupported,
                  fmt::format("the file \"{}\" of the ZIP archive is encrypted: send it without "
                              "a password",
                              valid_start(path, 200)));
    EntryReader entry_bytes(reader.get(), source, limits_, path, total_bytes);
    visit({path, entry_bytes});
  }
}

}  // namespace likeness
