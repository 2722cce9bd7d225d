#include "gateway/authentication.hpp"

#include <gtest/gtest.h>

#include "gateway/site.hpp"

namespace likeness::gateway::test {
namespace {

class Authentication : public testing::Test {
 protected:
  Request authenticated(Headers headers) {
    Request request;
    request.headers = std::move(headers);
    authenticator_.authenticate(request);
    return request;
  }
  ErrorKind refusal(Headers headers) {
    try {
      authenticated(std::move(headers));
    } catch (const Error& error) {
      return error.kind();
    }
    ADD_FAILURE() << "was let in";
    return ErrorKind::internal;
  }

  RoleTokens tokens_;
  TwoOrgs orgs_;
  RoleSessions sessions_;
  WordMap standings_;
  OneApiKey keys_;
  NoDigest digest_;
  ApiKeyUses uses_{keys_};
  OperatorCredential operator_{kOperatorToken, orgs_};
  ApiKeyCredential api_key_{{keys_, standings_, digest_, orgs_, uses_}};
  SessionCredential session_{{tokens_, standings_, sessions_, orgs_}};
  Authenticator authenticator_{{&operator_, &api_key_, &session_}};
};

TEST_F(Authentication, OperatorNamesTheOrg) {
  const std::string token = std::string("Bearer ") + kOperatorToken;
  const Request without = authenticated({{"Authorization", token}});
  EXPECT_EQ(without.principal.to_string(), "operator");
  EXPECT_EQ(without.principal.roles, std::vector<std::string>{"operator"});
  EXPECT_FALSE(without.org_id);
  EXPECT_THROW(without.org(), Error);
  EXPECT_EQ(authenticated({{"Authorization", token}, {"Likeness-Org", "other"}}).org(), kOtherOrg);
  EXPECT_EQ(authenticated({{"Authorization", token}, {"Likeness-Org", kOrg.to_string()}}).org(), kOrg);
  EXPECT_EQ(refusal({{"Authorization", token}, {"Likeness-Org", "nowhere"}}), ErrorKind::not_found);
  EXPECT_EQ(refusal({{"Authorization", token}, {"Likeness-Org", "org_nonsense"}}), ErrorKind::invalid_argument);
}

TEST_F(Authentication, MemberActsOnTheTokensOrg) {
  const Request request = authenticated({{"Authorization", "bearer  viewer "}});
  EXPECT_EQ(request.principal.to_string(), "user:usr_01900000-0000-7000-8000-000000000003");
  EXPECT_EQ(request.principal.roles, std::vector<std::string>{"viewer"});
  EXPECT_EQ(request.org(), kOrg);
  EXPECT_EQ(authenticated({{"Authorization", "Bearer viewer"}, {"Likeness-Org", "shop"}}).org(), kOrg);
  EXPECT_EQ(refusal({{"Authorization", "Bearer viewer"}, {"Likeness-Org", "other"}}), ErrorKind::not_found);
  EXPECT_EQ(refusal({{"Authorization", "Bearer viewer"}, {"Likeness-Org", kOtherOrg.to_string()}}),
            ErrorKind::not_found);
}

TEST_F(Authentication, ApiKeyActsOnItsOrgWithItsScopes) {
  const std::string header = std::string("Bearer ") + kApiKey;
  const Request request = authenticated({{"Authorization", header}});
  EXPECT_EQ(request.principal.to_string(), "key:key_01900000-0000-7000-8000-000000000004");
  EXPECT_EQ(request.principal.roles, std::vector<std::string>{"editor"});
  EXPECT_EQ(request.principal.allowed_origins, std::vector<std::string>{kPage});
  EXPECT_EQ(request.org(), kOrg);
  EXPECT_EQ(refusal({{"Authorization", header}, {"Likeness-Org", "other"}}), ErrorKind::not_found);
  EXPECT_EQ(refusal({{"Authorization", "Bearer lk_key_of-nobody"}}), ErrorKind::unauthenticated);
}

TEST_F(Authentication, ARevokedApiKeyIsRefusedAtOnce) {
  const std::string header = std::string("Bearer ") + kApiKey;
  for (int i = 0; i < 3; ++i) authenticated({{"Authorization", header}});
  EXPECT_EQ(keys_.looked_up, 1);
  keys_.revoked = true;
  standings_.changes(api_key_subject(kApiKey));
  EXPECT_EQ(refusal({{"Authorization", header}}), ErrorKind::unauthenticated);
}

TEST_F(Authentication, AnythingElseIsRefused) {
  EXPECT_EQ(refusal({}), ErrorKind::unauthenticated);
  for (const char* header : {"", "Bearer", "Bearer ", "Basic dmlld2Vy", "viewer", "Bearer lk_op_secre",
                             "Bearer lk_op_secret2", "Bearer lk_op_", "Bearer viewer2"})
    EXPECT_EQ(refusal({{"Authorization", header}}), ErrorKind::unauthenticated) << header;
}

TEST_F(Authentication, EmptyOperatorTokenAdmitsNobody) {
  const OperatorCredential nobody("", orgs_);
  const Authenticator closed({&nobody});
  for (const char* header : {"Bearer ", "Bearer lk_op_", "Bearer viewer"}) {
    Request request;
    request.headers.add("Authorization", header);
    EXPECT_THROW(closed.authenticate(request), Error) << header;
  }
}

TEST_F(Authentication, TheRoleIsThatOfThisMoment) {
  authenticated({{"Authorization", "Bearer viewer"}});
  const Request request = authenticated({{"Authorization", "Bearer viewer"}});
  EXPECT_EQ(request.principal.session_id->to_string(), "ses_01900000-0000-7000-8000-000000000003");
  EXPECT_EQ(sessions_.asked, 1) << "the second time the words are known";
  standings_.changes(member_subject(kOrg, *request.principal.user_id));
  sessions_.all_members = false;
  EXPECT_EQ(refusal({{"Authorization", "Bearer viewer"}}), ErrorKind::unauthenticated);
  sessions_.all_members = true;
  authenticated({{"Authorization", "Bearer viewer"}});
  standings_.changes(session_subject(*request.principal.session_id));
  sessions_.all_open = false;
  EXPECT_EQ(refusal({{"Authorization", "Bearer viewer"}}), ErrorKind::unauthenticated);
  sessions_.all_open = true;
  authenticated({{"Authorization", "Bearer viewer"}});
  standings_.changes(org_subject(kOrg));
  const int asked = sessions_.asked;
  authenticated({{"Authorization", "Bearer viewer"}});
  EXPECT_EQ(sessions_.asked, asked + 1) << "an org that changes is asked for";
}

}  // namespace
}  // namespace likeness::gateway::test
