#pragma once

#include <expected>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/feed/item_rows.hpp"
#include "ingest/feed/raw_row.hpp"
#include "ports/import_store.hpp"

namespace likeness::ingest {

/// What one line of a batch asks for.
struct ProductChange {
  enum class Kind { upsert, patch, erase };
  /// What the line says of one variant: the product's members, with the variant's own over them.
  struct Row {
    RawRow values;
    std::string variant_external_id = {};             ///< empty: every variant of the product
    std::set<std::string, std::less<>> own = {};      ///< attributes that the variant itself names
    std::set<std::string, std::less<>> cleared = {};  ///< of a patch: attributes given as null
  };

  Kind kind = Kind::upsert;
  std::string external_id;
  std::vector<Row> rows;      ///< none where the product is to be deleted
  bool has_variants = false;  ///< the line lists variants
};

/// Reads the lines of a batch: JSON objects with "op" (upsert, patch, delete), "external_id" and Google's attributes by
/// their own names; "variants" is a list of such objects, each with its external_id. What is not known is a fault.
class ChangeReader {
 public:
  using Faults = std::vector<ImportFault>;

  /// Of one line; what else is wrong with it is not told.
  static constexpr std::size_t kFaultsMax = 10;

  /// What a line is about.
  struct Head {
    ProductChange::Kind kind = ProductChange::Kind::upsert;
    std::string external_id;
  };

  /// Faults where it is not told.
  static std::expected<Head, Faults> read_head(long line, std::string_view text);
  /// All that is wrong with the line as JSON; values are the normalizer's. A line with many variants takes many times
  /// its own memory.
  std::expected<ProductChange, Faults> read(long line, std::string_view text);

 private:
  ItemRows rows_{AttributeNames()};
};

}  // namespace likeness::ingest
