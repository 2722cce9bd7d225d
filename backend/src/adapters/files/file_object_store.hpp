#pragma once

#include <filesystem>
#include <set>
#include <shared_mutex>

#include "adapters/files/disk_room.hpp"
#include "ports/object_store.hpp"
#include "ports/org_data.hpp"

namespace likeness {

/// Objects as files: <directory>/<org uuid>/<key>. A new object is written under a temporary name in
/// <directory>/incoming, fsynced, renamed and made durable in its directory, so a crash leaves the whole object or
/// none; what crashed writers left is removed at start, also while another process uses the directory. A full disk is
/// Error{unavailable}. Thread-safe.
class FileObjectStore : public ObjectStore, public OrgData {
 public:
  /// Orgs of which nothing is taken any more.
  struct ClosedOrgs {
    std::shared_mutex mutex;  ///< shared while an object becomes visible
    std::set<OrgId> orgs;
  };

  /// Creates the directory where it is missing. `reserve_bytes` of its disk are left free.
  explicit FileObjectStore(std::filesystem::path directory, std::uintmax_t reserve_bytes = 0);

  void put(OrgId org, const std::string& key, std::span<const std::uint8_t> bytes) override;
  Bytes get(OrgId org, const std::string& key) override;
  bool contains(OrgId org, const std::string& key) override;
  /// Removing what is not there is no error.
  void remove(OrgId org, const std::string& key) override;
  std::unique_ptr<ObjectWriter> writer(OrgId org, const std::string& key) override;
  std::unique_ptr<ObjectReader> reader(OrgId org, const std::string& key) override;
  long stored_bytes(OrgId org) override;
  void drop(OrgId org) override;

  std::string store_name() const override { return "objects"; }
  long count_of(OrgId org) override;
  /// Writers that are under way fail with Error{gone}, those of other processes excepted.
  void erase_all_of(OrgId org) override;

  /// Whether the disk takes more objects.
  bool has_room() const { return room_.has_room(); }

 private:
  /// Error{invalid_argument} where the key is none.
  std::filesystem::path path_of(OrgId org, const std::string& key) const;
  std::filesystem::path incoming() const { return directory_ / "incoming"; }
  void remove_leftovers() const;

  const std::filesystem::path directory_;
  DiskRoom room_;
  ClosedOrgs closed_;
};

}  // namespace likeness
