#include "gateway/problem_type.hpp"

#include <utility>

namespace likeness::gateway {

ProblemType problem_type_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::invalid_argument:
      return {422, "invalid-argument", "The request does not hold to the contract"};
    case ErrorKind::unauthenticated:
      return {401, "unauthenticated", "Not signed in"};
    case ErrorKind::forbidden:
      return {403, "forbidden", "Not allowed"};
    case ErrorKind::not_found:
      return {404, "not-found", "Not found"};
    case ErrorKind::conflict:
      return {409, "conflict", "In conflict with the present state"};
    case ErrorKind::gone:
      return {410, "gone", "No longer there"};
    case ErrorKind::too_large:
      return {413, "too-large", "Too large"};
    case ErrorKind::rate_limited:
      return {429, "rate-limited", "Too many requests"};
    case ErrorKind::unavailable:
      return {503, "unavailable", "Not available at the moment"};
    case ErrorKind::timeout:
      return {504, "timeout", "Took too long"};
    case ErrorKind::corrupt_data:
      return {422, "corrupt-data", "The data cannot be read"};
    case ErrorKind::unsupported:
      return {415, "unsupported", "Not a supported format"};
    case ErrorKind::internal:
      return {500, "internal", "Internal error"};
    case ErrorKind::cancelled:
      return {503, "cancelled", "Cancelled"};
  }
  std::unreachable();
}

ProblemType problem_type_of_protocol(int status) {
  switch (status) {
    case 404:
      return problem_type_of(ErrorKind::not_found);
    case 405:
      return {405, "method-not-allowed", "The method is not allowed here"};
    case 408:
      return {408, "request-timeout", "The request came too slowly"};
    case 413:
      return problem_type_of(ErrorKind::too_large);
    case 414:
      return {414, "uri-too-long", "The request target is too long"};
    case 417:
      return {417, "expectation-failed", "The expectation cannot be met"};
    case 431:
      return {431, "header-too-large", "The header is too large"};
    case 501:
      return {501, "not-implemented", "Not implemented"};
    case 503:
      return problem_type_of(ErrorKind::unavailable);
    case 505:
      return {505, "version-not-supported", "The HTTP version is not supported"};
    default:
      return problem_types::kMalformedRequest;
  }
}

}  // namespace likeness::gateway
