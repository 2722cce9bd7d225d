#include <gtest/gtest.h>

#include "domain/webhook.hpp"

namespace likeness::test {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

TEST(WebhookRetryPolicy, EightTriesReachOverADay) {
  const WebhookRetryPolicy policy;
  milliseconds all{};
  int tries = 1;
  for (auto wait = policy.next_delay(tries, {}); wait; wait = policy.next_delay(++tries, {})) all += *wait;
  EXPECT_EQ(tries, 8);
  EXPECT_EQ(policy.next_delay(1, {}), 10s);
  EXPECT_EQ(policy.next_delay(3, {}), 250s);
  EXPECT_EQ(policy.next_delay(7, {}), 12h);
  EXPECT_GT(all, 20h);
  EXPECT_LT(all, 26h);
}

TEST(WebhookRetryPolicy, ChanceShiftsByAQuarterAndNeverBeyondTheBound) {
  const WebhookRetryPolicy policy;
  EXPECT_EQ(policy.next_delay(1, {}, 0), 7500ms);
  EXPECT_EQ(policy.next_delay(1, {}, 1), 12'500ms);
  EXPECT_EQ(policy.next_delay(7, {}, 1), policy.backoff_max);
}

TEST(WebhookRetryPolicy, WhatTheReceiverAsksForIsWaitedOutWithinTheBound) {
  const WebhookRetryPolicy policy;
  EXPECT_EQ(policy.next_delay(1, 60s), 60s);
  EXPECT_EQ(policy.next_delay(3, 60s), 250s);
  EXPECT_EQ(policy.next_delay(1, 1000h), policy.backoff_max);
  EXPECT_EQ(policy.next_delay(8, 60s), std::nullopt);
}

}  // namespace
}  // namespace likeness::test
