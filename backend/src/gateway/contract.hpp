#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/headers.hpp"
#include "gateway/problem.hpp"
#include "gateway/request.hpp"

namespace likeness::gateway {

/// Which requests of an operation leave an entry in the audit log: none; those that succeed; the refused ones as well.
enum class AuditRule { none, successes, attempts };

/// One operation of the OpenAPI document.
struct Operation {
  std::string id;
  std::string method;  ///< upper case
  std::string path;    ///< with the prefix of the server's URL
  std::vector<std::string> roles;
  bool is_public = false;
  std::string rate_class;             ///< x-rate-class: whose budget a request is counted against
  bool takes_api_keys = true;         ///< not for `x-api-keys: none`: what is for people and the operator only
  bool is_idempotent = false;         ///< a POST that takes Idempotency-Key: every one but for `x-idempotent: none`
  bool has_transaction = true;        ///< its changes are one transaction; not for `x-transaction: none`, nor for GET
  AuditRule audit = AuditRule::none;  ///< successes, but for GET; `x-audit` says otherwise
  bool has_etag = false;              ///< its answer of 200 declares the header ETag
  /// Members of the JSON answer by their dotted names, those below arrays included; "a.*" where an object is open. Of a
  /// list (an operation called list…) those of its items. Only where the operation takes the parameter `fields`.
  std::vector<std::string> answer_fields;
  std::string list_member;  ///< of a list's answer the array with the items
  Headers notices;          ///< Deprecation, Sunset and Link of an operation that is deprecated
  std::vector<std::string> path_parameters;
  std::vector<std::string> content_types;  ///< of the request body; empty where it takes none
  bool body_required = false;
};

/// The HTTP contract: api/openapi.yaml, compiled in as JSON, or a document given at start. Requests are held to it:
/// draft 7 words only, see api/lint.py. Immutable; thread-safe.
class Contract {
 public:
  /// Error{invalid_argument} that lists every fault of the document: no OpenAPI, a $ref that leads nowhere, an
  /// operation without operationId or x-roles.
  explicit Contract(std::string_view openapi_json);
  ~Contract();
  Contract(Contract&&) noexcept;

  /// The document that was compiled in.
  static std::string_view embedded_document();
  /// The document at `path`, or the one compiled in where `path` is empty.
  static Contract load(const std::string& path);

  const std::vector<Operation>& operations() const;
  /// nullptr where there is none.
  const Operation* find(std::string_view operation_id) const;
  /// As it was loaded.
  const std::string& document() const;

  /// Path, query and header parameters, unknown names in `fields` included: every fault. Fills defaults of absent query
  /// parameters into request.query.
  std::vector<FieldFault> check_parameters(const Operation& operation, Request& request) const;
  /// Whether the media type is one that the operation takes ("image/*" in the document takes any image).
  bool takes_content_type(const Operation& operation, std::string_view media_type) const;
  /// Parses and checks request.body, fills defaults, sets request.json_body. NamedProblem (400) for text that is not
  /// JSON.
  std::vector<FieldFault> check_json_body(const Operation& operation, Request& request) const;

 private:
  struct Schemas;
  std::unique_ptr<Schemas> schemas_;
};

}  // namespace likeness::gateway
