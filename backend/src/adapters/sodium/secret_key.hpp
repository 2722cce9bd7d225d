#pragma once

#include <filesystem>

#include "base/bytes.hpp"

namespace likeness {

/// The server's key of 32 bytes, from <directory>/secrets.key (64 hex digits, 0600), which is made where it is missing;
/// two processes that start at once get the same key. Where `named_file` is not empty, that file is read instead and
/// never made. Error{unavailable} where the file cannot be read or written, Error{invalid_argument} where it holds no
/// key.
Bytes load_or_create_secret_key(const std::filesystem::path& directory, const std::filesystem::path& named_file);

/// Another key of 32 bytes, from a file of its own that is made and read in the same way.
Bytes load_or_create_key(const std::filesystem::path& file);

}  // namespace likeness
