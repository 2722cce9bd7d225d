#include "gateway/api_key_credential.hpp"

#include <nlohmann/json.hpp>

#include "gateway/named_org.hpp"
#include "gateway/secret_tokens.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

constexpr const char* kOpen = "open";

using KeyFacts = ApiKeyCredential::KeyFacts;

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

void ApiKeyCredential::authenticate(const std::string& key, Request& request) const {
  const KeyFacts facts = facts_now(sha256_of(ports_.digest, key));
  request.principal = Principal{};
  request.principal.kind = Principal::Kind::api_key;
  request.principal.api_key_id = facts.id;
  request.principal.roles = facts.scopes;
  request.principal.allowed_origins = facts.allowed_origins;
  request.org_id = facts.org_id;
  require_no_other_org(request, facts.org_id, ports_.identities);
  ports_.uses.note(facts.org_id, facts.id);
}

ApiKeyCredential::KeyFacts ApiKeyCredential::facts_now(const std::string& sha256) const {
  const Error refused(ErrorKind::unauthenticated, "the API key is not valid: it may be revoked or expired");
  const std::string subject = api_key_subject(sha256);
  if (const auto word = word_on(subject)) {
    auto facts = facts_of(*word);
    if (facts.expires_at && *facts.expires_at <= now()) throw refused;
    if (word_on(org_subject(facts.org_id))) return facts;
  }
  const auto current = ports_.keys.find(sha256);
  if (!current) throw refused;
  const auto& setup = current->key.setup;
  KeyFacts facts{current->org_id, current->key.id, setup.scopes, setup.allowed_origins, setup.expires_at};
  ports_.standings.keep(subject, word_of(facts));
  ports_.standings.keep(org_subject(facts.org_id), kOpen);
  return facts;
}

std::optional<std::string> ApiKeyCredential::word_on(const std::string& subject) const {
  const auto words = ports_.standings.get({{subject}});
  return words.empty() ? std::nullopt : words.front();
}

void announce_api_key_change(ApiKeyStore& keys, StandingCache& standings, OrgId org, ApiKeyId id) {
  standings.changes(api_key_subject(keys.secret_sha256(org, id)));
}

}  // namespace likeness::gateway
