#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "apps/client/api_session.hpp"

namespace likeness::apps {

/// Follows what is done to an org, with a progress line, until it is done, and returns it. Goes on where the server is
/// restarted meanwhile. Error where it failed.
nlohmann::json follow(ApiSession& session, const std::string& path, const nlohmann::json& operation,
                      const std::string& what, bool silent);

}  // namespace likeness::apps
