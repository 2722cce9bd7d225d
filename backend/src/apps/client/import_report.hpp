#pragma once

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <string>

#include "apps/client/api_session.hpp"
#include "apps/exit_code.hpp"

namespace likeness::apps {

/// One line, and what a dry run found.
void print_import(const nlohmann::json& import);
/// Faults, one a line.
void print_faults(const nlohmann::json& errors);
/// The whole error report, part by part.
void write_error_report(ApiSession& session, const std::string& import_id, const std::filesystem::path& file);
/// What a command that followed an import ends with; says on standard error what the user must know or do.
ExitCode conclude(const nlohmann::json& import, bool silent);

}  // namespace likeness::apps
