#pragma once

namespace likeness::apps {

/// "0.1.0", and the commit that the program was built from, both set by the build.
extern const char* const kVersion;
extern const char* const kCommit;

}  // namespace likeness::apps
