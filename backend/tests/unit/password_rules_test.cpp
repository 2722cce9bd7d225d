#include "domain/password_rules.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>

#include "base/error.hpp"

namespace likeness {
namespace {

std::string refusal(std::string_view password) {
  try {
    require_good_password(password, "new_password");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::invalid_argument);
    EXPECT_EQ(error.field(), "new_password");
    if (password.size() > 3) {
      EXPECT_THAT(error.message(), testing::Not(testing::HasSubstr(std::string(password))));
    }
    return error.message();
  }
  return {};
}

TEST(PasswordRules, CountCharactersNotBytes) {
  EXPECT_THAT(refusal("plum 58"), testing::HasSubstr("this one has 7"));
  EXPECT_EQ(refusal("plum 58!"), "");
  EXPECT_THAT(refusal("žluťoký"), testing::HasSubstr("this one has 7"));
  EXPECT_EQ(refusal("žluťouký"), "");
  std::string longest;
  for (int i = 0; i < 128; ++i) longest += "ž";
  EXPECT_EQ(refusal(longest), "");
  EXPECT_THAT(refusal(longest + "a"), testing::HasSubstr("this one has 129"));
  EXPECT_THAT(refusal(""), testing::HasSubstr("this one has 0"));
  EXPECT_THAT(refusal("12345678\xff"), testing::HasSubstr("UTF-8"));
}

TEST(PasswordRules, RefuseWhatIsTriedFirst) {
  for (const char* common : {"baseball", "12345678", "Password1", "QWERTYUIOP", "iloveyou", "trustno1", "1q2w3e4r"})
    EXPECT_THAT(refusal(common), testing::HasSubstr("tried first")) << common;
  EXPECT_EQ(refusal("correct horse battery"), "");
  EXPECT_EQ(refusal("password of mine"), "") << "only whole passwords are in the list";
  EXPECT_EQ(std::ranges::count(common_passwords(), '\n'), 5001) << "5,000 of them";
}

}  // namespace
}  // namespace likeness
