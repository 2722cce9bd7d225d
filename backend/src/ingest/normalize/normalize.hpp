#pragma once

#include <expected>
#include <vector>

#include "domain/catalog.hpp"
#include "ingest/feed/raw_row.hpp"
#include "ports/import_store.hpp"

namespace likeness::ingest {

/// Second stage: one raw row in Google Merchant's names and units becomes a checked catalogue row, or the list of
/// everything that is wrong with it. Required: id, title, image_link. Limits are Google's (title 150, description 5000,
/// brand 70, id 50 characters …); a description that is too long is cut, everything else over its limit is a fault.
std::expected<CatalogRow, std::vector<ImportFault>> normalize(const RawRow& row);

}  // namespace likeness::ingest
