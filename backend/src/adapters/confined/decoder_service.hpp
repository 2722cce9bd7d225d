#pragma once

#include <functional>
#include <memory>

#include "adapters/confined/decoder_protocol.hpp"

namespace likeness {

using MakeCodec = std::function<std::unique_ptr<ImageCodec>(const DecoderSetup&)>;

/// The work of a decoding process, over the socket that is its standard input: takes the setup, makes the codec and
/// warms it up, confines the process, then answers requests until the other end is closed.
void serve_decoder(int socket, const MakeCodec& make_codec);

}  // namespace likeness
