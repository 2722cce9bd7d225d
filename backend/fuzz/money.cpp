// Prices as feeds write them: whatever is read is an amount that is written and read back as the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "domain/money.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto money = likeness::parse_money({reinterpret_cast<const char*>(data), size});
  if (!money) return 0;
  const auto again = likeness::parse_money(likeness::to_string(*money));
  if (money->minor < 0 || !again || !(*again == *money)) std::abort();
  return 0;
}
