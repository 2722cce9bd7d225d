#pragma once

#include <functional>

#include "ports/object_ledger.hpp"
#include "ports/object_store.hpp"
#include "ports/org_records.hpp"
#include "tenancy/operation_loop.hpp"

namespace likeness::tenancy {

/// Copies an org's catalogue, photos, vectors and feeds into the org that the request has made. Nothing is shared
/// afterwards. A try goes on where the one before broke off.
class OrgClone {
 public:
  struct Parts {
    OrgCloner& cloner;
    ObjectStore& objects;
    ObjectLedger& ledger;
    /// Makes the copy searchable; returns when it is.
    std::function<void(OrgId)> build_index;
  };

  OrgClone(Parts parts, int products_per_page) : parts_(std::move(parts)), products_per_page_(products_per_page) {}

  OperationOutcome run(HeldOperation& held);

 private:
  /// Whether the bytes were there to be copied.
  bool copy_photo(OrgId from, OrgId to, const std::string& digest);

  const Parts parts_;
  const int products_per_page_;
};

}  // namespace likeness::tenancy
