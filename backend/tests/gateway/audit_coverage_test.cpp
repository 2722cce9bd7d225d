#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "gateway/site.hpp"

namespace likeness::gateway::test {
namespace {

using nlohmann::json;

/// What changes something, or is a POST, and yet leaves no entry. Everything else that is no GET leaves one.
const std::map<std::string, std::string> kUnrecorded = {
    {"searchByImage", "reads only"},
    {"searchByText", "reads only"},
    {"searchByImageAndText", "reads only"},
    {"putImportFile", "a photo of an import, which is recorded itself"},
};

/// The real contract without what it demands of bodies and values, so that every operation can be called as it is.
json undemanding(json document) {
  for (auto& [path, item] : document["paths"].items()) {
    json parameters = json::array();
    for (std::size_t at = path.find('{'); at != std::string::npos; at = path.find('{', at + 1))
      parameters.push_back({{"name", path.substr(at + 1, path.find('}', at) - at - 1)},
                            {"in", "path"},
                            {"required", true},
                            {"schema", {{"type", "string"}}}});
    item["parameters"] = parameters;
    for (auto& [method, operation] : item.items()) {
      if (method == "parameters") continue;
      operation.erase("requestBody");
      operation.erase("parameters");
      if (!std::ranges::count(operation["x-roles"], "public")) operation["x-roles"] = {"operator"};
    }
  }
  return document;
}

std::string concrete(std::string path) {
  for (std::size_t at = path.find('{'); at != std::string::npos; at = path.find('{'))
    path.replace(at, path.find('}', at) + 1 - at, kOrg.to_string());
  return path;
}

TEST(AuditCoverage, EveryOperationThatChangesSomethingLeavesAnEntry) {
  const json document = json::parse(Contract::load("").document());
  Contract contract(undemanding(document).dump());
  auto routes = stub_routes(contract);
  Site site(std::move(contract), std::move(routes), {});
  int recorded = 0;
  std::map<std::string, std::string> unrecorded = kUnrecorded;
  for (const Operation& operation : site.contract.operations()) {
    const auto before = site.audit_log.kept().size();
    const std::string fields = bearer(kOperatorToken) + "Likeness-Org: shop\r\n";
    const auto answer = exchange(site.server.port(), request_text(operation.method, concrete(operation.path), fields));
    ASSERT_EQ(answer.status, 200) << operation.id << answer.body;
    const auto kept = site.audit_log.kept();
    if (kept.size() > before) {
      EXPECT_EQ(kept.back().fact.action, operation.id);
      ++recorded;
    } else if (operation.method != "GET") {
      EXPECT_EQ(unrecorded.erase(operation.id), 1u) << operation.id << " leaves no entry in the audit log";
    }
  }
  EXPECT_TRUE(unrecorded.empty()) << unrecorded.begin()->first << " is recorded, or gone";
  EXPECT_GE(recorded, 20);
}

TEST(AuditCoverage, AccessToWhatMattersLeavesAnEntry) {
  const Contract contract = Contract::load("");
  for (const std::string id : {"listAudit", "exportAudit", "checkAudit", "getQueryImage", "getQueryImagePicture"}) {
    ASSERT_TRUE(contract.find(id)) << id;
    EXPECT_EQ(contract.find(id)->audit, AuditRule::successes) << id;
  }
  EXPECT_EQ(contract.find("login")->audit, AuditRule::attempts);
}

}  // namespace
}  // namespace likeness::gateway::test
