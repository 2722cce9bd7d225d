#pragma once

#include <atomic>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "adapters/memory/memory_rate_limiter.hpp"
#include "adapters/sodium/sodium_digest.hpp"
#include "gateway/api_key_credential.hpp"
#include "gateway/audit_trail.hpp"
#include "gateway/operator_credential.hpp"
#include "gateway/server.hpp"
#include "gateway/session_credential.hpp"
#include "gateway/wire_client.hpp"

namespace likeness::gateway::test {

inline constexpr const char* kOperatorToken = "lk_op_secret";
inline constexpr const char* kApiKey = "lk_key_of-a-page";
inline constexpr const char* kPage = "https://shop.example";
inline const OrgId kOrg = OrgId::parse("org_01900000-0000-7000-8000-000000000001");
inline const OrgId kOtherOrg = OrgId::parse("org_01900000-0000-7000-8000-000000000002");

/// "Authorization: Bearer …" as a header line.
std::string bearer(std::string_view token);
/// For a JSON body from an editor.
std::string as_editor_json();

/// Knows the tokens "owner", "admin", "editor" and "viewer", all of kOrg, each with a session of its own, and, as if
/// they were roles, the scopes "search" and "ingest".
class RoleTokens : public AccessTokens {
 public:
  std::string issue(const AccessClaims&) override { throw Error(ErrorKind::internal, "not asked for in these tests"); }
  AccessClaims verify(const std::string& token) override;
};

/// Knows what the sessions of RoleTokens may do.
class RoleSessions : public SessionStore {
 public:
  MemberStanding standing(SessionId session, UserId user, OrgId org) override;
  std::vector<SessionId> open(const Session&, const std::string&, int) override { throw unexpected(); }
  std::optional<Session> session_of(const std::string&) override { throw unexpected(); }
  Rotation rotate(const std::string&, const Successor&, std::chrono::seconds) override { throw unexpected(); }
  std::vector<Session> of_user(UserId) override { throw unexpected(); }
  std::optional<Session> session(UserId, SessionId) override { throw unexpected(); }
  bool end(UserId, SessionId) override { throw unexpected(); }
  std::vector<SessionId> end_others(UserId, std::optional<SessionId>) override { throw unexpected(); }

  bool all_open = true;
  bool all_members = true;
  std::atomic<int> asked = 0;

 private:
  static Error unexpected() { return {ErrorKind::internal, "not asked for in these tests"}; }
};

/// Keeps every word until it changes.
class WordMap : public StandingCache {
 public:
  std::vector<std::optional<std::string>> get(std::span<const std::string> subjects) override;
  void keep(const std::string& subject, const std::string& word) override;
  void changes(const std::string& subject) override;

 private:
  std::mutex mutex_;
  std::map<std::string, std::string> words_;
};

/// Knows the orgs "shop" (kOrg) and "other".
class TwoOrgs : public IdentityStore {
 public:
  Org create_org(const std::string&, const std::string&, const std::string&) override { throw unexpected(); }
  std::vector<Org> orgs() override { return orgs_; }
  std::optional<Org> org_by_slug(const std::string& slug) override;
  std::optional<Org> org(OrgId id) override;
  Org update_org(OrgId, const OrgChange&) override { throw unexpected(); }
  UserId create_user(OrgId, const std::string&, const std::string&, const std::string&) override { throw unexpected(); }
  std::optional<User> user_by_email(const std::string&) override { throw unexpected(); }
  std::optional<User> user(UserId) override { throw unexpected(); }
  void set_password_hash(UserId, const std::string&) override { throw unexpected(); }
  std::vector<Membership> memberships(UserId) override { throw unexpected(); }

 private:
  static Error unexpected() { return {ErrorKind::internal, "not asked for in these tests"}; }
  std::vector<Org> orgs_{{kOrg, "shop", "Shop", "EUR", {}}, {kOtherOrg, "other", "Other", "EUR", {}}};
};

/// One key, kApiKey, of kOrg: with the scope "editor", as far as the routes below know scopes, for pages of kPage.
class OneApiKey : public ApiKeyStore {
 public:
  ApiKey create(OrgId, const ApiKeySetup&, const std::string&, const std::string&, int) override { throw unexpected(); }
  ApiKeyPage keys(OrgId, const std::optional<ApiKeyId>&, int) override { throw unexpected(); }
  ApiKey key(OrgId, ApiKeyId) override { throw unexpected(); }
  ApiKey update(OrgId, ApiKeyId, const ApiKeySetup&) override { throw unexpected(); }
  void revoke(OrgId, ApiKeyId) override { throw unexpected(); }
  std::optional<CurrentApiKey> find(const std::string& key_sha256) override;
  std::string secret_sha256(OrgId, ApiKeyId) override { throw unexpected(); }
  bool is_origin_of_any(const std::string& origin) override { return origin == kPage; }
  void record_use(OrgId, ApiKeyId) override { ++uses; }

  static Error unexpected() { return {ErrorKind::internal, "not asked for in these tests"}; }
  std::atomic<int> uses{0};
  std::atomic<bool> revoked{false};
  std::atomic<int> looked_up{0};
};

/// The text itself, which is as good as its hash here.
class NoDigest : public Digest {
 public:
  std::string sha256_hex(std::span<const std::uint8_t> bytes) override { return {bytes.begin(), bytes.end()}; }
  std::unique_ptr<DigestStream> sha256_stream() override { throw OneApiKey::unexpected(); }
  std::string random_token(int) override { throw OneApiKey::unexpected(); }
};

/// Runs what it is given, without a database.
class NoTransaction : public UnitOfWork {
 public:
  void run(const std::function<void()>& body) override { body(); }
  void after_commit(std::function<void()> effect) override { effect(); }
};

/// Keeps what it is given, without a chain.
class KeptFacts : public AuditLog {
 public:
  struct Kept {
    AuditChain chain;
    AuditFact fact;
  };

  void append(const AuditChain& chain, const AuditFact& fact) override;
  AuditPage list(const AuditChain&, const AuditFilter&, AuditOrder, std::optional<std::int64_t>, int) override {
    return {};
  }
  AuditCheck check(const AuditChain&, std::int64_t, int) override { return {}; }
  long erase_personal_values(const AuditChain&, const std::string&, std::optional<TimePoint>, int) override {
    return 0;
  }
  AuditHead close_chain(OrgId, const AuditActor&, const std::string&) override { return {}; }
  long erase_chain(OrgId, int) override { return 0; }

  std::vector<Kept> kept();

 private:
  std::mutex mutex_;
  std::vector<Kept> kept_;
};

/// Remembers what was locked.
class RecordedLocks : public ResourceLocks {
 public:
  void lock(OrgId org, const std::string& id) override { locked.push_back(org.to_string() + " " + id); }
  std::vector<std::string> locked;
};

class NoMetrics : public Metrics {
 public:
  void increment(const std::string&, const MetricLabels&, double) override {}
  void set(const std::string&, const MetricLabels&, double) override {}
  void observe_seconds(const std::string&, const MetricLabels&, double) override {}
  std::string render() override { return {}; }
};

/// Keeps answers for as long as it lives.
class KeptInMemory : public IdempotencyStore {
 public:
  bool try_hold(const IdempotencyScope& scope) override;
  std::optional<KeptAnswer> find(const IdempotencyScope& scope) override;
  void keep(const IdempotencyScope& scope, const KeptAnswer& answer, std::chrono::seconds) override;
  void remove_expired(int) override {}

  std::atomic<bool> held_elsewhere{false};

 private:
  std::mutex mutex_;
  std::map<std::string, KeptAnswer> kept_;
};

/// What the routes below have seen, and how they are held up.
struct Observations {
  std::atomic<int> waiting{0};  ///< requests inside /v1/wait
  std::promise<void> let_go;    ///< ends /v1/wait
  std::shared_future<void> gone_on{let_go.get_future().share()};
  std::atomic<std::uint64_t> fed_bytes{0};
  std::atomic<int> sinks_alive{0};
  std::atomic<int> observed{0};
  std::atomic<int> made{0};  ///< things made by POST /v1/things, and pages by POST /v1/pages
};

/// A contract and routes for it: GET /v1/things/{thing_id}, POST /v1/things, PUT /v1/picture, POST /v1/feed,
/// POST /v1/empty, POST /v1/pages/{size} (an answer of that many bytes), GET /v1/wait, GET /v1/failure, and GET
/// /v1/open, which is public.
nlohmann::json small_document();
std::vector<Route> small_routes(Observations& observations);

/// A server on a free port with everything around it.
struct Site {
  Observations observations;
  RoleTokens tokens;
  TwoOrgs orgs;
  RoleSessions sessions;
  WordMap standings;
  OneApiKey api_keys;
  ApiKeyUses api_key_uses{api_keys};
  OperatorCredential operator_credential{kOperatorToken, orgs};
  NoDigest no_digest;
  ApiKeyCredential api_key_credential{{api_keys, standings, no_digest, orgs, api_key_uses}};
  SessionCredential session_credential{{tokens, standings, sessions, orgs}};
  Authenticator authenticator{{&operator_credential, &api_key_credential, &session_credential}};
  Cors cors{api_keys};
  NoTransaction unit_of_work;
  KeptFacts audit_log;
  AuditTrail audit_trail{audit_log, 4096};
  MemoryRateLimiter limiter{1000};
  SodiumDigest digest;
  NoMetrics metrics;
  RecordedLocks locks;
  RateLimits rate_limits;
  KeptInMemory kept;
  Idempotency idempotency{kept, digest, {.lifetime = std::chrono::hours(24), .answer_bytes_max = 1000}};
  Contract contract;
  Router router;
  Preconditions preconditions{router, contract, digest, locks};
  Dispatcher dispatcher;
  HttpServer server;

  explicit Site(ServerOptions options = {}) : Site(Contract(small_document().dump()), options) {}
  Site(Contract given, ServerOptions options);
  Site(Contract given, std::vector<Route> routes, ServerOptions options, RateLimitOptions rates = {});

  WireAnswer get(const std::string& target, std::string_view token = "editor");
  WireAnswer post(const std::string& target, const nlohmann::json& body, std::string_view token = "editor");
};

/// A route for each operation of a contract that answers 200 with {}.
std::vector<Route> stub_routes(const Contract& contract);

}  // namespace likeness::gateway::test
