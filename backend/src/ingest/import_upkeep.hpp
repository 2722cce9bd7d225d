#pragma once

#include <chrono>

#include "ports/import_store.hpp"
#include "ports/object_ledger.hpp"
#include "ports/object_store.hpp"

namespace likeness::ingest {

/// What imports leave to be done in the background: jobs of big imports that were paused, resumed or cancelled, and the
/// bytes of photos that no image has any more.
class ImportUpkeep {
 public:
  ImportUpkeep(ImportStore& imports, ObjectLedger& ledger, ObjectStore& objects, std::chrono::seconds object_grace)
      : imports_(imports), ledger_(ledger), objects_(objects), object_grace_(object_grace) {}

  /// One bounded piece of it.
  void run();

 private:
  ImportStore& imports_;
  ObjectLedger& ledger_;
  ObjectStore& objects_;
  const std::chrono::seconds object_grace_;
};

}  // namespace likeness::ingest
