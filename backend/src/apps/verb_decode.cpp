#include <unistd.h>

#include "adapters/confined/decoder_service.hpp"
#include "adapters/vips/vips_image_codec.hpp"
#include "apps/context.hpp"

namespace likeness::apps {
namespace {

ExitCode run() {
  serve_decoder(STDIN_FILENO, [](const DecoderSetup& setup) {
    return std::make_unique<VipsImageCodec>(setup.limits, setup.decode_time_max, Vectors::interpreted);
  });
  // Not by way of libraries that would clean up with system calls that are refused by now.
  ::_exit(0);
}

}  // namespace

void add_decode(CLI::App& app, Context& context) {
  app.add_subcommand("decode", "what the server runs to decode photos")->group("")->callback([&context] {
    context.run = [] { return run(); };
  });
}

}  // namespace likeness::apps
