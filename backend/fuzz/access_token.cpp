// Access tokens: nothing but the one that was issued is accepted.
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "adapters/jwt/jwt_access_tokens.hpp"
#include "base/error.hpp"

namespace {

using namespace likeness;

struct Issuer {
  Issuer() {
    directory = std::filesystem::temp_directory_path() / ("likeness-fuzz-" + std::to_string(getpid()));
    std::filesystem::create_directories(directory);
  }
  ~Issuer() { std::filesystem::remove_all(directory); }
  std::filesystem::path directory;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Issuer issuer;
  static JwtAccessTokens tokens({load_or_create_signing_key(issuer.directory)}, "likeness", "likeness-api");
  static const std::string good =
      tokens.issue({UserId::generate(), OrgId::generate(), SessionId::generate(), now() + std::chrono::hours(24)});
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  // A good token with a piece of it replaced goes deeper than bytes that have nothing of one.
  std::string token = bytes;
  if (size > 3 && data[0] % 2 == 0)
    token = std::string(good).replace(data[1] * good.size() / 256, data[2] % 16, bytes.substr(3));
  try {
    tokens.verify(token);
    if (token != good) std::abort();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::unauthenticated) std::abort();
  }
  return 0;
}
