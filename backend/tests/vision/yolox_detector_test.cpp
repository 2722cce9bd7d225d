#include <gmock/gmock.h>

#include <cmath>

#include "adapters/openvino/coco_labels.hpp"
#include "adapters/openvino/openvino_yolox_detector.hpp"
#include "adapters/vips/vips_image_codec.hpp"
#include "vision/photos.hpp"

namespace likeness {
namespace {

constexpr int kSide = 64;  // 8 x 8, 4 x 4 and 2 x 2 cells
constexpr std::size_t kRow = 85;

/// Puts a box, in pixels of the square, into the row of a cell of the finest stride.
void put(std::vector<float>& rows, int cell, const Box& box, std::size_t label, float score) {
  float* row = rows.data() + cell * kRow;
  row[0] = static_cast<float>((box.x + box.width / 2) / 8 - cell % 8);
  row[1] = static_cast<float>((box.y + box.height / 2) / 8 - cell / 8);
  row[2] = static_cast<float>(std::log(box.width / 8));
  row[3] = static_cast<float>(std::log(box.height / 8));
  row[4] = 1;
  row[5 + label] = score;
}

TEST(YoloxOutput, BecomesBoxesOfThePhoto) {
  ASSERT_EQ(yolox_row_count(kSide), 84u);
  ASSERT_EQ(yolox_row_count(416), 3549u);
  std::vector<float> rows(84 * kRow, 0);
  // The photo is 128 x 64, so it fills the square's upper half.
  put(rows, 9, {8, 8, 16, 16}, 47, 0.9f);
  put(rows, 10, {9, 8, 16, 16}, 47, 0.8f);   // the same apple again
  put(rows, 11, {9, 8, 16, 16}, 49, 0.7f);   // an orange in the same place
  put(rows, 20, {48, 16, 40, 40}, 0, 0.6f);  // reaches over the photo's edges
  put(rows, 50, {8, 48, 8, 8}, 1, 0.9f);     // lies in the padding
  put(rows, 30, {0, 0, 8, 8}, 2, 0.2f);      // unsure
  const auto found = decode_yolox(rows, {kSide, 0.5, 128, 64}, {});
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].label, "apple");
  EXPECT_NEAR(found[0].confidence, 0.9, 1e-6);
  EXPECT_NEAR(found[0].box.x, 0.125, 1e-6);
  EXPECT_NEAR(found[0].box.y, 0.25, 1e-6);
  EXPECT_NEAR(found[0].box.width, 0.25, 1e-6);
  EXPECT_NEAR(found[0].box.height, 0.5, 1e-6);
  EXPECT_EQ(found[1].label, "orange");
  EXPECT_EQ(found[2].label, "person");
  EXPECT_NEAR(found[2].box.x + found[2].box.width, 1, 1e-6);
  EXPECT_NEAR(found[2].box.y + found[2].box.height, 1, 1e-6);
}

TEST(YoloxOutput, NoNumbersAreNoBoxes) {
  std::vector<float> rows(84 * kRow, NAN);
  EXPECT_TRUE(decode_yolox(rows, {kSide, 1, 64, 64}, {}).empty());
}

class YoloxDetectorTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(shared_ / "models/yolox_nano.onnx")) GTEST_SKIP() << "left out: no ../shared";
    detector_ = std::make_unique<OpenVinoYoloxDetector>(shared_ / "models/yolox_nano.onnx", make_openvino_runtime({}));
  }
  std::vector<Detection> detect(const std::string& photo) {
    return detector_->detect(codec_.decode(photos::read_file(shared_ / "data" / photo), 768)->pixels, Priority::query);
  }

  const std::filesystem::path shared_ = photos::source_path("../shared");
  VipsImageCodec codec_{ImageLimits{}};
  std::unique_ptr<OpenVinoYoloxDetector> detector_;
};

TEST_F(YoloxDetectorTest, FindsThingsOnShopPhotos) {
  EXPECT_EQ(detector_->name(), "yolox_nano");
  const auto shirt = detect("clothing/images/pants-079.jpg");
  ASSERT_FALSE(shirt.empty());
  EXPECT_EQ(shirt[0].label, "person");
  EXPECT_GT(shirt[0].confidence, 0.8);
  const auto melon = detect("grocery/images/Granny-Smith.jpg");
  EXPECT_THAT(melon, testing::Contains(testing::Field(&Detection::label, "apple")));
  for (const auto& found : {shirt, melon}) {
    for (const Detection& detection : found) {
      EXPECT_GE(detection.box.x, 0);
      EXPECT_GE(detection.box.y, 0);
      EXPECT_GT(detection.box.area(), 0);
      EXPECT_LE(detection.box.x + detection.box.width, 1 + 1e-9);
      EXPECT_LE(detection.box.y + detection.box.height, 1 + 1e-9);
      EXPECT_THAT(kCocoLabels, testing::Contains(detection.label));
    }
  }
}

TEST_F(YoloxDetectorTest, FindsNothingOnAnEmptyWall) {
  EXPECT_TRUE(detector_->detect(photos::flat(500, 300, {240, 240, 240}), Priority::ingest).empty());
  EXPECT_NO_THROW(detector_->detect(photos::flat(1, 900, {0, 0, 0}), Priority::ingest));
  EXPECT_THROW(detector_->detect({}, Priority::ingest), Error);
}

TEST(YoloxDetectorFaults, AreErrors) {
  const auto kind = [](const std::filesystem::path& path) {
    try {
      OpenVinoYoloxDetector detector(path, make_openvino_runtime({}));
    } catch (const Error& error) {
      EXPECT_THAT(error.message(), testing::Not(testing::HasSubstr("/")));
      return error.kind();
    }
    return ErrorKind::cancelled;
  };
  EXPECT_EQ(kind("/nowhere/yolox.onnx"), ErrorKind::not_found);
  EXPECT_EQ(kind(photos::source_path("build/packs/tiny/image.xml")), ErrorKind::corrupt_data);
  EXPECT_EQ(kind(photos::source_path("build/packs/tiny/pack.toml")), ErrorKind::corrupt_data);
}

}  // namespace
}  // namespace likeness
