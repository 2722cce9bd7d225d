#pragma once

#include <functional>
#include <string>
#include <vector>

#include "gateway/cursor.hpp"
#include "gateway/password_resets.hpp"
#include "ingest/download/original_store.hpp"
#include "ingest/product_batch.hpp"
#include "ingest/pull/feed_registry.hpp"
#include "notify/webhook_registry.hpp"
#include "ports/api_key_store.hpp"
#include "ports/audit_log.hpp"
#include "ports/catalog_store.hpp"
#include "ports/catalog_sweep.hpp"
#include "ports/dead_letter_store.hpp"
#include "ports/embedding_store.hpp"
#include "ports/feed_store.hpp"
#include "ports/identity_store.hpp"
#include "ports/image_codec.hpp"
#include "ports/import_store.hpp"
#include "ports/invitation_store.hpp"
#include "ports/mailer.hpp"
#include "ports/member_store.hpp"
#include "ports/metrics.hpp"
#include "ports/models.hpp"
#include "ports/object_store.hpp"
#include "ports/org_operation_store.hpp"
#include "ports/password_reset_store.hpp"
#include "ports/quota_store.hpp"
#include "ports/security.hpp"
#include "ports/session_store.hpp"
#include "ports/setup_link_store.hpp"
#include "ports/standing.hpp"
#include "ports/unit_of_work.hpp"
#include "ports/vector_index.hpp"
#include "ports/webhook_store.hpp"
#include "query/search_service.hpp"

namespace likeness::gateway {

/// One thing that the server needs, and whether it is there.
struct DependencyCheck {
  std::string name;
  bool ok = false;
  bool required = true;  ///< without it the server is not ready
  std::string detail;
};

/// How long somebody stays signed in, and where.
struct SignInLimits {
  std::chrono::minutes access_token_lifetime{15};
  std::chrono::hours session_lifetime{30 * 24};
  std::chrono::seconds refresh_grace{10};  ///< in which a used refresh token still gets its successor
  int sessions_per_user_max = 50;          ///< beyond it the one that was not used for the longest time ends
};

/// Bounds on how people and programs come in.
struct MemberLimits {
  std::chrono::hours invitation_lifetime{168};
  int invitations_max = 1000;  ///< open ones of an org
  int api_keys_max = 1000;     ///< of an org
};

/// What the routes stand on. Everything outlives them.
struct Services {
  UnitOfWork& unit_of_work;
  AuditLog& audit_log;
  IdentityStore& identities;
  OrgOperationStore& org_operations;
  PasswordHasher& passwords;
  AccessTokens& tokens;
  QuotaStore& quotas;
  QuotaMeter& quota_meter;
  StandingCache& standings;
  SessionStore& sessions;
  SecretBox& secrets;
  Digest& digest;
  MemberStore& members;
  InvitationStore& invitations;
  ApiKeyStore& api_keys;
  PasswordResetStore& password_reset_store;
  PasswordResets& password_resets;
  SetupLinkStore& setup_links;
  Mailer& mailer;
  CatalogStore& catalog;
  CatalogSweep& catalog_sweep;
  ImportStore& imports;
  DeadLetterStore& dead_letters;
  FeedStore& feeds;
  ingest::FeedRegistry& feed_registry;
  WebhookStore& webhooks;
  notify::WebhookRegistry& webhook_registry;
  EmbeddingStore& embeddings;
  ObjectStore& objects;
  VectorIndex& index;
  ingest::OriginalStore& originals;
  query::QueryImages& query_images;
  query::SearchService& search;
  const PackInfo& pack;
  Metrics& metrics;
  const Cursors& cursors;
  std::string detector_name;  ///< empty where there is none
  SignInLimits sign_in;
  std::chrono::milliseconds event_interval;  ///< between two looks at what a stream tells of
  /// Starts rebuilding an org's index in the background; Error{conflict} where one is running.
  std::function<void(OrgId)> start_rebuild;
  std::function<std::vector<DependencyCheck>()> check_dependencies;
  std::function<std::string()> public_url;  ///< where people reach this server: "https://likeness.example"
  MemberLimits member_limits;
  ingest::ProductBatchLimits batch_limits;
  std::string openapi_document;
  std::string openapi_tag;  ///< ETag, quoted
};

}  // namespace likeness::gateway
