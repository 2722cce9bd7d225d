#pragma once

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <map>
#include <string>

#include "apps/client/api_session.hpp"

namespace likeness::apps {

struct FeedImportRequest {
  std::filesystem::path feed;  ///< a feed, a ZIP archive, or a directory that holds one feed or photos alone
  std::string source;          ///< empty: the name of the feed's directory
  std::string format = "auto";
  std::map<std::string, std::string> mapping = {};  ///< column of the feed -> attribute; empty: as it was before
  bool delta = false;                               ///< what the feed does not name is left alone
  bool dry_run = false;                             ///< only say what would change
  bool allow_mass_delete = false;                   ///< remove what is missing without being asked
  bool silent = false;
};

/// Uploads a feed and the photos beside it that the server asks for, shows how far it is, and returns the import as the
/// server describes it when it is through. Outlives a restart of the server of up to a minute. A photo that is not
/// there, or lies outside the feed's directory once links are resolved, is reported and the rest goes on. Returns early
/// where the import was stopped, paused or cancelled by somebody, or on Ctrl-C: then the import goes on at the server.
nlohmann::json import_feed(ApiSession& session, const FeedImportRequest& request);

/// Sends the photos that are wanted from the feed's directory, and follows the import until it ends, as above.
nlohmann::json follow_import(ApiSession& session, const std::string& id, const std::filesystem::path& directory,
                             bool silent);

/// Whether nothing more will come of an import by itself.
bool is_over(const nlohmann::json& import);

/// The first `limit` things that were wrong in an import.
nlohmann::json import_errors(ApiSession& session, const nlohmann::json& import, int limit);

}  // namespace likeness::apps
