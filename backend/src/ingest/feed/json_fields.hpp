#pragma once

#include <nlohmann/json_fwd.hpp>

#include "ingest/feed/item_rows.hpp"

namespace likeness::ingest {

/// The members of a JSON object as texts: a list holds several values, an object with a value or amount (or
/// amountMicros) and a currency is a price. Null and what cannot be read so is left out.
ItemRows::Fields json_fields(const nlohmann::json& object);

}  // namespace likeness::ingest
