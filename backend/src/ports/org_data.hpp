#pragma once

#include <string>

#include "domain/ids.hpp"

namespace likeness {

/// What a store outside the database holds of one org, for its erasure. Every such store has one. Thread-safe.
class OrgData {
 public:
  virtual ~OrgData() = default;
  /// In a word: "objects".
  virtual std::string store_name() const = 0;
  /// How many things of the org are held, counted anew. Error{unavailable} where the store is away.
  virtual long count_of(OrgId org) = 0;
  /// Removes all of them; where the store can, it takes nothing of the org from now on. Error{unavailable}.
  virtual void erase_all_of(OrgId org) = 0;
};

}  // namespace likeness
