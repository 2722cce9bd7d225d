#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

#include "domain/audit.hpp"

namespace likeness::gateway {

/// A document as it may enter an audit log for ever.
struct RedactedDocument {
  std::string json;                     ///< empty for null
  std::vector<PersonalValue> personal;  ///< what was taken out of it, named "<place>.<path>"
};

/// Strikes out what is secret by the name of its field (passwords, tokens, keys, credentials …) and what follows '?' in
/// addresses; takes out what is about people (e-mail, phone, name beside an e-mail …), as being about `subject`. A
/// document longer than `bytes_max` is left out, and says so.
RedactedDocument redacted(const nlohmann::json& document, const std::string& place, const std::string& subject,
                          std::size_t bytes_max);

/// Leaves out of both objects what is the same in both.
void keep_differences(nlohmann::json& before, nlohmann::json& after);

}  // namespace likeness::gateway
