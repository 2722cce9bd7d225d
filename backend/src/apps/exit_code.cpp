#include "apps/exit_code.hpp"

#include <utility>

namespace likeness::apps {

ExitCode exit_code_of(ErrorKind kind) {
  switch (fault_of(kind)) {
    case Fault::caller:
    case Fault::data:
      return ExitCode::refused;
    case Fault::dependency:
      return ExitCode::unavailable;
    case Fault::ourselves:
      return ExitCode::internal;
    case Fault::nobody:
      return ExitCode::ok;
  }
  std::unreachable();
}

}  // namespace likeness::apps
