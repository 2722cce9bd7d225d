#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "adapters/curl/byte_budget.hpp"
#include "adapters/curl/fetch_target.hpp"
#include "adapters/curl/transfer.hpp"
#include "ports/http_fetcher.hpp"

namespace likeness {

/// One request with all its redirects, from the moment it is handed in until `finish` is called, once.
struct Download {
  using Clock = std::chrono::steady_clock;

  FetchRequest request;
  bool is_urgent = false;  ///< somebody waits for the answer: no waiting for budgets
  /// Called on the loop's thread: quick, and throws nothing. The share is that of the body's bytes.
  std::function<void(FetchResult result, BudgetShare share)> finish;

  // What the loop knows of it.
  FetchTarget target = {};  ///< of the hop under way
  std::string host = {};    ///< of the hop, as the table of hosts names it
  int redirects = 0;
  Clock::time_point waits_since = {};
  std::optional<Clock::time_point> deadline = {};  ///< from the first hop's start on
  std::unique_ptr<Transfer> transfer = {};
};

}  // namespace likeness
