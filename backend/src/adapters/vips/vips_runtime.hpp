#pragma once

#include <vips/vips.h>

#include <memory>

namespace likeness {

struct VipsUnref {
  void operator()(VipsImage* image) const { g_object_unref(image); }
};
using VipsHandle = std::unique_ptr<VipsImage, VipsUnref>;

/// Starts libvips once per process: one thread an operation, no operation cache, every loader blocked but the buffer
/// readers of JPEG, PNG, WebP, GIF, TIFF and HEIF/AVIF. Throws Error{internal} where libvips cannot start. Thread-safe.
void start_vips();
/// libvips writes no machine code from now on: for processes without memory that can be executed.
void forbid_machine_code();
/// The handle of a libvips call with an output argument; empty after a failure, whose text is dropped, because it may
/// name files and belongs to all threads together. By reference, because the call that sets it is often the other
/// argument.
VipsHandle adopt(int status, VipsImage* const& image);

}  // namespace likeness
