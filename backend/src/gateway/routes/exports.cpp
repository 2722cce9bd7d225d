#include "gateway/routes/org_operation_json.hpp"
#include "gateway/routes/routes.hpp"

namespace likeness::gateway {
namespace {

OrgOperation find_export(Services& services, const Request& request) {
  return services.org_operations.operation(request.org(), OrgOperationKind::export_archive,
                                           OrgOperationId::parse(request.path_parameter("operation_id")));
}

Response create_export(Services& services, const Request& request) {
  const auto made = services.org_operations.request_export(request.org(), request.principal.to_string());
  return Response::json(202, view(made)).with("Location", "/v1/exports/" + made.id.to_string());
}

Response list_exports(Services& services, const Request& request) {
  return Response::json(
      200, view(services.org_operations.operations(request.org(), OrgOperationKind::export_archive,
                                                   services.cursors.id<OrgOperationId>(request), request.page_limit()),
                "exports", services.cursors, request));
}

Response download_archive(Services& services, const Request& request) {
  const auto made = find_export(services, request);
  if (made.state == "expired") throw Error(ErrorKind::gone, "the archive's time is up: make another export");
  if (made.state != "done")
    throw Error(ErrorKind::conflict, "the export is " + made.state + ": there is no archive of it");
  const auto bytes = nlohmann::json::parse(made.result).at("bytes").get<std::uint64_t>();
  return Response::stream("application/zip", services.objects.reader(request.org(), export_key(made.id)), bytes)
      .with("Content-Disposition", "attachment; filename=\"" + made.id.to_string() + ".zip\"");
}

}  // namespace

std::vector<Route> export_routes(Services& services) {
  const auto with = handlers_with(services);
  return {{"POST", "/v1/exports", "createExport", with(create_export)},
          {"GET", "/v1/exports", "listExports", with(list_exports)},
          {"GET", "/v1/exports/{operation_id}", "getExport",
           [&services](const Request& request) { return Response::json(200, view(find_export(services, request))); }},
          {"GET", "/v1/exports/{operation_id}/archive", "downloadExport", with(download_archive)}};
}

}  // namespace likeness::gateway
