#include "adapters/vips/image_format.hpp"

#include <gmock/gmock.h>

#include <string_view>

namespace likeness {
namespace {

using namespace std::string_view_literals;
using ::testing::HasSubstr;

Result<std::string> sniff(std::string_view text) {
  return sniff_image_format({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

TEST(ImageFormat, IsToldByTheFirstBytes) {
  EXPECT_EQ(sniff("\xff\xd8\xff\xe0 rest"sv).value(), "jpeg");
  EXPECT_EQ(sniff("\x89PNG\r\n\x1a\n rest"sv).value(), "png");
  EXPECT_EQ(sniff("GIF89a rest"sv).value(), "gif");
  EXPECT_EQ(sniff("II*\0 rest"sv).value(), "tiff");
  EXPECT_EQ(sniff("RIFF\1\2\3\4WEBPVP8 "sv).value(), "webp");
  EXPECT_EQ(sniff("\0\0\0\x1c"
                  "ftypmif1\0\0\0\0mif1avifmiaf"sv)
                .value(),
            "avif");
  EXPECT_EQ(sniff("\0\0\0\x18"
                  "ftypheic\0\0\0\0mif1heic"sv)
                .value(),
            "heic");
}

TEST(ImageFormat, RefusesOthersByName) {
  const std::pair<std::string_view, const char*> cases[] = {
      {"BM rest"sv, "BMP is not taken; send JPEG, PNG, WebP, GIF, TIFF, AVIF or HEIC"},
      {"%PDF-1.7"sv, "PDF is not taken"},
      {"\xef\xbb\xbf<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>"sv, "SVG is not taken"},
      {"  <SVG/>"sv, "SVG is not taken"},
      {"<!DOCTYPE html><html>"sv, "A web page (HTML) is not taken"},
      {"\0\0\0\x18"
       "ftypisom\0\0\0\0"sv,
       "MP4 video is not taken"},
      {"\xff\x0a rest"sv, "JPEG XL is not taken"},
      {"hello"sv, "this is no photo that we can read"},
      {"\xff\xd8"sv, "this is no photo that we can read"},
  };
  for (const auto& [bytes, message] : cases) {
    const auto result = sniff(bytes);
    ASSERT_FALSE(result) << message;
    EXPECT_EQ(result.error().kind(), ErrorKind::unsupported);
    EXPECT_THAT(result.error().message(), HasSubstr(message));
  }
}

TEST(ImageFormat, NoBytesAreDamage) { EXPECT_EQ(sniff("").error().kind(), ErrorKind::corrupt_data); }

}  // namespace
}  // namespace likeness
