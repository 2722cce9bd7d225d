#include "apps/decoder_process.hpp"

#include "adapters/process/child_process.hpp"

namespace likeness::apps {

StartedDecoder start_decoder_process(int socket) {
  ChildOptions options{.arguments = {"/proc/self/exe", "decode"}};
  options.input_descriptor = socket;
  auto process = std::make_shared<ChildProcess>(options);
  return {process->pid(), process};
}

}  // namespace likeness::apps
