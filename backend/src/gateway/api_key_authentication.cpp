#include "gateway/api_key_authentication.hpp"

#include <nlohmann/json.hpp>

#include "gateway/secret_tokens.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

/// What a request needs to know of a key.
struct KeyFacts {
  OrgId org_id;
  ApiKeyId id;
  std::vector<std::string> scopes;
  std::vector<std::string> allowed_origins;
  std::optional<TimePoint> expires_at;
};

std::string word_of(const KeyFacts& facts) {
  json word{{"org", facts.org_id.to_string()},
            {"id", facts.id.to_string()},
            {"scopes", facts.scopes},
            {"origins", facts.allowed_origins}};
  if (facts.expires_at) word["expires_ms"] = facts.expires_at->time_since_epoch().count();
  return word.dump();
}

KeyFacts facts_of(const std::string& text) {
  const auto word = json::parse(text);
  KeyFacts facts{.org_id = OrgId::parse(word.at("org").get<std::string>()),
                 .id = ApiKeyId::parse(word.at("id").get<std::string>()),
                 .scopes = word.at("scopes"),
                 .allowed_origins = word.at("origins"),
                 .expires_at = {}};
  if (word.contains("expires_ms"))
    facts.expires_at = TimePoint(std::chrono::milliseconds(word.at("expires_ms").get<long long>()));
  return facts;
}

}  // namespace

void ApiKeyAuthentication::authenticate(const std::string& key, Request& request) const {
  const Error refused(ErrorKind::unauthenticated, "the API key is not valid: it may be revoked or expired");
  const std::string sha256 = sha256_of(ports_.digest, key);
  const std::string subject = api_key_subject(sha256);
  KeyFacts facts;
  if (const auto words = ports_.standings.get({{subject}}); !words.empty() && words.front()) {
    facts = facts_of(*words.front());
  } else {
    auto current = ports_.keys.find(sha256);
    if (!current) throw refused;
    auto& setup = current->key.setup;
    facts = {current->org_id, current->key.id, std::move(setup.scopes), std::move(setup.allowed_origins),
             setup.expires_at};
    ports_.standings.keep(subject, word_of(facts));
  }
  if (facts.expires_at && *facts.expires_at <= now()) throw refused;
  request.principal = Principal{};
  request.principal.kind = Principal::Kind::api_key;
  request.principal.api_key_id = facts.id;
  request.principal.roles = std::move(facts.scopes);
  request.principal.allowed_origins = std::move(facts.allowed_origins);
  request.org_id = facts.org_id;
  ports_.uses.note(facts.org_id, facts.id);
}

void announce_api_key_change(ApiKeyStore& keys, StandingCache& standings, OrgId org, ApiKeyId id) {
  standings.changes(api_key_subject(keys.secret_sha256(org, id)));
}

}  // namespace likeness::gateway
