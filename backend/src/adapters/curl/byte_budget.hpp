#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>

namespace likeness {

/// Bytes in memory, of bodies under way and of bodies that nobody took yet. Thread-safe.
class ByteBudget {
 public:
  explicit ByteBudget(std::size_t bytes_max) : bytes_max_(bytes_max) {}

  /// Called, on any thread, whenever bytes were given back. Empty: nobody.
  void on_release(std::function<void()> wake);
  bool has_room() const;
  /// Whether somebody holds a whole body, so that room will come by itself.
  bool has_delivered() const;

 private:
  friend class BudgetShare;

  const std::size_t bytes_max_;
  mutable std::mutex mutex_;
  std::size_t used_ = 0;
  std::size_t delivered_ = 0;
  std::function<void()> wake_;
};

/// One body's part of the budget, given back at the end of its life.
class BudgetShare {
 public:
  BudgetShare() = default;
  explicit BudgetShare(std::shared_ptr<ByteBudget> budget) : budget_(std::move(budget)) {}
  BudgetShare(BudgetShare&& other) noexcept;
  BudgetShare& operator=(BudgetShare&& other) noexcept;
  ~BudgetShare();

  /// False, taking nothing, where the budget is used up, unless it is `forced`.
  bool grow(std::size_t bytes, bool forced);
  /// The body is whole and waits for its taker.
  void deliver();

 private:
  std::shared_ptr<ByteBudget> budget_;
  std::size_t bytes_ = 0;
  bool delivered_ = false;
};

}  // namespace likeness
