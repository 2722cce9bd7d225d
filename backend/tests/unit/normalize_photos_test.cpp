#include <gmock/gmock.h>

#include "ingest/normalize/images.hpp"
#include "ingest/normalize/normalize.hpp"

namespace likeness::ingest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

RawRow row_with_photos(const std::string& main, const std::string& additional = {}, const std::string& lifestyle = {}) {
  RawRow row{2, {{"id", {"1"}}, {"title", {"Cup"}}, {"image_link", {main}}}};
  if (!additional.empty()) row.values["additional_image_link"] = {additional};
  if (!lifestyle.empty()) row.values["lifestyle_image_link"] = {lifestyle};
  return row;
}

std::vector<ImageReference> images_of(const RawRow& row) { return normalize(row).rows.at(0).images; }

TEST(NormalizePhotos, AListIsPartedWhereAnotherAddressOrPathBegins) {
  const std::tuple<std::string, std::vector<std::string>> table[] = {
      {"https://i.example/w_100,h_100/a.jpg,https://i.example/b.jpg",
       {"https://i.example/w_100,h_100/a.jpg", "https://i.example/b.jpg"}},
      {"https://i.example/a.jpg https://i.example/b.jpg", {"https://i.example/a.jpg", "https://i.example/b.jpg"}},
      {"https://i.example/a.jpg , sub/c d.jpg|e.jpg", {"https://i.example/a.jpg", "sub/c d.jpg", "e.jpg"}},
      {" ,, a.jpg,", {"a.jpg"}},
  };
  for (const auto& [list, parts] : table) EXPECT_EQ(split_locations(list), parts) << list;
}

TEST(NormalizePhotos, KeepTheirOrderAndRole) {
  const auto images =
      images_of(row_with_photos("https://shop.example/a.jpg", "b.jpg, sub/c.jpg", "http://shop.example/d.jpg"));
  EXPECT_THAT(images, ElementsAre(ImageReference{"https://shop.example/a.jpg", ImageRole::main, 0},
                                  ImageReference{"b.jpg", ImageRole::additional, 1},
                                  ImageReference{"sub/c.jpg", ImageRole::additional, 2},
                                  ImageReference{"http://shop.example/d.jpg", ImageRole::lifestyle, 3}));
  EXPECT_TRUE(images[0].is_remote());
  EXPECT_FALSE(images[1].is_remote());
}

TEST(NormalizePhotos, APhotoNamedTwiceIsTakenOnce) {
  EXPECT_THAT(
      images_of(row_with_photos("a.jpg", "b.jpg,a.jpg,b.jpg", "b.jpg")),
      ElementsAre(ImageReference{"a.jpg", ImageRole::main, 0}, ImageReference{"b.jpg", ImageRole::additional, 1}));
}

TEST(NormalizePhotos, PathsStayBelowTheFeed) {
  for (const std::string path : {"photo.jpg", "sub/dir/photo.jpg", "./photo.jpg", "a..b/photo.jpg", "...",
                                 "photo with blanks.jpg", "\xC3\xA9t\xC3\xA9.jpg"})
    EXPECT_EQ(images_of(row_with_photos(path)).size(), 1u) << path;
  for (const std::string path : {"../x",
                                 "..",
                                 "a/../../x",
                                 "a/..",
                                 "a/ .. /x",
                                 "/etc/passwd",
                                 "//host/share",
                                 "C:\\x",
                                 "C:/x",
                                 "c:x",
                                 "\\\\host\\x",
                                 "..\\x",
                                 "a\\..\\x",
                                 "file:///x",
                                 "file:/x",
                                 "FILE:///etc/passwd",
                                 "ftp://h/x",
                                 "javascript:alert(1)",
                                 "data:image/png,x",
                                 "gopher://h/x",
                                 "http:/x",
                                 "s3://bucket/x"})
    for (const std::string field : {"image_link", "additional_image_link", "lifestyle_image_link"}) {
      auto row = row_with_photos("ok.jpg");
      row.values[field] = {path};
      const auto normalized = normalize(row);
      ASSERT_TRUE(normalized.rows.empty()) << field << " = " << path;
      EXPECT_EQ(normalized.faults.front().field, field);
      EXPECT_EQ(normalized.faults.front().line, 2);
    }
}

TEST(NormalizePhotos, ThereIsALimitToTheirNumberAndLength) {
  std::string many = "p0.jpg";
  for (int i = 1; i < 20; ++i) many += ",p" + std::to_string(i) + ".jpg";
  EXPECT_EQ(images_of(row_with_photos("a.jpg", many)).size(), 21u);
  const auto too_many = normalize(row_with_photos("a.jpg", many + ",p20.jpg"));
  EXPECT_EQ(too_many.rows.at(0).images.size(), 21u);
  EXPECT_THAT(too_many.faults.at(0).reason, HasSubstr("names 21 photos; the first 20"));
  EXPECT_TRUE(normalize(row_with_photos("https://shop.example/" + std::string(2000, 'x'))).rows.empty());
}

}  // namespace
}  // namespace likeness::ingest
