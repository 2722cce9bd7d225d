#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "ports/report_signer.hpp"

namespace likeness::tenancy {

/// {"report": …, "signature": {"algorithm": "Ed25519", "public_key": …, "value": …}}. What is signed is the report as
/// compact JSON with its keys in order of their bytes, in UTF-8.
nlohmann::json sign_report(const nlohmann::json& report, ReportSigner& signer);

/// A signed report taken apart, to be verified.
struct SignedReport {
  std::string text;  ///< what the signature is of
  std::string public_key;
  std::string signature;
};
/// Error{corrupt_data} where the document is none.
SignedReport read_signed_report(const std::string& document);

}  // namespace likeness::tenancy
