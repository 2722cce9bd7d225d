#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/org_operation.hpp"
#include "ports/org_operation_store.hpp"

namespace likeness {

/// One page of a part of an archive: a line is one JSON object.
struct ExportPage {
  std::vector<std::string> lines;
  std::map<std::string, long> counts;     ///< of what the lines hold, by name: "products", "variants"
  std::optional<std::string> next_after;  ///< nullopt after the last page
};

/// What the database holds of an org, to be written into an archive: without secrets and without what belongs to a
/// shopper. Thread-safe; one transaction a page.
class OrgExportSource {
 public:
  virtual ~OrgExportSource() = default;
  /// Names of the parts: "products", "feeds" …
  virtual std::vector<std::string> parts() const = 0;
  /// Keyset pages; `after` is empty for the first one.
  virtual ExportPage page(OrgId org, const std::string& part, const std::string& after, int limit) = 0;
  /// Digests of photos whose bytes are here, in order, after `after`.
  virtual std::vector<std::string> photos_after(OrgId org, const std::string& after, int limit) = 0;
  /// Lines and photos of an archive that was made now.
  virtual long count(OrgId org) = 0;
};

/// What was copied by one step of a clone.
struct ClonedPage {
  long products = 0;
  long vectors = 0;
  std::vector<std::string> photos;  ///< digests of photos that the copies show; their bytes are still to be copied
  std::optional<std::string> next_after;  ///< nullopt after the last page
};

/// Copies a catalogue into another org: every copy has ids of its own, so that nothing is shared. What was copied
/// already is left as it is, and told of again. Thread-safe; one transaction a call.
class OrgCloner {
 public:
  virtual ~OrgCloner() = default;
  /// Feeds, paused and without credentials. Returns how many.
  virtual long clone_feeds(OrgId from, OrgId to) = 0;
  /// The next `limit` products by id, with variants, photos, regions and vectors, and what was done about them: a photo
  /// that is not done yet is a dead letter of the copy.
  virtual ClonedPage clone_products(OrgId from, OrgId to, const std::string& after, int limit) = 0;
  virtual long count_products(OrgId from) = 0;
};

/// Removes what the database holds of an org that is being erased. What went is counted with the erasure, in the
/// transaction in which it goes. Thread-safe.
class OrgRecordEraser {
 public:
  virtual ~OrgRecordEraser() = default;
  /// Up to `limit` rows of one table; 0 where none is left.
  virtual long erase_rows(const ClaimedOrgOperation& erasure, int limit) = 0;
  /// Up to `limit` members; users that belong to no other org go too. 0 where none is left.
  virtual long erase_members(const ClaimedOrgOperation& erasure, int limit) = 0;
  virtual void erase_org(const ClaimedOrgOperation& erasure) = 0;
  /// Notes how much a store outside the database held, once; what was noted before stays.
  virtual void note_removed(const ClaimedOrgOperation& erasure, const std::string& store, long count) = 0;
  /// What is noted so far, by table or store.
  virtual std::map<std::string, long> removed(const ClaimedOrgOperation& erasure) = 0;
  /// Rows that each table holds of the org, zeros included.
  virtual std::map<std::string, long> left(OrgId org) = 0;
};

}  // namespace likeness
