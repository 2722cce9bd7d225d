#pragma once

#include <nlohmann/json_fwd.hpp>

#include "domain/search.hpp"

namespace likeness::gateway {

/// Reads the body of POST /v1/search/*, which the contract has checked. `default_currency` is the org's.
SearchRequest read_search_request(const nlohmann::json& body, const std::string& default_currency);

}  // namespace likeness::gateway
