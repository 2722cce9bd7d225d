#include "adapters/archive/zip_writer.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>
#include <ctime>
#include <exception>
#include <memory>

#include "base/error.hpp"

namespace likeness {
namespace {

class ZipWriter final : public ArchiveWriter {
 public:
  explicit ZipWriter(std::unique_ptr<ObjectWriter> into)
      : into_(std::move(into)), archive_(archive_write_new(), &discard) {
    if (archive_ == nullptr) throw Error(ErrorKind::internal, "libarchive does not start");
    require(archive_write_set_format_zip(archive_.get()));
    require(archive_write_set_bytes_in_last_block(archive_.get(), 1));
    require(archive_write_open2(archive_.get(), this, nullptr, &ZipWriter::pass_on, nullptr, nullptr));
  }

  void begin_file(const std::string& path, std::optional<std::uint64_t> size) override {
    require(size ? archive_write_zip_set_compression_store(archive_.get())
                 : archive_write_zip_set_compression_deflate(archive_.get()));
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), &archive_entry_free);
    archive_entry_set_pathname(entry.get(), path.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), std::time(nullptr), 0);
    if (size) archive_entry_set_size(entry.get(), static_cast<la_int64_t>(*size));
    require(archive_write_header(archive_.get(), entry.get()));
  }

  void write(std::span<const std::uint8_t> piece) override {
    while (!piece.empty()) {
      const auto written = archive_write_data(archive_.get(), piece.data(), piece.size());
      if (written <= 0) fail();
      piece = piece.subspan(static_cast<std::size_t>(written));
    }
  }

  void finish() override {
    require(archive_write_close(archive_.get()));
    into_->finish();
  }

 private:
  /// Without the end that a mere archive_write_free() would still write.
  static int discard(archive* writer) {
    archive_write_fail(writer);
    return archive_write_free(writer);
  }

  static la_ssize_t pass_on(archive* writer, void* self, const void* bytes, std::size_t size) {
    auto& zip = *static_cast<ZipWriter*>(self);
    try {
      zip.into_->write({static_cast<const std::uint8_t*>(bytes), size});
      return static_cast<la_ssize_t>(size);
    } catch (...) {
      zip.thrown_ = std::current_exception();
      archive_set_error(writer, EIO, "its bytes are not taken");
      return -1;
    }
  }

  [[noreturn]] void fail() {
    if (thrown_) std::rethrow_exception(thrown_);
    const char* said = archive_error_string(archive_.get());
    throw Error(ErrorKind::internal,
                std::string("the ZIP archive cannot be written: ") + (said == nullptr ? "libarchive fails" : said));
  }

  void require(int status) {
    if (status < ARCHIVE_WARN) fail();
  }

  const std::unique_ptr<ObjectWriter> into_;
  std::exception_ptr thrown_;
  const std::unique_ptr<archive, decltype(&discard)> archive_;
};

}  // namespace

std::unique_ptr<ArchiveWriter> ZipFormat::writer(std::unique_ptr<ObjectWriter> into) {
  return std::make_unique<ZipWriter>(std::move(into));
}

}  // namespace likeness
