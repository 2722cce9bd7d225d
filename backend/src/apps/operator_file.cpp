#include "apps/operator_file.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

#include "adapters/process/private_files.hpp"
#include "adapters/sodium/sodium_digest.hpp"

namespace likeness::apps {
namespace {

constexpr int kTokenBytes = 32;

}  // namespace

std::string operator_token(const std::filesystem::path& data_directory) {
  std::ifstream file(data_directory / "operator.json");
  const auto document = nlohmann::json::parse(file, nullptr, false);
  if (document.is_object() && document.contains("token")) return document["token"].get<std::string>();
  return "lk_op_" + SodiumDigest().random_token(kTokenBytes);
}

void write_operator_file(const std::filesystem::path& data_directory, const std::string& url,
                         const std::string& token) {
  write_private_file(data_directory / "operator.json", nlohmann::json{{"url", url}, {"token", token}}.dump(2) + "\n",
                     std::nullopt);
}

}  // namespace likeness::apps
