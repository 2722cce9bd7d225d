// Bodies of every operation that takes JSON, held to the contract. The first byte chooses the operation.
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "gateway/contract.hpp"
#include "gateway/router.hpp"

namespace {

using namespace likeness;
using namespace likeness::gateway;

struct Operations {
  Contract contract{Contract::embedded_document()};
  std::vector<const Operation*> with_json;

  Operations() {
    for (const auto& operation : contract.operations())
      for (const auto& type : operation.content_types)
        if (type == "application/json") with_json.push_back(&operation);
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Operations operations;
  if (size == 0) return 0;
  const auto& operation = *operations.with_json[data[0] % operations.with_json.size()];
  Request request;
  request.body.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  request.body_bytes = request.body.size();
  try {
    const auto faults = operations.contract.check_json_body(operation, request);
    for (const auto& fault : faults)
      if (fault.message.empty() || !is_valid_utf8(fault.field) || !is_valid_utf8(fault.message)) std::abort();
    if (faults.empty() && operation.body_required && !request.json().is_object()) std::abort();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::invalid_argument) std::abort();
  }
  return 0;
}
