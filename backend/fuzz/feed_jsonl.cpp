// Feeds of the format jsonl: see feed_input.hpp.
#include "feed_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  likeness::fuzz::read_feed("jsonl", {data, size});
  return 0;
}
