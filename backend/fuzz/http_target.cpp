// Paths and queries: whatever is decoded is UTF-8 without NUL, and a path finds one route at most.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/error.hpp"
#include "base/text.hpp"
#include "gateway/router.hpp"

namespace {

using namespace likeness;
using namespace likeness::gateway;

Route route(const char* pattern) {
  return {.method = "GET", .pattern = pattern, .operation_id = pattern, .handler = {}, .sink = {}};
}

void require_text(const std::string& text) {
  if (!is_valid_utf8(text) || text.contains('\0')) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Router router({route("/v1/products"), route("/v1/products/{product_id}"), route("/v1/{a}/{b}/{c}"),
                              route("/v1/images/{image_id}/thumbnails/{size_px}"), route("/")});
  const std::string target(reinterpret_cast<const char*>(data), size);
  const auto question = target.find('?');
  try {
    if (const auto match = router.match("GET", target.substr(0, question)); match && match->route)
      for (const auto& [name, value] : match->path_parameters) require_text(value);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::invalid_argument) std::abort();
  }
  try {
    if (question != std::string::npos)
      for (const auto& [name, value] : parse_query(target.substr(question + 1))) {
        require_text(name);
        require_text(value);
      }
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::invalid_argument) std::abort();
  }
  return 0;
}
