#include "adapters/archive/zip_walker.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <locale.h>

#include <map>

#include "base/error.hpp"

namespace likeness {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

class MemoryReader final : public ObjectReader {
 public:
  explicit MemoryReader(std::string bytes) : bytes_(std::move(bytes)) {}
  std::size_t read(std::span<std::uint8_t> into) override {
    const auto size = bytes_.copy(reinterpret_cast<char*>(into.data()), into.size(), at_);
    at_ += size;
    return size;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

struct File {
  std::string path;
  std::string content;
  unsigned type = AE_IFREG;
};

std::string zip(const std::vector<File>& files) {
  std::string bytes(256u << 10, '\0');
  std::size_t used = 0;
  const locale_t before = uselocale(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr));
  archive* writer = archive_write_new();
  archive_write_set_format_zip(writer);
  archive_write_set_options(writer, "hdrcharset=UTF-8");
  archive_write_open_memory(writer, bytes.data(), bytes.size(), &used);
  for (const auto& file : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, file.path.c_str());
    archive_entry_set_filetype(entry, file.type);
    archive_entry_set_perm(entry, 0644);
    if (file.type == AE_IFLNK) archive_entry_set_symlink(entry, file.content.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(file.content.size()));
    archive_write_header(writer, entry);
    if (file.type == AE_IFREG) archive_write_data(writer, file.content.data(), file.content.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  freelocale(uselocale(before));
  bytes.resize(used);
  return bytes;
}

std::vector<std::pair<std::string, std::string>> walked(const std::string& bytes, const ArchiveLimits& limits = {}) {
  std::vector<std::pair<std::string, std::string>> files;
  MemoryReader reader(bytes);
  ZipWalker(limits).walk(reader, [&](const ArchiveEntry& entry) {
    std::vector<std::uint8_t> piece(1000);
    std::string content;
    while (const auto size = entry.bytes.read(piece)) content.append(piece.begin(), piece.begin() + size);
    files.emplace_back(entry.path, content);
  });
  return files;
}

std::string refusal(const std::string& bytes, ErrorKind kind, const ArchiveLimits& limits = {}) {
  try {
    walked(bytes, limits);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), kind) << error.message();
    return error.message();
  }
  ADD_FAILURE() << "the archive was read";
  return "";
}

TEST(ZipWalker, ReadsPlainFilesInTheirOrder) {
  const auto bytes = zip({{"b/Größe.txt", std::string(3000, 'x')}, {"a.txt", "short"}, {"empty", ""}});
  EXPECT_THAT(walked(bytes),
              ElementsAre(Pair("b/Größe.txt", std::string(3000, 'x')), Pair("a.txt", "short"), Pair("empty", "")));
}

TEST(ZipWalker, LeavesFoldersAndLinksOut) {
  const auto bytes = zip({{"folder/", "", AE_IFDIR}, {"link", "/etc/passwd", AE_IFLNK}, {"file", "here"}});
  EXPECT_THAT(walked(bytes), testing::Contains(Pair("file", "here")));
  for (const auto& [path, content] : walked(bytes)) EXPECT_THAT(content, testing::Not(HasSubstr("root:")));
}

TEST(ZipWalker, VisitsMaySkipBytes) {
  MemoryReader reader(zip({{"one", std::string(3000, 'x')}, {"two", "2"}}));
  std::vector<std::string> paths;
  ZipWalker({}).walk(reader, [&](const ArchiveEntry& entry) { paths.push_back(entry.path); });
  EXPECT_THAT(paths, ElementsAre("one", "two"));
}

TEST(ZipWalker, SaysWhatIsWrong) {
  EXPECT_THAT(refusal("", ErrorKind::corrupt_data), HasSubstr("ZIP archive"));
  EXPECT_THAT(refusal(std::string(5000, 'x'), ErrorKind::corrupt_data), HasSubstr("ZIP archive"));
  const auto whole = zip({{"photo.jpg", std::string(3000, 'x')}});
  EXPECT_THAT(refusal(whole.substr(0, 60), ErrorKind::corrupt_data), HasSubstr("photo.jpg"));
}

TEST(ZipWalker, HoldsToItsLimits) {
  const auto many = zip({{"1", "a"}, {"2", "b"}, {"3", "c"}});
  EXPECT_THAT(refusal(many, ErrorKind::too_large, {.entries_max = 2}), HasSubstr("more than 2 files"));
  EXPECT_THAT(refusal(many, ErrorKind::too_large, {.total_bytes_max = 2}), HasSubstr("more than 2 bytes"));
  const auto bomb = zip({{"flat", std::string(64u << 20, '\0')}});
  ASSERT_LT(bomb.size(), 200'000u);
  EXPECT_THAT(refusal(bomb, ErrorKind::too_large), HasSubstr("200 times"));
}

TEST(ZipWalker, LetsErrorsOfTheVisitThrough) {
  MemoryReader reader(zip({{"one", "1"}}));
  EXPECT_THROW(ZipWalker({}).walk(reader, [](const ArchiveEntry&) { throw Error(ErrorKind::cancelled, "enough"); }),
               Error);
}

}  // namespace
}  // namespace likeness
