#include "adapters/curl/answer_status.hpp"

namespace likeness {

bool is_redirect(long status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Error status_error(const std::string& shown, long status) {
  const std::string message = shown + " answered " + std::to_string(status);
  if (status == 404 || status == 410) return {ErrorKind::not_found, message};
  if (status == 401 || status == 403) return {ErrorKind::forbidden, message};
  if (status == 408) return {ErrorKind::timeout, message};
  if (status == 425 || status == 429 || status >= 500 || status < 200) return {ErrorKind::unavailable, message};
  return {ErrorKind::invalid_argument, message};
}

}  // namespace likeness
