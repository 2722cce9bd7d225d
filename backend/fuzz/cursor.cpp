// Cursors of lists: nothing but one that was given out, for the same org, list and filters, is accepted.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "adapters/sodium/sodium_text_signer.hpp"
#include "base/error.hpp"
#include "gateway/cursor.hpp"

using namespace likeness;
using namespace likeness::gateway;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static SodiumTextSigner signer(Bytes(32, 7));
  static const Cursors cursors(signer);
  static const std::string position = "prd_01900000-0000-7000-8000-000000000001";
  Request request;
  request.path = "/v1/products";
  request.query = {{"stage", "download"}};
  request.org_id = OrgId::parse("org_01900000-0000-7000-8000-000000000001");
  const std::string good = cursors.next(request, position);
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  // A good cursor with a piece of it replaced, or asked for elsewhere, goes deeper than bytes that have nothing of one.
  std::string cursor = bytes;
  bool elsewhere = false;
  if (size > 3 && data[0] % 2 == 0) {
    cursor = std::string(good).replace(data[1] * good.size() / 256, data[2] % 16, bytes.substr(3));
  } else if (size > 2) {
    cursor = good;
    elsewhere = true;
    (data[1] % 2 == 0 ? request.path : request.query["stage"]) += bytes.substr(2);
  }
  request.query["cursor"] = cursor;
  try {
    if (cursors.position(request).value_or(position) != position) std::abort();
    if (!cursor.empty() && (cursor != good || elsewhere)) std::abort();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::invalid_argument || (cursor == good && !elsewhere)) std::abort();
  }
  return 0;
}
