#include "adapters/vips/vips_runtime.hpp"

#include <vips/vector.h>

#include <mutex>

#include "base/error.hpp"
#include "base/log.hpp"

namespace likeness {
namespace {

constexpr const char* kAllowedLoaders[] = {
    "VipsForeignLoadJpegBuffer",  "VipsForeignLoadPngBuffer",  "VipsForeignLoadWebpBuffer",
    "VipsForeignLoadNsgifBuffer", "VipsForeignLoadTiffBuffer", "VipsForeignLoadHeifBuffer",
};

void write_log(const gchar*, GLogLevelFlags, const gchar* message, gpointer) { log::debug("libvips: {}", message); }

void initialise() {
  if (VIPS_INIT("likeness") != 0) throw Error(ErrorKind::internal, "libvips cannot start");
  g_log_set_handler("VIPS", static_cast<GLogLevelFlags>(G_LOG_LEVEL_MASK | G_LOG_FLAG_RECURSION), write_log, nullptr);
  vips_concurrency_set(1);
  vips_cache_set_max(0);
  vips_cache_set_max_mem(0);
  vips_cache_set_max_files(0);
  vips_block_untrusted_set(TRUE);
  vips_operation_block_set("VipsForeignLoad", TRUE);
  for (const char* loader : kAllowedLoaders) vips_operation_block_set(loader, FALSE);
}

}  // namespace

void start_vips() {
  static std::once_flag once;
  std::call_once(once, initialise);
}

void forbid_machine_code() { vips_vector_set_enabled(FALSE); }

VipsHandle adopt(int status, VipsImage* const& image) {
  if (status == 0) return VipsHandle(image);
  vips_error_clear();
  return nullptr;
}

}  // namespace likeness
