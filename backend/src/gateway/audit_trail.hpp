#pragma once

#include <cstddef>
#include <string_view>

#include "base/error.hpp"
#include "gateway/contract.hpp"
#include "gateway/request.hpp"
#include "gateway/response.hpp"
#include "ports/audit_log.hpp"

namespace likeness::gateway {

/// Makes entries of the audit log of what requests did, as the contract's x-audit says. Thread-safe; the log must
/// outlive it.
class AuditTrail {
 public:
  /// What is known of an object before and after takes `document_bytes_max` each at most.
  AuditTrail(AuditLog& log, std::size_t document_bytes_max) : log_(log), document_bytes_max_(document_bytes_max) {}

  /// Records that the operation succeeded, as a part of the unit of work that is open. What it throws must undo the
  /// change or keep the answer from going out: nothing happens unrecorded.
  void record(const Operation& operation, const Request& request, const Response& response) const;
  /// Records an attempt that was refused, where the contract wants that.
  void record_refusal(const Operation& operation, const Request& request, const Error& error) const;

 private:
  AuditFact fact_of(const Operation& operation, const Request& request, std::string_view location) const;

  AuditLog& log_;
  std::size_t document_bytes_max_;
};

/// Who acts, as entries name it.
AuditActor audit_actor(const Principal& principal);

}  // namespace likeness::gateway
