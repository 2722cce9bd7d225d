#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

#include "base/bytes.hpp"
#include "ports/report_signer.hpp"

namespace likeness {

/// Ed25519 by libsodium.
class SodiumReportSigner final : public ReportSigner {
 public:
  /// From a seed of 32 bytes. Error{invalid_argument} where it has another length.
  explicit SodiumReportSigner(const Bytes& seed);
  ~SodiumReportSigner() override;

  std::string public_key() const override;
  std::string sign(const std::string& text) override;

 private:
  std::array<std::uint8_t, 32> public_key_;
  std::array<std::uint8_t, 64> secret_key_;
};

/// The server's signer, from <directory>/reports.key, which is made where it is missing. Beside it lies reports.pub,
/// the public key, for whoever verifies a report.
SodiumReportSigner load_or_create_report_signer(const std::filesystem::path& directory);

/// Whether the signature is the key's of exactly this text; key and signature in base64. False for what is neither.
bool verify_report_signature(const std::string& text, const std::string& public_key, const std::string& signature);

}  // namespace likeness
