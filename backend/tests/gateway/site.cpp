#include "gateway/site.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <optional>
#include <span>

namespace likeness::gateway::test {
namespace {

using nlohmann::json;

constexpr std::string_view kRoles[] = {"owner", "admin", "editor", "viewer", "search", "ingest"};

class CountingSink : public BodySink {
 public:
  explicit CountingSink(Observations& observations) : observations_(observations) { ++observations_.sinks_alive; }
  ~CountingSink() override { --observations_.sinks_alive; }
  void write(std::span<const std::uint8_t> piece) override {
    observations_.fed_bytes += piece.size();
    if (!piece.empty() && piece.front() == '!') throw Error(ErrorKind::corrupt_data, "a feed may not shout", "body");
  }

 private:
  Observations& observations_;
};

json operation(const char* id, json roles, json more = json::object()) {
  more["operationId"] = id;
  more["x-roles"] = std::move(roles);
  more["x-rate-class"] = "none";
  return more;
}

json body_of(const char* media_type, json schema) {
  json body = {{"required", true}, {"content", {{media_type, json::object()}}}};
  if (!schema.is_null()) body["content"][media_type]["schema"] = std::move(schema);
  return body;
}

std::string text_of(const IdempotencyScope& scope) {
  return fmt::format("{} {} {} {} {}", scope.org ? scope.org->to_string() : "", scope.principal, scope.method,
                     scope.route, scope.key);
}

json thing_schema() {
  return json::parse(R"({
    "type": "object", "additionalProperties": false, "required": ["name", "count"],
    "properties": {
      "name": {"type": "string", "minLength": 2, "maxLength": 5},
      "count": {"type": "integer", "minimum": 1, "maximum": 10},
      "color": {"type": "string", "enum": ["red", "green"]},
      "code": {"type": "string", "pattern": "^[a-z]{3}$"},
      "share": {"type": "number", "exclusiveMinimum": 0, "maximum": 1, "default": 0.5},
      "tags": {"type": "array", "maxItems": 2, "uniqueItems": true, "items": {"type": "string", "maxLength": 3}},
      "box": {"$ref": "#/components/schemas/Box"},
      "red": {"type": "boolean"}, "blue": {"type": "boolean"}}})");
}

}  // namespace

std::string bearer(std::string_view token) { return fmt::format("Authorization: Bearer {}\r\n", token); }
std::string as_editor_json() { return bearer("editor") + "Content-Type: application/json\r\n"; }

AccessClaims RoleTokens::verify(const std::string& token) {
  const auto role = std::ranges::find(kRoles, token);
  if (role == std::end(kRoles)) throw Error(ErrorKind::unauthenticated, "the token is not valid");
  const auto session = fmt::format("ses_01900000-0000-7000-8000-00000000000{}", role - std::begin(kRoles));
  // One user for each role, so that a role that is kept is that of its user.
  const auto user = fmt::format("usr_01900000-0000-7000-8000-00000000000{}", role - std::begin(kRoles));
  return {UserId::parse(user), kOrg, SessionId::parse(session), now()};
}

MemberStanding RoleSessions::standing(SessionId session, UserId, OrgId) {
  ++asked;
  MemberStanding standing{.session_open = all_open, .role = std::nullopt};
  if (all_members) standing.role = kRoles[session.to_string().back() - '0'];
  return standing;
}

std::vector<std::optional<std::string>> WordMap::get(std::span<const std::string> subjects) {
  const std::lock_guard lock(mutex_);
  std::vector<std::optional<std::string>> words;
  for (const std::string& subject : subjects) {
    const auto found = words_.find(subject);
    words.push_back(found == words_.end() ? std::nullopt : std::optional(found->second));
  }
  return words;
}

void WordMap::keep(const std::string& subject, const std::string& word) {
  const std::lock_guard lock(mutex_);
  words_.emplace(subject, word);
}

void WordMap::changes(const std::string& subject) {
  const std::lock_guard lock(mutex_);
  words_.erase(subject);
}

std::optional<CurrentApiKey> OneApiKey::find(const std::string& key_sha256) {
  ++looked_up;
  if (revoked || key_sha256 != kApiKey) return std::nullopt;
  return CurrentApiKey{kOrg,
                       {.id = ApiKeyId::parse("key_01900000-0000-7000-8000-000000000004"),
                        .setup = {.name = "page", .scopes = {"editor"}, .allowed_origins = {kPage}, .expires_at = {}},
                        .created_by = "operator",
                        .created_at = {},
                        .last_used_at = {}}};
}

bool KeptInMemory::try_hold(const IdempotencyScope&) { return !held_elsewhere; }

std::optional<KeptAnswer> KeptInMemory::find(const IdempotencyScope& scope) {
  std::lock_guard lock(mutex_);
  const auto found = kept_.find(text_of(scope));
  return found == kept_.end() ? std::nullopt : std::optional(found->second);
}

void KeptInMemory::keep(const IdempotencyScope& scope, const KeptAnswer& answer, std::chrono::seconds) {
  std::lock_guard lock(mutex_);
  kept_[text_of(scope)] = answer;
}

std::optional<Org> TwoOrgs::org_by_slug(const std::string& slug) {
  const auto found = std::ranges::find(orgs_, slug, &Org::slug);
  return found == orgs_.end() ? std::nullopt : std::optional(*found);
}

std::optional<Org> TwoOrgs::org(OrgId id) {
  const auto found = std::ranges::find(orgs_, id, &Org::id);
  return found == orgs_.end() ? std::nullopt : std::optional(*found);
}

void KeptFacts::append(const AuditChain& chain, const AuditFact& fact) {
  std::lock_guard lock(mutex_);
  kept_.push_back({chain, fact});
}

std::vector<KeptFacts::Kept> KeptFacts::kept() {
  std::lock_guard lock(mutex_);
  return kept_;
}

json small_document() {
  json document = {{"openapi", "3.1.0"}, {"paths", json::object()}};
  json& paths = document["paths"];
  document["components"]["schemas"]["Box"] = json::parse(R"({
    "type": "object", "additionalProperties": false, "required": ["x"],
    "properties": {"x": {"type": "number", "minimum": 0}, "unit": {"type": "string", "default": "share"}}})");
  paths["/v1/things/{thing_id}"] = json::parse(R"({
    "parameters": [{"name": "thing_id", "in": "path", "required": true, "schema": {"type": "string", "maxLength": 8}}]})");
  paths["/v1/things/{thing_id}"]["get"] =
      operation("getThing", {"operator", "editor", "viewer"}, json::parse(R"({"parameters": [
        {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 9, "default": 3}},
        {"name": "deep", "in": "query", "schema": {"type": "boolean"}},
        {"name": "words", "in": "query", "schema": {"type": "array", "maxItems": 2, "items": {"type": "string"}}},
        {"name": "Likeness-Org", "in": "header", "schema": {"type": "string", "maxLength": 40}}]})"));
  paths["/v1/things"]["post"] =
      operation("createThing", {"editor"}, {{"requestBody", body_of("application/json", thing_schema())}});
  paths["/v1/picture"]["put"] = operation("putPicture", {"editor"}, {{"requestBody", body_of("image/*", nullptr)}});
  paths["/v1/feed"]["post"] = operation("createFeed", {"editor"}, {{"requestBody", body_of("text/csv", nullptr)}});
  paths["/v1/pages/{size}"] = json::parse(R"({
    "parameters": [{"name": "size", "in": "path", "required": true, "schema": {"type": "string", "maxLength": 8}}]})");
  paths["/v1/pages/{size}"]["post"] = operation("makePage", {"editor"});
  paths["/v1/empty"]["post"] = operation("postEmpty", {"editor"});
  paths["/v1/wait"]["get"] = operation("wait", {"editor"});
  paths["/v1/failure"]["get"] = operation("fail", {"editor"});
  paths["/v1/open"]["get"] = operation("open", {"public"});
  return document;
}

std::vector<Route> small_routes(Observations& observations) {
  const auto size_of_body = [](const Request& request) {
    return Response::json(200, {{"bytes", request.body_bytes}, {"kept", request.body.size()}});
  };
  return {
      {"GET", "/v1/things/{thing_id}", "getThing",
       [](const Request& request) {
         return Response::json(200, {{"id", request.path_parameter("thing_id")},
                                     {"limit", request.query_integer("limit").value()},
                                     {"deep", request.query_boolean("deep").value_or(false)},
                                     {"words", request.query_list("words")},
                                     {"who", request.principal.to_string()},
                                     {"org", request.org().to_string()}});
       }},
      {"POST", "/v1/things", "createThing",
       [&observations](const Request& request) {
         auto thing = request.json();
         if (thing["name"] == "taken") throw Error(ErrorKind::conflict, "there is such a thing", "name");
         thing["number"] = ++observations.made;
         return Response::json(201, thing).with("Location", "/v1/things/1").with("X-Other", "not kept");
       },
       BodyKind::json},
      {"PUT", "/v1/picture", "putPicture", size_of_body, BodyKind::image},
      {"POST", "/v1/feed", "createFeed",
       [size_of_body](const Request& request) {
         request.sink_as<CountingSink>();
         return size_of_body(request);
       },
       BodyKind::feed, [&](const Request&) { return std::make_unique<CountingSink>(observations); }},
      {"POST", "/v1/pages/{size}", "makePage",
       [&observations](const Request& request) {
         ++observations.made;
         return Response::text(200, "text/plain", std::string(std::stoul(request.path_parameter("size")), 'x'));
       }},
      {"POST", "/v1/empty", "postEmpty", [](const Request&) { return Response::empty(); }},
      {"GET", "/v1/wait", "wait",
       [&observations](const Request&) {
         ++observations.waiting;
         observations.gone_on.wait();
         return Response::json(200, {{"waited", true}});
       }},
      {"GET", "/v1/failure", "fail",
       [](const Request&) -> Response { throw std::runtime_error("/secret/path is broken"); }},
      {"GET", "/v1/open", "open",
       [](const Request&) { return Response::text(200, "text/plain", "open").with("Etag", "\"1\""); }},
  };
}

Site::Site(Contract given, ServerOptions options)
    : rate_limits({}, limiter, digest, metrics),
      contract(std::move(given)),
      router(small_routes(observations)),
      dispatcher(router,
                 {contract, authenticator, cors, rate_limits, unit_of_work, idempotency, preconditions, audit_trail}),
      server(options, dispatcher, [this](std::string_view, int, double) { ++observations.observed; }) {
  server.start();
}

Site::Site(Contract given, std::vector<Route> routes, ServerOptions options, RateLimitOptions rates)
    : rate_limits(std::move(rates), limiter, digest, metrics),
      contract(std::move(given)),
      router(std::move(routes)),
      dispatcher(router,
                 {contract, authenticator, cors, rate_limits, unit_of_work, idempotency, preconditions, audit_trail}),
      server(options, dispatcher) {
  server.start();
}

WireAnswer Site::get(const std::string& target, std::string_view token) {
  return exchange(server.port(), request_text("GET", target, bearer(token)));
}

WireAnswer Site::post(const std::string& target, const json& body, std::string_view token) {
  return exchange(server.port(),
                  request_text("POST", target, bearer(token) + "Content-Type: application/json\r\n", body.dump()));
}

std::vector<Route> stub_routes(const Contract& contract) {
  std::vector<Route> routes;
  for (const Operation& operation : contract.operations()) {
    Route route{operation.method, operation.path, operation.id,
                [](const Request&) { return Response::json(200, json::object()); }};
    const auto takes = [&](const char* media_type) {
      return std::ranges::find(operation.content_types, media_type) != operation.content_types.end();
    };
    if (takes("application/json"))
      route.body = BodyKind::json;
    else if (!operation.content_types.empty())
      route.body = BodyKind::image;
    routes.push_back(std::move(route));
  }
  return routes;
}

}  // namespace likeness::gateway::test
