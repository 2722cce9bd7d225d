#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "apps/client/api_session.hpp"

namespace likeness::apps {

/// One search and its answer, to be looked at.
struct ContactSheet {
  std::string text;
  std::vector<std::string> filters;
  Bytes query_picture;  ///< JPEG; empty for a search by words
  nlohmann::json regions = nlohmann::json::array();
  nlohmann::json box;  ///< the box searched by; null for none
  nlohmann::json answer;
};

/// Writes the sheet as one HTML file that needs nothing beside it; with `append`, below the sheets that are in the file
/// already. Thumbnails come from the server.
void write_contact_sheet(const std::filesystem::path& file, bool append, const ContactSheet& sheet,
                         ApiSession& session);

}  // namespace likeness::apps
