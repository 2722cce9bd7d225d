#include <gmock/gmock.h>
#include <sys/mount.h>

#include <fstream>

#include "adapters/files/file_object_store.hpp"
#include "infrastructure/private_services.hpp"

namespace likeness::tests {
namespace {

Bytes bytes_of(const std::string& text) { return {text.begin(), text.end()}; }

class FileObjectStoreTest : public ::testing::Test {
 protected:
  ScratchDirectory scratch;
  std::filesystem::path directory = scratch / "objects";
  FileObjectStore store{directory};
  const OrgId org = OrgId::generate();

  long leftovers() const { return std::distance(std::filesystem::directory_iterator(directory / "incoming"), {}); }
};

TEST_F(FileObjectStoreTest, KeepsObjectsPerOrg) {
  const OrgId other = OrgId::generate();
  store.put(org, "images/ab/cd.jpg", bytes_of("one"));
  store.put(org, "images/ab/cd.jpg", bytes_of("two"));
  EXPECT_EQ(store.get(org, "images/ab/cd.jpg"), bytes_of("two"));
  EXPECT_TRUE(store.contains(org, "images/ab/cd.jpg"));
  store.put(org, "feed.tsv", bytes_of("12345"));
  EXPECT_EQ(store.stored_bytes(org), 3 + 5);
  EXPECT_EQ(store.stored_bytes(other), 0);
  EXPECT_FALSE(store.contains(org, "images/ab"));
  EXPECT_FALSE(store.contains(other, "images/ab/cd.jpg"));
  EXPECT_EQ(kind_thrown([&] { store.get(other, "images/ab/cd.jpg"); }), ErrorKind::not_found);
  EXPECT_EQ(kind_thrown([&] { store.reader(org, "images/ab"); }), ErrorKind::not_found);
  EXPECT_EQ(kind_thrown([&] { store.put(org, "images/ab/cd.jpg/x", bytes_of("z")); }), ErrorKind::invalid_argument);
  store.remove(org, "images/ab/cd.jpg");
  store.remove(org, "images/ab/cd.jpg");
  EXPECT_FALSE(store.contains(org, "images/ab/cd.jpg"));
  store.put(org, "empty", {});
  EXPECT_TRUE(store.get(org, "empty").empty());
  store.drop(org);
  EXPECT_FALSE(store.contains(org, "empty"));
  store.drop(org);
  EXPECT_EQ(leftovers(), 0);
}

TEST_F(FileObjectStoreTest, StreamsBothWays) {
  auto writer = store.writer(org, "feed.tsv");
  for (int i = 0; i < 100; ++i) writer->write(bytes_of(std::string(1000, 'a')));
  EXPECT_FALSE(store.contains(org, "feed.tsv"));
  writer->finish();
  auto reader = store.reader(org, "feed.tsv");
  Bytes buffer(999);
  std::size_t total = 0;
  for (std::size_t count; (count = reader->read(buffer)) > 0;) total += count;
  EXPECT_EQ(total, 100'000u);
}

TEST_F(FileObjectStoreTest, RefusesKeysThatLeaveTheOrg) {
  for (const std::string& key :
       {std::string(), std::string("/"), std::string("/a"), std::string("a/"), std::string("a//b"), std::string(".."),
        std::string("../a"), std::string("a/../b"), std::string("a/./b"), std::string("."), std::string("A"),
        std::string("a b"), std::string("a\\b"), std::string("a\0b", 3), std::string("\xc3\xa4"),
        std::string(600, 'a')})
    EXPECT_EQ(kind_thrown([&] { store.put(org, key, {}); }), ErrorKind::invalid_argument) << key;
  EXPECT_NO_THROW(store.put(org, "a..b/-_.0", {}));
}

TEST_F(FileObjectStoreTest, LeavesNothingOfAnUnfinishedObject) {
  store.writer(org, "half")->write(bytes_of("half"));
  EXPECT_FALSE(store.contains(org, "half"));
  EXPECT_EQ(leftovers(), 0);
}

TEST_F(FileObjectStoreTest, CleansUpAfterACrashButNotUnderAWriterAtWork) {
  std::ofstream(directory / "incoming" / "left-by-a-crash") << "half";
  auto writer = store.writer(org, "slow");
  writer->write(bytes_of("slow"));
  const FileObjectStore restarted(directory);
  EXPECT_EQ(leftovers(), 1);
  writer->finish();
  EXPECT_EQ(store.get(org, "slow"), bytes_of("slow"));
  EXPECT_EQ(leftovers(), 0);
}

TEST_F(FileObjectStoreTest, AFullDiskIsSaidInWordsAndHarmsNothing) {
  const auto small = scratch / "small";
  std::filesystem::create_directory(small);
  if (::mount("tmpfs", small.c_str(), "tmpfs", 0, "size=256k") != 0) GTEST_SKIP() << "mounting a small disk needs root";
  {
    FileObjectStore full(small / "objects");
    full.put(org, "kept", bytes_of("kept"));
    try {
      full.put(org, "large", Bytes(1 << 20));
      ADD_FAILURE() << "it fitted";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::unavailable);
      EXPECT_EQ(error.message(),
                "no space left on the disk that holds the objects: make room there, and work goes on by itself");
    }
    EXPECT_EQ(full.get(org, "kept"), bytes_of("kept"));
    EXPECT_FALSE(full.contains(org, "large"));
    EXPECT_NO_THROW(full.put(org, "small", Bytes(1000)));

    FileObjectStore reserved(small / "objects", 200 << 10);
    EXPECT_FALSE(reserved.has_room());
    EXPECT_THROW(reserved.put(org, "medium", Bytes(100 << 10)), Error);
    EXPECT_NO_THROW(full.put(org, "medium", Bytes(100 << 10)));
  }
  EXPECT_EQ(::umount(small.c_str()), 0);
}

}  // namespace
}  // namespace likeness::tests
