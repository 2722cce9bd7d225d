#include "gateway/audit_notes.hpp"

#include <nlohmann/json.hpp>

namespace likeness::gateway {

void AuditNotes::set_object(std::string kind, std::string id) {
  object_kind = std::move(kind);
  object_id = std::move(id);
}

void AuditNotes::set_before(nlohmann::json document) {
  before = std::make_shared<const nlohmann::json>(std::move(document));
}

void AuditNotes::set_after(nlohmann::json document) {
  after = std::make_shared<const nlohmann::json>(std::move(document));
}

}  // namespace likeness::gateway
