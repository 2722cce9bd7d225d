#include "base/worker_pool.hpp"

#include <gmock/gmock.h>
#include <pthread.h>

#include <atomic>
#include <future>

namespace likeness {
namespace {

TEST(WorkerPool, FinishesWhatItAcceptedBeforeItEnds) {
  std::atomic<int> done = 0;
  int accepted = 0;
  {
    WorkerPool pool("test", 2, 1000);
    for (int i = 0; i < 500; ++i) accepted += pool.try_submit([&] { ++done; });
  }
  EXPECT_EQ(accepted, 500);
  EXPECT_EQ(done, 500);
}

TEST(WorkerPool, SaysBusyInsteadOfWaiting) {
  std::promise<void> release;
  const auto released = release.get_future().share();
  std::promise<void> started;
  std::atomic<int> done = 0;
  {
    WorkerPool pool("test", 1, 2);
    ASSERT_TRUE(pool.try_submit([&] {
      started.set_value();
      released.wait();
      ++done;
    }));
    started.get_future().wait();
    EXPECT_TRUE(pool.try_submit([&] { ++done; }));
    EXPECT_TRUE(pool.try_submit([&] { ++done; }));
    EXPECT_EQ(pool.queued(), 2u);
    EXPECT_FALSE(pool.try_submit([&] { ++done; }));
    release.set_value();
  }
  EXPECT_EQ(done, 3);
}

TEST(WorkerPool, WorksOnAsManyTasksAsItHasThreads) {
  WorkerPool pool("test", 3, 3);
  std::promise<void> all_here;
  std::atomic<int> here = 0;
  const auto everybody = all_here.get_future().share();
  for (int i = 0; i < 3; ++i)
    ASSERT_TRUE(pool.try_submit([&, everybody] {
      if (++here == 3) all_here.set_value();
      everybody.wait();
    }));
  EXPECT_EQ(everybody.wait_for(std::chrono::seconds(10)), std::future_status::ready);
}

TEST(WorkerPool, NamesItsThreads) {
  std::promise<std::string> name;
  WorkerPool pool("a-name-of-more-than-fifteen", 1, 1);
  // The name is given after the thread was started: ask until it is there.
  ASSERT_TRUE(pool.try_submit([&] {
    char text[32] = {};
    for (int i = 0; i < 1000 && std::string_view(text) != "a-name-of-more-"; ++i) {
      pthread_getname_np(pthread_self(), text, sizeof text);
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    name.set_value(text);
  }));
  EXPECT_EQ(name.get_future().get(), "a-name-of-more-");
}

}  // namespace
}  // namespace likeness
