#include "domain/job.hpp"

#include <gmock/gmock.h>

#include "domain/object_keys.hpp"

namespace likeness {
namespace {

using std::chrono::milliseconds;

TEST(RetryPolicy, WaitsTwiceAsLongEachTimeUpToItsLimit) {
  const RetryPolicy policy{.tries_max = 10, .backoff_first = milliseconds(100), .backoff_max = milliseconds(1000)};
  const long waits[] = {100, 200, 400, 800, 1000, 1000, 1000, 1000, 1000};
  for (int tries = 1; tries <= 9; ++tries)
    EXPECT_EQ(policy.next_delay(ErrorKind::unavailable, tries), milliseconds(waits[tries - 1])) << tries;
  EXPECT_FALSE(policy.next_delay(ErrorKind::unavailable, 10));
}

TEST(RetryPolicy, ChanceShiftsAWaitWithinItsShare) {
  const RetryPolicy policy{.tries_max = 10, .backoff_first = milliseconds(1000), .backoff_max = milliseconds(60'000)};
  EXPECT_EQ(policy.next_delay(ErrorKind::timeout, 1, {}, 0), milliseconds(750));
  EXPECT_EQ(policy.next_delay(ErrorKind::timeout, 1, {}, 1), milliseconds(1250));
  EXPECT_EQ(policy.next_delay(ErrorKind::timeout, 9, {}, 1), milliseconds(60'000));
}

TEST(RetryPolicy, WaitsAsLongAsItIsAskedToWithinABound) {
  const RetryPolicy policy{.retry_after_max = milliseconds(120'000)};
  EXPECT_EQ(policy.next_delay(ErrorKind::rate_limited, 1, milliseconds(90'000)), milliseconds(90'000));
  EXPECT_EQ(policy.next_delay(ErrorKind::rate_limited, 1, milliseconds(10)), milliseconds(1000));
  EXPECT_EQ(policy.next_delay(ErrorKind::rate_limited, 1, std::chrono::hours(24)), milliseconds(120'000));
  EXPECT_FALSE(policy.next_delay(ErrorKind::not_found, 1, milliseconds(10)));
}

TEST(RetryPolicy, ALongLifeDoesNotOverflow) {
  const RetryPolicy policy{
      .tries_max = 1'000'000, .backoff_first = milliseconds(600'000), .backoff_max = std::chrono::hours(24)};
  for (const int tries : {1, 20, 31, 32, 63, 64, 65, 999'999}) {
    const auto wait = policy.next_delay(ErrorKind::timeout, tries);
    ASSERT_TRUE(wait) << tries;
    EXPECT_GE(*wait, milliseconds(600'000)) << tries;
    EXPECT_LE(*wait, std::chrono::hours(24)) << tries;
  }
}

TEST(RetryPolicy, GivesUpAtOnceWhereAnotherTryCannotHelp) {
  const RetryPolicy policy;
  for (const auto kind : {ErrorKind::invalid_argument, ErrorKind::not_found, ErrorKind::forbidden,
                          ErrorKind::corrupt_data, ErrorKind::unsupported, ErrorKind::too_large, ErrorKind::gone})
    EXPECT_FALSE(policy.next_delay(kind, 1)) << to_string(kind);
  for (const auto kind : {ErrorKind::unavailable, ErrorKind::timeout, ErrorKind::rate_limited})
    EXPECT_TRUE(policy.next_delay(kind, 1)) << to_string(kind);
}

TEST(RetryPolicy, OneTryMeansOneTry) {
  EXPECT_FALSE(RetryPolicy{.tries_max = 1}.next_delay(ErrorKind::unavailable, 1));
}

TEST(ObjectKeys, AreSpreadByTheStartOfTheHash) {
  const std::string sha256 = "ab34" + std::string(60, '0');
  EXPECT_EQ(original_key(sha256), "originals/ab/" + sha256);
  EXPECT_EQ(thumbnail_key(sha256, 480), "thumbnails/ab/" + sha256 + "-480.webp");
}

TEST(ObjectKeys, OfQueryPhotosAndFeedsNameTheirId) {
  const auto id = QueryImageId::generate();
  EXPECT_EQ(query_image_key(id), "query-images/" + id.uuid.to_string() + ".jpg");
  EXPECT_EQ(feed_key(id.uuid), "feeds/" + id.uuid.to_string());
}

}  // namespace
}  // namespace likeness
