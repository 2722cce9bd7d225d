#include <gtest/gtest.h>
#include <algorithm>

#include "gateway/site.hpp"

namespace likeness::gateway::test {
namespace {

/// A path with an id of the right form in the place of each parameter.
std::string concrete(std::string path) {
  const std::pair<const char*, const char*> values[] = {
      {"{org_id}", "org_01900000-0000-7000-8000-000000000001"},
      {"{user_id}", "usr_01900000-0000-7000-8000-000000000001"},
      {"{invitation_id}", "inv_01900000-0000-7000-8000-000000000001"},
      {"{api_key_id}", "key_01900000-0000-7000-8000-000000000001"},
      {"{product_id}", "prd_01900000-0000-7000-8000-000000000001"},
      {"{image_id}", "img_01900000-0000-7000-8000-000000000001"},
      {"{import_id}", "imp_01900000-0000-7000-8000-000000000001"},
      {"{feed_id}", "src_01900000-0000-7000-8000-000000000001"},
      {"{query_image_id}", "qim_01900000-0000-7000-8000-000000000001"},
      {"{session_id}", "ses_01900000-0000-7000-8000-000000000001"},
      {"{job_id}", "job_01900000-0000-7000-8000-000000000001"},
      {"{size_px}", "160"}};
  for (const auto& [name, value] : values)
    if (const auto at = path.find(name); at != std::string::npos) path.replace(at, std::string(name).size(), value);
  return path;
}

TEST(Roles, EveryCellOfTheTableIsEnforced) {
  Contract contract = Contract::load("");
  auto routes = stub_routes(contract);
  Site site(std::move(contract), std::move(routes), {});
  WireClient client(site.server.port());
  int cells = 0;
  for (const Operation& operation : site.contract.operations())
    for (const std::string role : {"", "operator", "owner", "admin", "editor", "viewer", "search", "ingest"}) {
      const std::string token = role == "operator" ? kOperatorToken : role;
      const std::string fields = role.empty() ? "" : bearer(token) + "Likeness-Org: shop\r\n";
      ASSERT_TRUE(client.send(request_text(operation.method, concrete(operation.path), fields)));
      const auto answer = client.receive();
      ASSERT_TRUE(answer) << operation.id;
      const bool allowed = std::ranges::find(operation.roles, role) != operation.roles.end();
      // Past the roles, a request without its body or a parameter is still refused, by the contract.
      if (operation.is_public || allowed)
        EXPECT_TRUE(answer->status == 200 || answer->status == 422) << operation.id << " " << role << answer->body;
      else
        EXPECT_EQ(answer->status, role.empty() ? 401 : 403) << operation.id << " " << role;
      ++cells;
    }
  EXPECT_GE(cells, 60 * 8);
}

TEST(Roles, RefusalsSayWhatIsMissing) {
  Site site;
  const auto nobody = exchange(site.server.port(), request_text("GET", "/v1/things/a"));
  EXPECT_EQ(nobody.status, 401);
  EXPECT_EQ(nobody.headers.get("WWW-Authenticate"), "Bearer realm=\"likeness\"");
  const auto forged = site.get("/v1/things/a", "forged");
  EXPECT_EQ(forged.status, 401);
  EXPECT_EQ(forged.headers.get("WWW-Authenticate"), "Bearer realm=\"likeness\", error=\"invalid_token\"");
  const auto admin = site.get("/v1/things/a", "admin");
  EXPECT_EQ(admin.status, 403);
  EXPECT_EQ(admin.json()["detail"], "this needs one of the roles operator, editor, viewer");
}

}  // namespace
}  // namespace likeness::gateway::test
