#include "gateway/preconditions.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "gateway/problem.hpp"

namespace likeness::gateway {
namespace {

constexpr std::size_t kTagDigits = 32;

/// The comparison of If-Match is strong, that of If-None-Match weak: there "W/" does not count.
bool names(const std::string& list, const std::string& tag, bool weak_counts) {
  if (trim(list) == "*") return true;
  return std::ranges::any_of(
      split(list, ","), [&](const std::string& given) { return given == tag || (weak_counts && given == "W/" + tag); });
}

void require_tags(const std::string& list) {
  const auto is_tag = [](std::string_view text) {
    if (text.starts_with("W/")) text.remove_prefix(2);
    return text.size() >= 2 && text.starts_with('"') && text.ends_with('"');
  };
  const auto tags = split(list, ",");
  if (trim(list) != "*" && (tags.empty() || !std::ranges::all_of(tags, is_tag)))
    throw Error(ErrorKind::invalid_argument, "If-Match must be * or the ETag of an answer, with its quotation marks",
                "If-Match");
}

/// The resource that a request changes, by id: what its path names last, else the org itself.
std::string resource_of(const Request& request, const Route& reader) {
  const auto segments = split(reader.pattern, "/");
  for (auto segment = segments.rbegin(); segment != segments.rend(); ++segment)
    if (segment->starts_with('{')) return request.path_parameter(segment->substr(1, segment->size() - 2));
  return request.org().to_string();
}

OrgId org_of(const Request& request, const std::string& resource) {
  return resource.starts_with(OrgTag::kPrefix) ? OrgId::parse(resource) : request.org();
}

/// The request that reads what this one changes.
Request reading(const Request& request) {
  Request look;
  look.method = "GET";
  look.path = request.path;
  look.path_parameters = request.path_parameters;
  look.peer = request.peer;
  look.trace_id = request.trace_id;
  look.deadline = request.deadline;
  look.principal = request.principal;
  look.org_id = request.org_id;
  return look;
}

}  // namespace

Preconditions::Preconditions(const Router& router, const Contract& contract, Digest& digest, ResourceLocks& locks)
    : digest_(digest), locks_(locks) {
  for (const Route& route : router.routes()) {
    const Operation* operation = contract.find(route.operation_id);
    if (route.method == "GET" && operation && operation->has_etag) tagged_by_path_.emplace(route.pattern, &route);
  }
}

void Preconditions::require_match(const Operation& operation, const Request& request) const {
  const std::string* wanted = request.headers.find("If-Match");
  if (!wanted || operation.method == "GET") return;
  const auto reader = tagged_by_path_.find(operation.path);
  if (reader == tagged_by_path_.end() || operation.method == "POST" || !operation.has_transaction)
    throw Error(
        ErrorKind::invalid_argument,
        "this operation takes no If-Match: it works on PUT, PATCH and DELETE of what answers a GET with an ETag",
        "If-Match");
  require_tags(*wanted);
  const std::string resource = resource_of(request, *reader->second);
  locks_.lock(org_of(request, resource), resource);
  const Response present = reader->second->handler(reading(request));
  if (!names(*wanted, tag_of(present), /*weak_counts=*/false))
    throw NamedProblem(
        problem_types::kPreconditionFailed,
        Error(ErrorKind::conflict,
              "it was changed meanwhile: get it again, and send the change with the ETag of that answer", "If-Match"));
}

void Preconditions::tag(const Operation& operation, const Request& request, Response& response) const {
  if (!operation.has_etag || response.status != 200 || response.content_type != "application/json" ||
      response.headers.find("ETag"))
    return;
  const std::string tag = tag_of(response);
  response.headers.set("ETag", tag);
  const std::string* known = request.headers.find("If-None-Match");
  if (operation.method != "GET" || !known || !names(*known, tag, /*weak_counts=*/true)) return;
  response.status = 304;
  response.content_type.clear();
  response.body.clear();
}

std::string Preconditions::tag_of(const Response& response) const {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(response.body.data());
  return "\"" + digest_.sha256_hex({bytes, response.body.size()}).substr(0, kTagDigits) + "\"";
}

}  // namespace likeness::gateway
