#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "adapters/curl/byte_budget.hpp"
#include "adapters/curl/fetch_options.hpp"
#include "ports/http_fetcher.hpp"

namespace likeness {

/// One request to one host, by one libcurl handle, which a multi handle drives. Connects to the given addresses only,
/// and checks them again at the socket. For the thread of the multi handle.
class Transfer {
 public:
  struct Answer {
    long status = 0;
    std::string location;  ///< of a redirect, absolute
    std::chrono::milliseconds retry_after{};
    FetchedBody body;
  };
  struct Failure {
    Error error;
    bool of_network = false;  ///< the host is to blame, rather than the address or the size
  };

  Transfer(const CurlFetchOptions& options, const FetchTarget& target, const Addresses& addresses,
           const Validators& known, BudgetShare share, std::chrono::milliseconds timeout);

  void* handle() const { return handle_.get(); }
  /// What came of it, by the CURLcode that the multi handle reports.
  std::expected<Answer, Failure> result(int code);
  BudgetShare take_share() { return std::move(share_); }

  /// Whether it waits for room in the budget of bytes, or ever did.
  bool is_paused() const { return paused_; }
  bool was_paused() const { return was_paused_; }
  /// Goes on; with `forced`, whatever the budget says.
  void resume(bool forced);

 private:
  struct Free {
    void operator()(void* handle) const;
  };
  struct FreeList {
    void operator()(void* list) const;
  };

  struct Callbacks;  ///< of libcurl

  std::size_t receive(const char* data, std::size_t size);
  void set_up(const Addresses& addresses, const Validators& known, std::chrono::milliseconds timeout);

  const CurlFetchOptions& options_;
  const FetchTarget target_;
  BudgetShare share_;
  Bytes bytes_;
  std::size_t bytes_skipped_ = 0;
  std::string refused_address_;
  bool too_large_ = false;
  bool paused_ = false;
  bool was_paused_ = false;
  bool forced_ = false;
  std::unique_ptr<void, FreeList> resolve_;
  std::unique_ptr<void, FreeList> headers_;
  std::unique_ptr<void, Free> handle_;  ///< last: it refers to what stands above
};

}  // namespace likeness
