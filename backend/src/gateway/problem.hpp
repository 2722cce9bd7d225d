#pragma once

#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "gateway/request.hpp"
#include "gateway/response.hpp"

namespace likeness::gateway {

struct FieldFault {
  std::string field;  ///< dotted: "filter.brands.0"
  std::string message;
};

/// Several faults of one request, all told at once.
class RequestFault : public Error {
 public:
  RequestFault(ErrorKind kind, std::string message, std::vector<FieldFault> faults)
      : Error(kind, std::move(message), faults.size() == 1 ? faults.front().field : std::string()),
        faults_(std::move(faults)) {}
  const std::vector<FieldFault>& faults() const { return faults_; }

 private:
  std::vector<FieldFault> faults_;
};

/// A body that is not JSON at all: 400, where a RequestFault of the same kind is 422.
class MalformedBody : public Error {
 public:
  explicit MalformedBody(std::string message) : Error(ErrorKind::invalid_argument, std::move(message), "body") {}
};

/// The state is another than the one that the request was made for: 412.
class PreconditionFailed : public Error {
 public:
  explicit PreconditionFailed(std::string message) : Error(ErrorKind::conflict, std::move(message), "If-Match") {}
};

/// How a problem document begins.
struct ProblemType {
  int status = 400;
  std::string slug;  ///< "urn:likeness:problem:<slug>"
  std::string title;
};

/// An error whose kind says too little for a client that has to tell it apart.
class NamedProblem : public Error {
 public:
  NamedProblem(const Error& error, ProblemType type, std::optional<int> retry_after_s = std::nullopt)
      : Error(error), type_(std::move(type)), retry_after_s_(retry_after_s) {}
  const ProblemType& type() const { return type_; }
  const std::optional<int>& retry_after_s() const { return retry_after_s_; }

 private:
  ProblemType type_;
  std::optional<int> retry_after_s_;
};

/// What the protocol refuses before any route is concerned, by status: 400, 404, 405, 408, 413, 414, 417, 431, 501,
/// 503, 505.
struct ProtocolFault {
  int status = 400;
  std::string detail;
};

/// HTTP status of a kind; the only place that maps one to the other.
int status_of(ErrorKind kind);

/// RFC 9457 documents (application/problem+json) with type, title, status, detail, instance, trace_id and errors[].
/// Errors of kind internal and foreign exceptions say nothing but the trace id, and are logged.
Response problem(const Error& error, const Request& request);
Response problem(const ProtocolFault& fault, const Request& request);
Response problem(std::exception_ptr exception, const Request& request);

}  // namespace likeness::gateway
