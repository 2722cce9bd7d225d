#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "adapters/sodium/sodium_report_signer.hpp"
#include "infrastructure/private_services.hpp"

namespace likeness::tests {
namespace {

TEST(ReportSigner, SignsWhatOnlyItsKeyCanHaveSigned) {
  SodiumReportSigner signer(Bytes(32, 1)), other(Bytes(32, 2));
  const std::string text = R"({"left":0})";
  const auto signature = signer.sign(text);
  EXPECT_TRUE(verify_report_signature(text, signer.public_key(), signature));
  EXPECT_FALSE(verify_report_signature(text, other.public_key(), signature));
  EXPECT_FALSE(verify_report_signature(text + " ", signer.public_key(), signature));
  EXPECT_FALSE(verify_report_signature("", signer.public_key(), signature));
  EXPECT_FALSE(verify_report_signature(text, signer.public_key(), other.sign(text)));
  EXPECT_FALSE(verify_report_signature(text, "", signature));
  EXPECT_FALSE(verify_report_signature(text, signer.public_key(), signature.substr(4)));
  EXPECT_FALSE(verify_report_signature(text, signer.public_key(), "*not base64*"));
  EXPECT_THROW(SodiumReportSigner(Bytes(31, 1)), Error);
}

TEST(ReportSigner, KeepsItsKeyAndShowsThePublicHalf) {
  const ScratchDirectory scratch;
  auto first = load_or_create_report_signer(scratch / ".");
  auto second = load_or_create_report_signer(scratch / ".");
  EXPECT_EQ(first.public_key(), second.public_key());
  EXPECT_TRUE(verify_report_signature("x", second.public_key(), first.sign("x")));
  std::ifstream shown(scratch / "reports.pub");
  std::string key;
  shown >> key;
  EXPECT_EQ(key, first.public_key());
  EXPECT_EQ(std::filesystem::status(scratch / "reports.key").permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

}  // namespace
}  // namespace likeness::tests
