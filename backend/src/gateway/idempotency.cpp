#include "gateway/idempotency.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "gateway/problem.hpp"

namespace likeness::gateway {
namespace {

constexpr std::string_view kHeader = "Idempotency-Key";
constexpr std::size_t kKeyBytesMax = 255;
constexpr std::chrono::seconds kRetryAfter(1);

bool is_visible(char letter) { return letter > ' ' && letter < 0x7f; }

/// What stands between the quotes of a structured string (RFC 8941, section 3.3.3); nullopt where it is none.
std::optional<std::string> unquoted(std::string_view text) {
  if (text.size() < 2 || text.back() != '"') return std::nullopt;
  text = text.substr(1, text.size() - 2);
  std::string key;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') return std::nullopt;
    if (text[i] == '\\') {
      ++i;
      if (i == text.size() || (text[i] != '"' && text[i] != '\\')) return std::nullopt;
    }
    key.push_back(text[i]);
  }
  return key;
}

/// The org whose data a request works on: for the operator it may stand in the path alone.
std::optional<OrgId> org_of(const Request& request) {
  if (request.org_id) return request.org_id;
  const auto in_path = request.path_parameters.find("org_id");
  return in_path == request.path_parameters.end() ? std::nullopt : std::optional(OrgId::parse(in_path->second));
}

IdempotencyScope scope_of(const Operation& operation, const Request& request) {
  return {.org = org_of(request),
          .principal = request.principal.to_string(),
          .method = operation.method,
          .route = operation.path,
          .key = *request.idempotency_key};
}

Response replayed(const KeptAnswer& answer) {
  auto response = Response::text(answer.status, answer.content_type, answer.body);
  if (!answer.location.empty()) response.headers.set("Location", answer.location);
  if (!answer.etag.empty()) response.headers.set("ETag", answer.etag);
  response.headers.set("Idempotency-Replayed", "true");
  return response;
}

std::span<const std::uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

void add(std::string& text, std::string_view part) {
  fmt::format_to(std::back_inserter(text), "{}:{}", part.size(), part);
}

}  // namespace

std::optional<std::string> parse_idempotency_key(std::string_view value) {
  auto key = value.starts_with('"') ? unquoted(value) : std::optional(std::string(value));
  if (!key || key->empty() || key->size() > kKeyBytesMax || !std::ranges::all_of(*key, is_visible)) return std::nullopt;
  return key;
}

void Idempotency::read_key(const Operation& operation, Request& request, bool streams_body) const {
  if (!operation.is_idempotent || request.principal.kind == Principal::Kind::nobody) return;
  const std::string* value = request.headers.find(kHeader);
  if (!value) return;
  if (request.headers.count(kHeader) == 1) request.idempotency_key = parse_idempotency_key(trim(*value));
  if (!request.idempotency_key)
    throw NamedProblem(
        problem_types::kMalformedRequest,
        Error(ErrorKind::invalid_argument,
              fmt::format("{} is not one key of 1 to {} visible characters, in quotes or bare", kHeader, kKeyBytesMax),
              std::string(kHeader)));
  if (streams_body) request.body_digest = digest_.sha256_stream();
}

Response Idempotency::once(const Operation& operation, const Request& request,
                           const std::function<Response()>& handler) const {
  if (!request.idempotency_key) return handler();
  const auto scope = scope_of(operation, request);
  if (!store_.try_hold(scope))
    throw NamedProblem(problem_types::kIdempotencyKeyInUse,
                       Error(ErrorKind::conflict, "the first request with this key is still running: try again later",
                             std::string(kHeader)),
                       kRetryAfter);
  const auto print = fingerprint(request);
  if (const auto kept = store_.find(scope)) {
    if (kept->fingerprint == print) return replayed(*kept);
    throw NamedProblem(problem_types::kIdempotencyKeyReused,
                       Error(ErrorKind::invalid_argument,
                             "this key was used for another request: send the same one again, or take a new key",
                             std::string(kHeader)));
  }
  auto response = handler();
  keep(scope, print, response);
  return response;
}

std::string Idempotency::fingerprint(const Request& request) const {
  std::string text;
  add(text, request.path);
  for (const auto& [name, value] : request.query) {
    add(text, name);
    add(text, value);
  }
  add(text, request.content_type());
  add(text, request.body_digest ? request.body_digest->finish_hex() : digest_.sha256_hex(bytes_of(request.body)));
  return digest_.sha256_hex(bytes_of(text));
}

void Idempotency::keep(const IdempotencyScope& scope, const std::string& fingerprint, const Response& response) const {
  if (response.status < 200 || response.status > 299 || response.events) return;
  if (response.body.size() > options_.answer_bytes_max)
    throw Error(ErrorKind::too_large,
                fmt::format("the answer is larger than the {} bytes that are kept under a key, so nothing was done: "
                            "ask for less at a time, or send no key",
                            options_.answer_bytes_max),
                std::string(kHeader));
  store_.keep(scope,
              {.fingerprint = fingerprint,
               .status = response.status,
               .content_type = response.content_type,
               .location = std::string(response.headers.get("Location")),
               .etag = std::string(response.headers.get("ETag")),
               .body = response.body},
              options_.lifetime);
}

}  // namespace likeness::gateway
