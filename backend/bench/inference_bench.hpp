#pragma once

#include <filesystem>

namespace likeness::bench {

/// Where models are looked for: what LIKENESS_PACK and LIKENESS_DETECTOR name, else build/packs/lite and
/// ../shared/models/yolox_nano.onnx as seen from the source tree that the program was built in.
std::filesystem::path pack_directory();
std::filesystem::path detector_file();

/// Registers what the models found here allow; says on standard error what is not measured.
void register_inference();

}  // namespace likeness::bench
