#pragma once

#include <vector>

#include "domain/catalog.hpp"
#include "ingest/feed/raw_row.hpp"
#include "ports/import_store.hpp"

namespace likeness::ingest {

/// What became of one raw row.
struct NormalizedRow {
  std::vector<CatalogRow> rows;  ///< one; one per size where the row names several; none where it is refused
  std::vector<std::string> refused_ids =
      {};                           ///< product and variant that a refused row names, as far as they are there
  std::vector<ImportFault> faults;  ///< all that is wrong with it; where it is not refused, hints alone
  long line = 0;                    ///< of the feed, on which the row starts
};

/// Second stage: one raw row in Google Merchant's names and units becomes checked catalogue rows, or is refused with
/// everything that is wrong with it. Required: id, title (or structured_title). An id, link or photo over
/// Google's limit is a fault, and so is a price or availability that cannot be read; a text over its limit (title 150,
/// brand 70, description 5000 …) is cut, and of the other attributes a value that makes no sense is left out, both with
/// a hint.
NormalizedRow normalize(const RawRow& row, const PriceStyle& prices = {});

/// What a row says a variant is offered for: prices, sale, availability and link. `faults` as in NormalizedRow.
struct NormalizedOffer {
  VariantFacts offer;
  bool is_refused = false;
  std::vector<ImportFault> faults;
};

/// Checks these alone, by the same rules.
NormalizedOffer normalize_offer(const RawRow& row, const PriceStyle& prices = {});

}  // namespace likeness::ingest
