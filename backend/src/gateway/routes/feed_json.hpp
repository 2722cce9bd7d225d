#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>

#include "domain/feed.hpp"

namespace likeness::gateway {

/// Of credentials only the kind is ever told, and that they are set.
nlohmann::json view(const Feed& feed);
nlohmann::json view(const Pull& pull);

/// Writes what the body names into the setup, and leaves the rest; the contract has checked the body.
void read_feed_setup(const nlohmann::json& body, FeedSetup& setup);
/// nullopt where the body names none.
std::optional<FeedCredentials> read_feed_credentials(const nlohmann::json& body);

}  // namespace likeness::gateway
