// Lines of a batch of changes: what is read is text in UTF-8 with an id, and what the normalizer makes of it holds.
#include <cstdint>
#include <span>
#include <string_view>

#include "feed_input.hpp"
#include "ingest/feed/change_reader.hpp"
#include "ingest/normalize/normalize.hpp"

namespace {

using namespace likeness;
using fuzz::require;
using Kind = ingest::ProductChange::Kind;

void require_told(const std::vector<ImportFault>& faults) {
  require(!faults.empty() && faults.size() <= ingest::ChangeReader::kFaultsMax);
  for (const auto& fault : faults) require(!fault.reason.empty() && is_valid_utf8(fault.value));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static ingest::ChangeReader reader;
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  const auto head = ingest::ChangeReader::read_head(1, line);
  const auto change = reader.read(1, line);
  if (!head) {
    require_told(head.error());
    require(!change);
    return 0;
  }
  if (!change) {
    require_told(change.error());
    return 0;
  }
  require(change->external_id == head->external_id && change->kind == head->kind && is_valid_utf8(head->external_id));
  require(change->rows.empty() == (change->kind == Kind::erase));
  const PriceStyle prices{.currency = "EUR", .mark = DecimalMark::point};
  for (const auto& row : change->rows) {
    if (change->kind == Kind::patch) {
      ingest::normalize_offer(row.values, prices);
      continue;
    }
    for (const auto& made : ingest::normalize(row.values, prices).rows)
      require(made.product_external_id == change->external_id && is_valid_utf8(made.title));
  }
  return 0;
}
