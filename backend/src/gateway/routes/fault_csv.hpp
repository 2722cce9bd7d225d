#pragma once

#include <span>
#include <string>

#include "ports/import_store.hpp"

namespace likeness::gateway {

/// Faults as CSV (RFC 4180: UTF-8, CRLF). Cells come from strangers: one that a spreadsheet would take for a formula
/// gets an apostrophe in front.
std::string fault_csv(std::span<const ImportFault> faults, bool with_header);

}  // namespace likeness::gateway
