#pragma once

#include "gateway/connection.hpp"

namespace likeness::gateway {

/// One of the streams that may be open at a time, for as long as it lives.
class StreamPlace {
 public:
  StreamPlace(ServerContext& context, bool wanted) : context_(context), wanted_(wanted) {
    if (wanted_) had_ = ++context_.event_streams <= context_.options.event_streams_max;
  }
  ~StreamPlace() {
    if (wanted_) --context_.event_streams;
  }
  StreamPlace(const StreamPlace&) = delete;

  /// Whether there was one left, or none is wanted.
  bool had() const { return had_; }

 private:
  ServerContext& context_;
  const bool wanted_;
  bool had_ = true;
};

}  // namespace likeness::gateway
