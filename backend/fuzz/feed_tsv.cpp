// Feeds of the format tsv: see feed_input.hpp.
#include "feed_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  likeness::fuzz::read_feed("tsv", {data, size});
  return 0;
}
