#pragma once

#include "adapters/confined/decoder_link.hpp"

namespace likeness::apps {

/// Runs `likeness decode` on the socket, from the very file that this process runs from, even where that was replaced.
StartedDecoder start_decoder_process(int socket);

}  // namespace likeness::apps
