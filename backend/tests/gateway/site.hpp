#pragma once

#include <atomic>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "adapters/sodium/sodium_digest.hpp"
#include "gateway/server.hpp"
#include "gateway/wire_client.hpp"

namespace likeness::gateway::test {

inline constexpr const char* kOperatorToken = "operator-secret";
inline const OrgId kOrg = OrgId::parse("org_01900000-0000-7000-8000-000000000001");
inline const OrgId kOtherOrg = OrgId::parse("org_01900000-0000-7000-8000-000000000002");

/// "Authorization: Bearer …" as a header line.
std::string bearer(std::string_view token);
/// For a JSON body from an editor.
std::string as_editor_json();

/// Knows the tokens "owner", "admin", "editor" and "viewer", all of kOrg.
class RoleTokens : public AccessTokens {
 public:
  std::string issue(const AccessClaims& claims) override { return claims.role; }
  AccessClaims verify(const std::string& token) override;
};

/// Knows the orgs "shop" (kOrg) and "other".
class TwoOrgs : public IdentityStore {
 public:
  Org create_org(const std::string&, const std::string&, const std::string&) override { throw unexpected(); }
  std::vector<Org> orgs() override { return orgs_; }
  std::optional<Org> org_by_slug(const std::string& slug) override;
  std::optional<Org> org(OrgId id) override;
  void delete_org(OrgId) override { throw unexpected(); }
  UserId create_user(OrgId, const std::string&, const std::string&, const std::string&) override { throw unexpected(); }
  std::optional<User> user_by_email(const std::string&) override { throw unexpected(); }
  std::vector<Membership> memberships(UserId) override { throw unexpected(); }

 private:
  static Error unexpected() { return {ErrorKind::internal, "not asked for in these tests"}; }
  std::vector<Org> orgs_{{kOrg, "shop", "Shop", "EUR", {}}, {kOtherOrg, "other", "Other", "EUR", {}}};
};

/// Runs what it is given, without a database.
class NoTransaction : public UnitOfWork {
 public:
  void run(const std::function<void()>& body) override { body(); }
  void after_commit(std::function<void()> effect) override { effect(); }
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
  Authenticator authenticator{kOperatorToken, tokens, orgs};
  NoTransaction unit_of_work;
  SodiumDigest digest;
  KeptInMemory kept;
  Idempotency idempotency{kept, digest, {.lifetime = std::chrono::hours(24), .answer_bytes_max = 1000}};
  Contract contract;
  Router router;
  Dispatcher dispatcher;
  HttpServer server;

  explicit Site(ServerOptions options = {}) : Site(Contract(small_document().dump()), options) {}
  Site(Contract given, ServerOptions options);
  Site(Contract given, std::vector<Route> routes, ServerOptions options);

  WireAnswer get(const std::string& target, std::string_view token = "editor");
  WireAnswer post(const std::string& target, const nlohmann::json& body, std::string_view token = "editor");
};

/// A route for each operation of a contract that answers 200 with {}.
std::vector<Route> stub_routes(const Contract& contract);

}  // namespace likeness::gateway::test
