#include "base/bounded_queue.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <memory>
#include <thread>

namespace likeness {
namespace {

TEST(BoundedQueue, GivesBackInOrder) {
  BoundedQueue<int> queue(3);
  for (int i = 1; i <= 3; ++i) EXPECT_TRUE(queue.try_push(i));
  EXPECT_EQ(queue.size(), 3u);
  for (int i = 1; i <= 3; ++i) EXPECT_EQ(queue.pop(), i);
}

TEST(BoundedQueue, RefusesWhatIsTooMuch) {
  BoundedQueue<int> queue(2);
  EXPECT_TRUE(queue.try_push(1));
  EXPECT_TRUE(queue.try_push(2));
  EXPECT_FALSE(queue.try_push(3));
  EXPECT_EQ(queue.pop(), 1);
  EXPECT_TRUE(queue.try_push(4));
  EXPECT_EQ(queue.pop(), 2);
  EXPECT_EQ(queue.pop(), 4);
  BoundedQueue<int> closed_to_all(0);
  EXPECT_FALSE(closed_to_all.try_push(1));
}

TEST(BoundedQueue, HandsOutWhatItHoldsAfterItWasClosed) {
  BoundedQueue<std::unique_ptr<int>> queue(2);
  EXPECT_TRUE(queue.try_push(std::make_unique<int>(5)));
  queue.close();
  EXPECT_FALSE(queue.try_push(std::make_unique<int>(6)));
  EXPECT_EQ(**queue.pop(), 5);
  EXPECT_FALSE(queue.pop());
  EXPECT_FALSE(queue.pop());
}

TEST(BoundedQueue, ClosingWakesThoseWhoWait) {
  BoundedQueue<int> queue(1);
  std::atomic<int> woken = 0;
  {
    std::jthread one([&] { woken += !queue.pop(); });
    std::jthread two([&] { woken += !queue.pop(); });
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_EQ(woken, 0);
    queue.close();
  }
  EXPECT_EQ(woken, 2);
}

TEST(BoundedQueue, LosesAndDoublesNothingBetweenThreads) {
  constexpr int kItems = 20'000;
  BoundedQueue<int> queue(64);
  std::vector<std::atomic<int>> seen(kItems);
  {
    std::vector<std::jthread> readers;
    for (int i = 0; i < 3; ++i)
      readers.emplace_back([&] {
        while (const auto item = queue.pop()) ++seen[static_cast<std::size_t>(*item)];
      });
    {
      std::vector<std::jthread> writers;
      for (int start = 0; start < 2; ++start)
        writers.emplace_back([&, start] {
          for (int item = start; item < kItems; item += 2)
            while (!queue.try_push(item)) std::this_thread::yield();
        });
    }
    queue.close();
  }
  for (const auto& count : seen) ASSERT_EQ(count, 1);
}

}  // namespace
}  // namespace likeness
