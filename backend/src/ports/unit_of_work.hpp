#pragma once

#include <functional>

namespace likeness {

/// Makes one transaction of what several stores do for one request: its effect, its idempotency record and its audit
/// entry are there together or not at all. Thread-safe; a unit of work belongs to the thread that runs it.
class UnitOfWork {
 public:
  virtual ~UnitOfWork() = default;
  /// Runs `body`; every call that it makes, on this thread, to stores of the app role joins one transaction, which is
  /// committed at the end. An exception undoes everything and passes on. Inside another unit of work it joins that one.
  virtual void run(const std::function<void()>& body) = 0;
  /// Runs `effect`, something outside of the database, once this thread's unit of work is committed; at once where
  /// there is none. What it throws is logged: the change has happened.
  virtual void after_commit(std::function<void()> effect) = 0;
};

}  // namespace likeness
