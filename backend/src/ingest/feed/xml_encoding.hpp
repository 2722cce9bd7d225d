#pragma once

#include <expat.h>

namespace likeness::ingest {

/// Expat's handler for encodings that it does not know itself: tells it of Windows-1252.
int know_windows_1252(void* data, const XML_Char* name, XML_Encoding* encoding);

}  // namespace likeness::ingest
