#include "ingest/pull/feed_credentials.hpp"

#include <gmock/gmock.h>

namespace likeness::ingest {
namespace {

const OrgId kOrg = OrgId::generate();

/// Turns text around: enough to tell sealed from open, and whose it is.
class ToyBox final : public SecretBox {
 public:
  Bytes seal(const std::string& secret, const std::string& context) override {
    const std::string text = context + "|" + secret;
    return {text.rbegin(), text.rend()};
  }
  std::string open(std::span<const std::uint8_t> sealed, const std::string& context) override {
    const std::string text(sealed.rbegin(), sealed.rend());
    if (!text.starts_with(context + "|")) throw Error(ErrorKind::corrupt_data, "not here");
    return text.substr(context.size() + 1);
  }
};

TEST(FeedCredentials, AreSealedForOneFeedOfOneOrg) {
  ToyBox box;
  const auto feed = SourceId::generate();
  const auto sealed = seal_credentials(box, kOrg, feed, {"basic", "shop", "a\tb"});
  const auto opened = open_credentials(box, kOrg, feed, sealed);
  EXPECT_EQ(opened.kind, "basic");
  EXPECT_EQ(opened.name, "shop");
  EXPECT_EQ(opened.secret, "a\tb");
  EXPECT_THROW(open_credentials(box, kOrg, SourceId::generate(), sealed), Error);
  EXPECT_THROW(open_credentials(box, OrgId::generate(), feed, sealed), Error);
  EXPECT_TRUE(seal_credentials(box, kOrg, feed, {}).empty());
  EXPECT_EQ(open_credentials(box, kOrg, feed, {}).kind, "none");
}

TEST(FeedCredentials, WhatCannotBeSentIsRefused) {
  for (const FeedCredentials& good :
       {FeedCredentials{}, FeedCredentials{"basic", "shop", "p:w"}, FeedCredentials{"bearer", "", "t"},
        FeedCredentials{"header", "X-Key", "v"}, FeedCredentials{"header", "Authorization", "Token v"}})
    EXPECT_NO_THROW(check_credentials(good)) << good.kind;
  for (const FeedCredentials& bad :
       {FeedCredentials{"basic", "", "p"}, FeedCredentials{"basic", "a:b", "p"}, FeedCredentials{"basic", "a", ""},
        FeedCredentials{"bearer", "", "t\r\nX-Evil: 1"}, FeedCredentials{"header", "", "v"},
        FeedCredentials{"header", "X Key", "v"}, FeedCredentials{"header", "X-Key:", "v"},
        FeedCredentials{"header", "Host", "v"}, FeedCredentials{"header", "content-LENGTH", "v"},
        FeedCredentials{"bearer", "", std::string(5000, 'x')}})
    EXPECT_THROW(check_credentials(bad), Error) << bad.kind << " " << bad.name;
}

}  // namespace
}  // namespace likeness::ingest
