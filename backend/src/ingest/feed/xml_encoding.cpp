#include "ingest/feed/xml_encoding.hpp"

#include "base/text.hpp"

namespace likeness::ingest {
namespace {

// https://encoding.spec.whatwg.org/#index-windows-1252; -1 for the five bytes that stand for nothing.
constexpr int kFrom80[] = {0x20AC, -1,     0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                           0x2039, 0x0152, -1,     0x017D, -1,     -1,     0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                           0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, -1,     0x017E, 0x0178};

}  // namespace

int know_windows_1252(void*, const XML_Char* name, XML_Encoding* encoding) {
  if (!equals_ignoring_case(name, "windows-1252") && !equals_ignoring_case(name, "cp1252") &&
      !equals_ignoring_case(name, "latin1"))
    return XML_STATUS_ERROR;
  for (int byte = 0; byte < 256; ++byte) encoding->map[byte] = byte;
  for (int i = 0; i < 32; ++i) encoding->map[0x80 + i] = kFrom80[i];
  encoding->data = nullptr;
  encoding->convert = nullptr;
  encoding->release = nullptr;
  return XML_STATUS_OK;
}

}  // namespace likeness::ingest
