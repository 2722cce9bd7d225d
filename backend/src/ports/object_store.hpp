#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "base/bytes.hpp"
#include "domain/ids.hpp"

namespace likeness {

/// Takes an object piece by piece. Nothing is visible until finish(); dropped without it, nothing stays behind.
class ObjectWriter {
 public:
  virtual ~ObjectWriter() = default;
  virtual void write(std::span<const std::uint8_t> piece) = 0;
  virtual void finish() = 0;
};

/// Yields an object piece by piece; 0 at its end.
class ObjectReader {
 public:
  virtual ~ObjectReader() = default;
  virtual std::size_t read(std::span<std::uint8_t> into) = 0;
};

/// Bytes by key inside an org. Keys are slash-separated words of [a-z0-9._-]; content keys are hashes, so writing one
/// twice is harmless. What put() or finish() returned from is durable. Thread-safe.
class ObjectStore {
 public:
  virtual ~ObjectStore() = default;
  virtual void put(OrgId org, const std::string& key, std::span<const std::uint8_t> bytes) = 0;
  /// Error{not_found} where there is none.
  virtual Bytes get(OrgId org, const std::string& key) = 0;
  virtual bool contains(OrgId org, const std::string& key) = 0;
  virtual void remove(OrgId org, const std::string& key) = 0;
  virtual std::unique_ptr<ObjectWriter> writer(OrgId org, const std::string& key) = 0;
  virtual std::unique_ptr<ObjectReader> reader(OrgId org, const std::string& key) = 0;
  /// Of all objects of the org. Looks at each of them.
  virtual long stored_bytes(OrgId org) = 0;
  /// Removes everything of the org.
  virtual void drop(OrgId org) = 0;
};

}  // namespace likeness
