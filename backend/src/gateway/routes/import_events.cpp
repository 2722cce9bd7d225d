#include <fmt/format.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "gateway/routes/routes.hpp"
#include "gateway/routes/views.hpp"

namespace likeness::gateway {
namespace {

struct ImportState {
  std::string id;  ///< equal for equal states
  std::string text;
  bool over = false;
};

ImportState read_state(Services& services, OrgId org, ImportId id) {
  const auto import = services.imports.import(org, id);
  auto text = view(import).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  auto event_id = fmt::format("{:016x}", std::hash<std::string>{}(text));
  return {std::move(event_id), std::move(text), import.finished_at.has_value()};
}

/// Tells of an import's progress until it is over. A state that the client knows already is not sent again.
class ImportProgress {
 public:
  ImportProgress(Services& services, OrgId org, ImportId id, std::string known_id)
      : services_(services), org_(org), id_(id), known_id_(std::move(known_id)) {}

  EventPiece next() {
    try {
      const auto state = read_state(services_, org_, id_);
      if (state.id == known_id_) return {{}, state.over};
      known_id_ = state.id;
      return {event_text(state.over ? "done" : "progress", state.id, state.text), state.over};
    } catch (const Error& error) {
      // The database may come back; the import, with its org, does not.
      return {{}, error.kind() == ErrorKind::not_found};
    } catch (...) {
      return {{}, true};
    }
  }

 private:
  Services& services_;
  const OrgId org_;
  const ImportId id_;
  std::string known_id_;
};

Response watch_import(Services& services, const Request& request) {
  const auto org = request.org();
  const auto id = ImportId::parse(request.path_parameter("import_id"));
  const std::string known_id(request.headers.get("Last-Event-ID"));
  const auto state = read_state(services, org, id);
  // 204 is what tells an EventSource not to come back.
  if (state.over && state.id == known_id) return Response::empty();
  const auto progress = std::make_shared<ImportProgress>(services, org, id, known_id);
  return Response::event_stream({[progress] { return progress->next(); }, services.event_interval});
}

}  // namespace

std::vector<Route> import_event_routes(Services& services) {
  return {{"GET", "/v1/imports/{import_id}/events", "watchImport",
           [&services](const Request& request) { return watch_import(services, request); }}};
}

}  // namespace likeness::gateway
