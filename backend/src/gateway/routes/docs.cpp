#include <algorithm>

#include "gateway/routes/docs_assets.hpp"
#include "gateway/routes/routes.hpp"

namespace likeness::gateway {
namespace {

// The viewer sets styles on elements as it draws; everything else comes from our own files, and nothing leaves for
// another host.
constexpr const char* kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src "
    "'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The text with its tag, or 304 to a client that has it already.
Response tagged(const Request& request, std::string_view media_type, std::string_view tag, std::string_view body) {
  const bool known = request.headers.get("If-None-Match") == tag;
  auto response = known ? Response() : Response::text(200, std::string(media_type), std::string(body));
  if (known) response.status = 304;
  return std::move(response).with("ETag", std::string(tag)).with("Cache-Control", "no-cache");
}

Response docs_file(const Request& request, std::string_view name) {
  const auto assets = docs_assets();
  const auto asset = std::ranges::find(assets, name, &DocsAsset::name);
  if (asset == assets.end()) throw Error(ErrorKind::not_found, "the page has no file " + std::string(name));
  return tagged(request, asset->media_type, asset->tag, asset->body)
      .with("Content-Security-Policy", kPolicy)
      .with("Referrer-Policy", "no-referrer");
}

}  // namespace

std::vector<Route> docs_routes(Services& services) {
  return {{"GET", "/v1/openapi.json", "getOpenApi",
           [&services](const Request& request) {
             return tagged(request, "application/json", services.openapi_tag, services.openapi_document);
           }},
          {"GET", "/docs", "getDocs", [](const Request& request) { return docs_file(request, ""); }},
          {"GET", "/docs/{file}", "getDocsFile",
           [](const Request& request) { return docs_file(request, request.path_parameter("file")); }}};
}

}  // namespace likeness::gateway
