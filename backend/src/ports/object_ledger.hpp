#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "domain/ids.hpp"

namespace likeness {

/// Photos' bytes that may be without an owner. An entry is made before bytes are stored, and in the transaction in
/// which a catalogue image is removed or takes other bytes; so nothing that a crash leaves behind is forgotten.
/// Thread-safe.
///
/// The order that makes this safe: note() comes before the look whether the bytes are there already; the image is
/// written within the time of grace after it; collect() holds the entry's lock from its check to the end of the
/// removal. So note() either renews the entry before it is looked at, or waits until the bytes are gone and sees so.
class ObjectLedger {
 public:
  virtual ~ObjectLedger() = default;
  /// These bytes are about to be stored, or used again: they are left alone for another time of grace.
  virtual void note(OrgId org, const std::string& content_sha256) = 0;
  /// Looks at up to `limit` entries older than `grace`, of whichever org: where no image has the bytes, calls `remove`
  /// and forgets the entry; else just forgets it. Returns how many were looked at.
  virtual int collect(std::chrono::seconds grace, int limit,
                      const std::function<void(OrgId, const std::string& content_sha256)>& remove) = 0;
};

}  // namespace likeness
