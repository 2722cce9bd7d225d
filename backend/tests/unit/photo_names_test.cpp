#include "domain/photo_names.hpp"

#include <gmock/gmock.h>

#include "base/text.hpp"

namespace likeness {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(PhotoNames, BecomeTitlesAndFoldersCategories) {
  const auto named = name_photo("Bags/Leather/red_leather-bag 2.JPG");
  ASSERT_TRUE(named);
  EXPECT_EQ(named->id, "Bags/Leather/red_leather-bag 2");
  EXPECT_EQ(named->title, "red leather bag 2");
  EXPECT_THAT(named->category_path, ElementsAre("Bags", "Leather"));
  EXPECT_THAT(name_photo("Größe__8.heic")->category_path, IsEmpty());
  EXPECT_EQ(name_photo("___.png")->title, "___");
}

TEST(PhotoNames, AreNoneForOtherFiles) {
  for (const auto* path : {"", "readme.txt", "jpg", ".jpg", "a/.hidden.jpg", ".cache/a.jpg", "__MACOSX/._a.jpg"})
    EXPECT_FALSE(name_photo(path)) << path;
}

TEST(PhotoNames, KeepLongPathsApart) {
  const std::string folder(80, 'x');
  const auto one = name_photo(folder + "/1.jpg")->id;
  const auto two = name_photo(folder + "/2.jpg")->id;
  EXPECT_NE(one, two);
  EXPECT_LE(utf8_length(one), 50u);
  EXPECT_EQ(one, name_photo(folder + "/1.jpg")->id);
}

}  // namespace
}  // namespace likeness
