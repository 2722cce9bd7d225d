#include "gateway/principal.hpp"

#include <utility>

namespace likeness::gateway {

std::string Principal::to_string() const {
  switch (kind) {
    case Kind::nobody:
      return "nobody";
    case Kind::operator_token:
      return "operator";
    case Kind::user:
      return "user:" + user_id.value().to_string();
    case Kind::api_key:
      return "key:" + api_key_id.value().to_string();
  }
  std::unreachable();
}

}  // namespace likeness::gateway
