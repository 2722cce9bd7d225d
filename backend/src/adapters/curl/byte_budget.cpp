#include "adapters/curl/byte_budget.hpp"

#include <utility>

namespace likeness {

void ByteBudget::on_release(std::function<void()> wake) {
  std::lock_guard lock(mutex_);
  wake_ = std::move(wake);
}

bool ByteBudget::has_room() const {
  std::lock_guard lock(mutex_);
  return used_ < bytes_max_;
}

bool ByteBudget::has_delivered() const {
  std::lock_guard lock(mutex_);
  return delivered_ > 0;
}

BudgetShare::BudgetShare(BudgetShare&& other) noexcept
    : budget_(std::move(other.budget_)),
      bytes_(std::exchange(other.bytes_, 0)),
      delivered_(std::exchange(other.delivered_, false)) {}

BudgetShare& BudgetShare::operator=(BudgetShare&& other) noexcept {
  std::swap(budget_, other.budget_);
  std::swap(bytes_, other.bytes_);
  std::swap(delivered_, other.delivered_);
  return *this;
}

BudgetShare::~BudgetShare() {
  if (!budget_ || bytes_ == 0) return;
  std::lock_guard lock(budget_->mutex_);
  budget_->used_ -= bytes_;
  if (delivered_) budget_->delivered_ -= bytes_;
  if (budget_->wake_) budget_->wake_();
}

bool BudgetShare::grow(std::size_t bytes, bool forced) {
  std::lock_guard lock(budget_->mutex_);
  if (budget_->used_ + bytes > budget_->bytes_max_ && !forced) return false;
  budget_->used_ += bytes;
  bytes_ += bytes;
  return true;
}

void BudgetShare::deliver() {
  if (!budget_) return;
  std::lock_guard lock(budget_->mutex_);
  budget_->delivered_ += bytes_;
  delivered_ = true;
}

}  // namespace likeness
