// What a search asks for, filters included: a body that the contract lets through is read, or refused with a reason.
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "base/error.hpp"
#include "base/text.hpp"
#include "gateway/contract.hpp"
#include "gateway/routes/search_json.hpp"

using namespace likeness;
using namespace likeness::gateway;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Contract contract{Contract::embedded_document()};
  static const Operation& operation = *contract.find("searchByImageAndText");
  Request request;
  request.body.assign(reinterpret_cast<const char*>(data), size);
  request.body_bytes = size;
  try {
    if (!contract.check_json_body(operation, request).empty()) return 0;
    const auto wanted = read_search_request(request.json(), "EUR");
    if (!is_valid_utf8(wanted.text) || wanted.limit < 1) std::abort();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::invalid_argument) std::abort();
  }
  return 0;
}
