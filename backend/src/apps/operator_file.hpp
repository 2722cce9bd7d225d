#pragma once

#include <filesystem>
#include <string>

namespace likeness::apps {

/// The operator's token, from <data>/operator.json or made anew.
std::string operator_token(const std::filesystem::path& data_directory);
/// Writes <data>/operator.json (0600): where the server is and the operator's token.
void write_operator_file(const std::filesystem::path& data_directory, const std::string& url, const std::string& token);

}  // namespace likeness::apps
