#pragma once

#include <chrono>
#include <exception>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "gateway/problem_type.hpp"
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

/// An error whose kind says too little for a client that has to tell it apart.
class NamedProblem : public Error {
 public:
  NamedProblem(ProblemType type, const Error& error, std::optional<std::chrono::seconds> retry_after = std::nullopt)
      : Error(error), type_(type), retry_after_(retry_after) {}
  const ProblemType& type() const { return type_; }
  const std::optional<std::chrono::seconds>& retry_after() const { return retry_after_; }

 private:
  ProblemType type_;
  std::optional<std::chrono::seconds> retry_after_;
};

/// What the protocol refuses before any route is concerned.
struct ProtocolFault {
  int status = 400;  ///< one of those of problem_type_of_protocol
  std::string detail;
};

/// RFC 9457 documents (application/problem+json) with type, title, status, detail, instance, trace_id and errors[].
/// Errors of kind internal and foreign exceptions say nothing but the trace id, and are logged.
Response problem(const Error& error, const Request& request);
Response problem(const ProtocolFault& fault, const Request& request);
Response problem(std::exception_ptr exception, const Request& request);

}  // namespace likeness::gateway
