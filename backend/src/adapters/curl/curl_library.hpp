#pragma once

namespace likeness {

/// Initialises libcurl once for the process, and ignores SIGPIPE where nobody has decided about it: TLS libraries write
/// without MSG_NOSIGNAL. Error{internal} where libcurl does not start. Thread-safe.
void start_curl();

}  // namespace likeness
