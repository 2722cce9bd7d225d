#include <nlohmann/json.hpp>

#include "domain/origin.hpp"
#include "gateway/api_key_credential.hpp"
#include "gateway/routes/routes.hpp"
#include "gateway/secret_tokens.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

ApiKeyId key_id(const Request& request) { return ApiKeyId::parse(request.path_parameter("api_key_id"), "api_key_id"); }

json view(const ApiKey& key) {
  json document{{"id", key.id.to_string()},     {"name", key.setup.name},
                {"scopes", key.setup.scopes},   {"allowed_origins", key.setup.allowed_origins},
                {"created_by", key.created_by}, {"created_at", to_iso8601(key.created_at)}};
  if (key.setup.expires_at) document["expires_at"] = to_iso8601(*key.setup.expires_at);
  if (key.last_used_at) document["last_used_at"] = to_iso8601(*key.last_used_at);
  return document;
}

/// What the body says goes over what is there.
void read_setup(const json& body, ApiKeySetup& setup) {
  setup.name = body.value("name", setup.name);
  setup.scopes = body.value("scopes", setup.scopes);
  setup.allowed_origins = allowed_origins(body.value("allowed_origins", setup.allowed_origins), setup.scopes);
  if (!body.contains("expires_at")) return;
  const auto& expiry = body.at("expires_at");
  setup.expires_at = expiry.is_null() ? std::nullopt : parse_iso8601(expiry.get<std::string>());
  if (!expiry.is_null() && (!setup.expires_at || *setup.expires_at <= now()))
    throw Error(ErrorKind::invalid_argument, "expires_at is not a time to come", "expires_at");
}

Response create_api_key(Services& services, const Request& request) {
  ApiKeySetup setup;
  read_setup(request.json(), setup);
  const auto secret = make_secret_token(services.digest, kApiKeyPrefix);
  const auto key = services.api_keys.create(request.org(), setup, request.principal.to_string(), secret.sha256,
                                            services.member_limits.api_keys_max);
  auto document = view(key);
  document["key"] = secret.text;
  return Response::json(201, document).with("Location", "/v1/api-keys/" + key.id.to_string());
}

Response list_api_keys(Services& services, const Request& request) {
  const auto after = services.cursors.id<ApiKeyId>(request);
  const auto page = services.api_keys.keys(request.org(), after, request.page_limit());
  json document{{"api_keys", json::array()}};
  for (const auto& key : page.keys) document["api_keys"].push_back(view(key));
  if (page.next_after) document["next_cursor"] = services.cursors.next(request, page.next_after->to_string());
  return Response::json(200, document);
}

Response get_api_key(Services& services, const Request& request) {
  return Response::json(200, view(services.api_keys.key(request.org(), key_id(request))));
}

Response update_api_key(Services& services, const Request& request) {
  const auto org = request.org();
  const auto id = key_id(request);
  const auto before = services.api_keys.key(org, id);
  auto setup = before.setup;
  read_setup(request.json(), setup);
  const auto key = services.api_keys.update(org, id, setup);
  announce_api_key_change(services.api_keys, services.standings, org, id);
  request.audit->set_before(view(before));
  request.audit->set_after(view(key));
  return Response::json(200, view(key));
}

Response revoke_api_key(Services& services, const Request& request) {
  const auto org = request.org();
  const auto id = key_id(request);
  announce_api_key_change(services.api_keys, services.standings, org, id);
  request.audit->set_before(view(services.api_keys.key(org, id)));
  services.api_keys.revoke(org, id);
  return Response::empty();
}

}  // namespace

std::vector<Route> api_key_routes(Services& services) {
  const auto with = handlers_with(services);
  return {{"GET", "/v1/api-keys", "listApiKeys", with(list_api_keys)},
          {"POST", "/v1/api-keys", "createApiKey", with(create_api_key), BodyKind::json},
          {"GET", "/v1/api-keys/{api_key_id}", "getApiKey", with(get_api_key)},
          {"PATCH", "/v1/api-keys/{api_key_id}", "updateApiKey", with(update_api_key), BodyKind::json},
          {"DELETE", "/v1/api-keys/{api_key_id}", "revokeApiKey", with(revoke_api_key)}};
}

}  // namespace likeness::gateway
