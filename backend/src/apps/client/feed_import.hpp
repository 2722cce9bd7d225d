#pragma once

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <map>
#include <string>

#include "apps/client/api_session.hpp"

namespace likeness::apps {

struct FeedImportRequest {
  std::filesystem::path feed;  ///< a feed, or a directory that holds exactly one
  std::string source;          ///< empty: the name of the feed's directory
  std::string format = "auto";
  std::map<std::string, std::string> mapping = {};  ///< column of the feed -> attribute; empty: as it was before
  bool silent = false;
};

/// Uploads a feed and the photos beside it that the server asks for, shows how far it is, and returns the import as the
/// server describes it when it is through. Outlives a restart of the server of up to a minute. A photo that is not
/// there, or lies outside the feed's directory once links are resolved, is reported and the rest goes on.
nlohmann::json import_feed(ApiSession& session, const FeedImportRequest& request);

/// The first `limit` things that were wrong in an import.
nlohmann::json import_errors(ApiSession& session, const nlohmann::json& import, int limit);

}  // namespace likeness::apps
