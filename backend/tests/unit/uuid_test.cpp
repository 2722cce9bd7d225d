#include "base/uuid.hpp"

#include <gmock/gmock.h>

#include <thread>
#include <unordered_set>

#include "domain/ids.hpp"

namespace likeness {
namespace {

TEST(Uuid, IsVersionSevenOfNow) {
  using namespace std::chrono;
  const auto milliseconds_of = [](auto time) { return duration_cast<milliseconds>(time.time_since_epoch()).count(); };
  const auto before = milliseconds_of(system_clock::now());
  const Uuid uuid = Uuid::generate();
  const auto after = milliseconds_of(system_clock::now());
  long stamp = 0;
  for (int i = 0; i < 6; ++i) stamp = stamp << 8 | uuid.bytes[i];
  EXPECT_GE(stamp, before);
  EXPECT_LE(stamp, after);
  EXPECT_EQ(uuid.bytes[6] >> 4, 7);
  EXPECT_EQ(uuid.bytes[8] >> 6, 2);
}

TEST(Uuid, LaterOnesSortLater) {
  Uuid last = Uuid::generate();
  for (int i = 0; i < 5; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    const Uuid next = Uuid::generate();
    EXPECT_LT(last, next);
    EXPECT_LT(last.to_string(), next.to_string());
    last = next;
  }
}

TEST(Uuid, NoneComesTwice) {
  std::unordered_set<Uuid> seen;
  for (int i = 0; i < 20'000; ++i) EXPECT_TRUE(seen.insert(Uuid::generate()).second);
}

TEST(Uuid, IsReadInEitherCaseAndWrittenInLowerCase) {
  const std::string text = "018f2e1c-7a2b-7c3d-8e4f-a0b1c2d3e4f5";
  EXPECT_EQ(Uuid::parse(text).value().to_string(), text);
  EXPECT_EQ(Uuid::parse("018F2E1C-7A2B-7C3D-8E4F-A0B1C2D3E4F5").value().to_string(), text);
  const Uuid fresh = Uuid::generate();
  EXPECT_EQ(Uuid::parse(fresh.to_string()), fresh);
}

TEST(Uuid, RefusesWhatIsNone) {
  for (const std::string text :
       {"", "018f2e1c", "018f2e1c7a2b7c3d8e4fa0b1c2d3e4f5", "018f2e1c-7a2b-7c3d-8e4f-a0b1c2d3e4f",
        "{018f2e1c-7a2b-7c3d}", "018f2e1c-7a2b-7c3d-8e4f-a0b1c2d3e4fg", "018f2e1c-7a2b-7c3d-8e4f-a0b1c2d3e4f55",
        "018f2e1c_7a2b-7c3d-8e4f-a0b1c2d3e4f5", "018f2e1c7-a2b-7c3d-8e4f-a0b1c2d3e4f5",
        " 18f2e1c-7a2b-7c3d-8e4f-a0b1c2d3e4f5", "+18f2e1c-7a2b-7c3d-8e4f-a0b1c2d3e4f5"})
    EXPECT_FALSE(Uuid::parse(text)) << text;
}

TEST(Id, CarriesItsPrefixAndRefusesAnothers) {
  const auto product = ProductId::generate();
  EXPECT_TRUE(product.to_string().starts_with("prd_"));
  EXPECT_EQ(ProductId::parse(product.to_string()), product);
  for (const std::string& text : {product.uuid.to_string(), ImageId{product.uuid}.to_string(), std::string("prd_1")}) {
    try {
      ProductId::parse(text, "similar_to");
      ADD_FAILURE() << text;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::invalid_argument);
      EXPECT_EQ(error.field(), "similar_to");
      EXPECT_THAT(error.message(), testing::HasSubstr("prd_<uuid>"));
    }
  }
}

}  // namespace
}  // namespace likeness
