#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace likeness {

/// The object that the text is; nullopt for anything that is no JSON object, or where an object has a name twice: of
/// two readers of such a text each may believe another value.
std::optional<nlohmann::json> parse_strict_object(const std::string& text);

}  // namespace likeness
