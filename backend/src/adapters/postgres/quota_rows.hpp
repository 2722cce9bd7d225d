#pragma once

#include <optional>

#include "adapters/postgres/transaction.hpp"
#include "domain/quota.hpp"
#include "ports/quota_store.hpp"

namespace likeness {

QuotaOverrides read_overrides(SqlTransaction& transaction, OrgId org);
/// What the operator set, else the default.
Quota quota_of(const QuotaOverrides& overrides, const Quota& defaults);
Usage read_usage(SqlTransaction& transaction, OrgId org);

/// How much an org's catalogue may still grow.
struct CatalogRoom {
  Quota quota;
  Usage usage;

  bool limits_products() const { return quota.products > 0; }
  bool limits_images() const { return quota.images > 0; }
  long products() const { return quota.products - usage.products; }
  long images() const { return quota.images - usage.images; }
};

/// nullopt where neither products nor images are limited. Else the org's other writers of the catalogue wait until the
/// transaction ends, so that together they keep to the quota.
std::optional<CatalogRoom> hold_catalog_room(SqlTransaction& transaction, OrgId org, const Quota& defaults);

}  // namespace likeness
