#include "base/error.hpp"

#include <utility>

namespace likeness {

Fault fault_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::invalid_argument:
    case ErrorKind::unauthenticated:
    case ErrorKind::forbidden:
    case ErrorKind::not_found:
    case ErrorKind::conflict:
    case ErrorKind::gone:
    case ErrorKind::rate_limited:
      return Fault::caller;
    case ErrorKind::too_large:
    case ErrorKind::corrupt_data:
    case ErrorKind::unsupported:
      return Fault::data;
    case ErrorKind::unavailable:
    case ErrorKind::timeout:
      return Fault::dependency;
    case ErrorKind::internal:
      return Fault::ourselves;
    case ErrorKind::cancelled:
      return Fault::nobody;
  }
  std::unreachable();
}

bool is_retryable(ErrorKind kind) {
  switch (fault_of(kind)) {
    case Fault::caller:
      return kind == ErrorKind::rate_limited;
    case Fault::data:
      return false;
    case Fault::dependency:
    case Fault::ourselves:
    case Fault::nobody:
      return true;
  }
  std::unreachable();
}

std::string_view to_string(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::invalid_argument:
      return "invalid_argument";
    case ErrorKind::unauthenticated:
      return "unauthenticated";
    case ErrorKind::forbidden:
      return "forbidden";
    case ErrorKind::not_found:
      return "not_found";
    case ErrorKind::conflict:
      return "conflict";
    case ErrorKind::gone:
      return "gone";
    case ErrorKind::too_large:
      return "too_large";
    case ErrorKind::rate_limited:
      return "rate_limited";
    case ErrorKind::unavailable:
      return "unavailable";
    case ErrorKind::timeout:
      return "timeout";
    case ErrorKind::corrupt_data:
      return "corrupt_data";
    case ErrorKind::unsupported:
      return "unsupported";
    case ErrorKind::internal:
      return "internal";
    case ErrorKind::cancelled:
      return "cancelled";
  }
  std::unreachable();
}

}  // namespace likeness
