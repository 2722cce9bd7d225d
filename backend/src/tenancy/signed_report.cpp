#include "tenancy/signed_report.hpp"

#include <nlohmann/json.hpp>

#include "base/error.hpp"

namespace likeness::tenancy {

using nlohmann::json;

json sign_report(const json& report, ReportSigner& signer) {
  return {{"report", report},
          {"signature",
           {{"algorithm", "Ed25519"}, {"public_key", signer.public_key()}, {"value", signer.sign(report.dump())}}}};
}

SignedReport read_signed_report(const std::string& document) {
  try {
    const auto parsed = json::parse(document);
    const auto& signature = parsed.at("signature");
    if (signature.at("algorithm") != "Ed25519")
      throw Error(ErrorKind::corrupt_data, "the report is not signed by Ed25519", "signature.algorithm");
    return {parsed.at("report").dump(), signature.at("public_key").get<std::string>(),
            signature.at("value").get<std::string>()};
  } catch (const json::exception& error) {
    throw Error(ErrorKind::corrupt_data, std::string("this is no signed report: ") + error.what());
  }
}

}  // namespace likeness::tenancy
