#include "gateway/cursor.hpp"

#include <gtest/gtest.h>

#include "adapters/sodium/sodium_text_signer.hpp"
#include "base/error.hpp"
#include "gateway/site.hpp"

namespace likeness::gateway::test {
namespace {

class CursorsTest : public testing::Test {
 protected:
  static Request list(const std::string& path, Parameters query = {}) {
    Request request;
    request.path = path;
    request.query = std::move(query);
    request.org_id = kOrg;
    return request;
  }
  /// What the cursor says in the request, or the field that is refused.
  std::string read(Request request, const std::string& cursor) const {
    request.query["cursor"] = cursor;
    try {
      return cursors.position(request).value();
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::invalid_argument);
      return "refused: " + error.field();
    }
  }

  SodiumTextSigner signer{Bytes(32, 7)};
  Cursors cursors{signer};
  const std::string refused = "refused: cursor";
};

TEST_F(CursorsTest, LeadBackToTheirPosition) {
  const auto request = list("/v1/products", {{"limit", "2"}});
  EXPECT_EQ(cursors.position(request), std::nullopt);
  for (const char* position : {"prd_1", "", "photos/ä b.jpg", "f-12-7"}) {
    const auto cursor = cursors.next(request, position);
    EXPECT_EQ(cursor.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
              std::string::npos);
    EXPECT_EQ(read(request, cursor), position);
    EXPECT_EQ(read(list("/v1/products", {{"limit", "200"}}), cursor), position) << "the size of a page may change";
  }
}

TEST_F(CursorsTest, AreBoundToOrgListAndFilters) {
  const auto request = list("/v1/dead-letters", {{"stage", "download"}});
  const auto cursor = cursors.next(request, "job_1");
  EXPECT_EQ(read(request, cursor), "job_1");
  EXPECT_EQ(read(list("/v1/products", {{"stage", "download"}}), cursor), refused);
  EXPECT_EQ(read(list("/v1/dead-letters", {{"stage", "embed"}}), cursor), refused);
  EXPECT_EQ(read(list("/v1/dead-letters"), cursor), refused);
  EXPECT_EQ(read(list("/v1/dead-letters", {{"stage", "download"}, {"error_kind", "timeout"}}), cursor), refused);
  auto foreign = request;
  foreign.org_id = kOtherOrg;
  EXPECT_EQ(read(foreign, cursor), refused);
}

TEST_F(CursorsTest, NobodyElseCanMakeOrChangeOne) {
  const auto request = list("/v1/products");
  const auto cursor = cursors.next(request, "prd_01900000-0000-7000-8000-000000000001");
  for (std::size_t i = 0; i < cursor.size(); ++i) {
    auto changed = cursor;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    EXPECT_EQ(read(request, changed), refused) << i;
    EXPECT_EQ(read(request, cursor.substr(0, i)), refused) << i;
  }
  for (const std::string& other :
       {cursor + "A", cursor + "=", " " + cursor, std::string("prd_1"), std::string(3000, 'A')})
    EXPECT_EQ(read(request, other), refused) << other;
  SodiumTextSigner another_key(Bytes(32, 8));
  EXPECT_EQ(read(request, Cursors(another_key).next(request, "prd_1")), refused);
}

TEST_F(CursorsTest, EachHasOneSpelling) {
  const auto request = list("/v1/products");
  for (int number = 0; number < 20; ++number) {
    const auto cursor = cursors.next(request, "prd_" + std::to_string(number));
    for (std::size_t i = 0; i < cursor.size(); ++i)
      for (const char letter : {'\xff', '\x80', '+', '/', '=', '\n', ' '}) {
        auto changed = cursor;
        changed[i] = letter;
        ASSERT_EQ(read(request, changed), refused) << cursor << " with byte " << int(letter) << " at " << i;
      }
  }
}

TEST_F(CursorsTest, PartsOfTheContextDoNotRunIntoEachOther) {
  const auto cursor = cursors.next(list("/v1/a", {{"b", "1:c"}}), "x");
  EXPECT_EQ(read(list("/v1/a", {{"b", "1:c"}}), cursor), "x");
  EXPECT_EQ(read(list("/v1/a", {{"b1", ":c"}}), cursor), refused);
  EXPECT_EQ(signer.open(signer.sign("bc", "a"), "ab"), std::nullopt);
}

}  // namespace
}  // namespace likeness::gateway::test
