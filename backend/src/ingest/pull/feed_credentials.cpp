#include "ingest/pull/feed_credentials.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace likeness::ingest {
namespace {

constexpr std::size_t kNameBytesMax = 200;
constexpr std::size_t kSecretBytesMax = 4096;
constexpr std::string_view kTransferHeaders[] = {
    "accept-encoding",   "connection",    "content-length", "content-type",     "expect", "host",
    "if-modified-since", "if-none-match", "keep-alive",     "proxy-connection", "te",     "trailer",
    "transfer-encoding", "upgrade",       "range"};

[[noreturn]] void refuse(const char* field, const std::string& message) {
  throw Error(ErrorKind::invalid_argument, message, std::string("credentials.") + field);
}

bool has_control_characters(std::string_view text) {
  return std::ranges::any_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

bool is_header_name(std::string_view name) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::ranges::all_of(name, [&](unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           kMarks.find(static_cast<char>(c)) != std::string_view::npos;
  });
}

std::string context_of(OrgId org, SourceId feed) {
  return "feed-credentials " + org.to_string() + " " + feed.to_string();
}

}  // namespace

void check_credentials(const FeedCredentials& credentials) {
  const auto& [kind, name, secret] = credentials;
  if (kind == "none") return;
  if (secret.empty()) refuse("secret", "the secret is missing");
  if (secret.size() > kSecretBytesMax) refuse("secret", "the secret is longer than 4,096 bytes");
  if (has_control_characters(secret)) refuse("secret", "the secret holds control characters");
  if (name.size() > kNameBytesMax) refuse("name", "the name is longer than 200 bytes");
  if (has_control_characters(name)) refuse("name", "the name holds control characters");
  if (kind == "basic" && (name.empty() || name.find(':') != std::string::npos))
    refuse("name", "basic credentials need a user name without a colon");
  if (kind != "header") return;
  if (!is_header_name(name)) refuse("name", "\"" + name + "\" is not the name of a header");
  if (std::ranges::find(kTransferHeaders, to_lower(name)) != std::end(kTransferHeaders))
    refuse("name", "the header " + name + " belongs to the transfer and cannot be set");
}

Bytes seal_credentials(SecretBox& box, OrgId org, SourceId feed, const FeedCredentials& credentials) {
  if (credentials.kind == "none") return {};
  return box.seal(credentials.kind + "\n" + credentials.name + "\n" + credentials.secret, context_of(org, feed));
}

FeedCredentials open_credentials(SecretBox& box, OrgId org, SourceId feed, const Bytes& sealed) {
  if (sealed.empty()) return {};
  const std::string text = box.open(sealed, context_of(org, feed));
  const auto first = text.find('\n'), second = text.find('\n', first + 1);
  if (first == std::string::npos || second == std::string::npos)
    throw Error(ErrorKind::corrupt_data, "the credentials of the feed are broken: give them again", "credentials");
  return {text.substr(0, first), text.substr(first + 1, second - first - 1), text.substr(second + 1)};
}

}  // namespace likeness::ingest
