#pragma once

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <functional>
#include <memory>

#include "base/worker_pool.hpp"

namespace likeness::gateway {

/// Runs the task on a worker and goes on, on the coroutine's own executor, when it is done. False, without running it,
/// where the pool's queue is full. The task must not throw.
inline boost::asio::awaitable<bool> on_worker(WorkerPool& workers, std::function<void()> task) {
  auto start = [&workers, &task](auto handler) {
    const auto executor = boost::asio::get_associated_executor(handler);
    // A std::function can be copied, the handler cannot.
    const auto shared = std::make_shared<decltype(handler)>(std::move(handler));
    const bool accepted = workers.try_submit([task = std::move(task), executor, shared] {
      task();
      boost::asio::post(executor, [shared] { std::move (*shared)(true); });
    });
    if (!accepted) boost::asio::post(executor, [shared] { std::move (*shared)(false); });
  };
  co_return co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(bool)>(
      start, boost::asio::use_awaitable);
}

}  // namespace likeness::gateway
