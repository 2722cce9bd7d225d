#include <nlohmann/json.hpp>

#include "domain/object_keys.hpp"
#include "gateway/routes/fault_csv.hpp"
#include "gateway/routes/routes.hpp"
#include "gateway/routes/views.hpp"
#include "ingest/feed/archive_feed.hpp"
#include "ingest/feed/attribute_names.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

/// Streams an uploaded feed into the object store.
class FeedSink final : public BodySink {
 public:
  FeedSink(Services& services, OrgId org)
      : objects_(services.objects), org_(org), key_(feed_key(Uuid::generate())), writer_(objects_.writer(org, key_)) {}

  void write(std::span<const std::uint8_t> piece) override {
    if (first_) is_archive_ = ingest::is_zip(piece);
    first_ = false;
    writer_->write(piece);
  }
  bool is_archive() const { return is_archive_; }
  /// Makes the feed durable and returns its key.
  std::string finish() {
    writer_->finish();
    return key_;
  }

 private:
  ObjectStore& objects_;
  OrgId org_;
  std::string key_;
  std::unique_ptr<ObjectWriter> writer_;
  bool first_ = true;
  bool is_archive_ = false;
};

ImportId import_id(const Request& request) { return ImportId::parse(request.path_parameter("import_id")); }

/// The mapping is checked before the feed is taken, so that a typing error costs no import.
ingest::ColumnMapping column_mapping(const Request& request) {
  const auto text = request.query_parameter("mapping");
  if (!text) return {};
  const auto document = json::parse(*text, nullptr, /*allow_exceptions=*/false);
  const auto is_text = [](const json& attribute) { return attribute.is_string(); };
  if (!document.is_object() || !std::ranges::all_of(document, is_text))
    throw Error(ErrorKind::invalid_argument,
                "mapping is not a JSON object of column names and attributes, such as {\"Produktname\": \"title\"}",
                "mapping");
  auto mapping = document.get<ingest::ColumnMapping>();
  ingest::AttributeNames checked(mapping);
  return mapping;
}

Response create_import(Services& services, const Request& request) {
  if (request.body_bytes == 0) throw Error(ErrorKind::invalid_argument, "the feed is empty", "body");
  ImportRequest wanted;
  wanted.source_name = request.query_parameter("source").value_or("default");
  wanted.filename = request.query_parameter("filename").value_or("");
  wanted.format = request.query_parameter("format").value_or("auto");
  if (wanted.format == "auto" && request.sink_as<FeedSink>().is_archive()) wanted.format = "zip";
  wanted.mapping = column_mapping(request);
  wanted.dry_run = request.query_boolean("dry_run").value_or(false);
  wanted.full = request.query_parameter("mode").value_or("full") == "full";
  wanted.mass_delete_allowed = request.query_boolean("allow_mass_delete").value_or(false);
  wanted.bytes = static_cast<long>(request.body_bytes);
  const auto org = request.org();
  services.quota_meter.take_storage(org, wanted.bytes);
  wanted.object_key = request.sink_as<FeedSink>().finish();
  const auto id = services.imports.create(org, wanted);
  request.audit->set_after({{"source", wanted.source_name},
                            {"filename", wanted.filename},
                            {"format", wanted.format},
                            {"bytes", wanted.bytes},
                            {"full", wanted.full},
                            {"dry_run", wanted.dry_run},
                            {"allow_mass_delete", wanted.mass_delete_allowed}});
  return Response::json(202, view(services.imports.import(org, id))).with("Location", "/v1/imports/" + id.to_string());
}

Response list_imports(Services& services, const Request& request) {
  const auto page =
      services.imports.imports(request.org(), services.cursors.id<ImportId>(request), request.page_limit());
  json document{{"imports", json::array()}};
  for (const auto& import : page.imports) document["imports"].push_back(view(import));
  if (page.next_after) document["next_cursor"] = services.cursors.next(request, page.next_after->to_string());
  return Response::json(200, document);
}

Response get_import(Services& services, const Request& request) {
  return Response::json(200, view(services.imports.import(request.org(), import_id(request))));
}

FaultPage fault_page(Services& services, const Request& request) {
  return services.imports.faults(request.org(), import_id(request), services.cursors.position(request).value_or(""),
                                 request.page_limit());
}

Response list_errors(Services& services, const Request& request) {
  const auto page = fault_page(services, request);
  json document{{"errors", json::array()}};
  for (const auto& fault : page.faults) document["errors"].push_back(view(fault));
  if (page.next_after) document["next_cursor"] = services.cursors.next(request, *page.next_after);
  return Response::json(200, document);
}

/// Pages, each bounded, that make one file when they are put together: only the first has the header.
Response download_errors(Services& services, const Request& request) {
  const auto page = fault_page(services, request);
  auto response =
      Response::text(200, "text/csv; charset=utf-8",
                     fault_csv(page.faults, /*with_header=*/!request.query_parameter("cursor")))
          .with("Content-Disposition", "attachment; filename=\"" + import_id(request).to_string() + "-errors.csv\"");
  if (page.next_after) response.headers.add("Likeness-Next-Cursor", services.cursors.next(request, *page.next_after));
  return response;
}

/// Runs `change` and says what it made of the import.
template <class Change>
Response controlled(Services& services, const Request& request, const Change& change) {
  const auto state = [&] { return view(services.imports.import(request.org(), import_id(request))); };
  request.audit->set_before({{"state", state().at("state")}});
  change();
  const auto after = state();
  request.audit->set_after({{"state", after.at("state")}});
  return Response::json(200, after);
}

Response pause_import(Services& services, const Request& request) {
  return controlled(services, request, [&] { services.imports.pause(request.org(), import_id(request)); });
}

Response resume_import(Services& services, const Request& request) {
  std::optional<bool> mass_delete_allowed;
  const auto& body = request.json();
  if (body.contains("allow_mass_delete")) mass_delete_allowed = body.at("allow_mass_delete").get<bool>();
  return controlled(services, request,
                    [&] { services.imports.resume(request.org(), import_id(request), mass_delete_allowed); });
}

Response cancel_import(Services& services, const Request& request) {
  return controlled(services, request, [&] { services.imports.cancel(request.org(), import_id(request)); });
}

Response list_wanted_files(Services& services, const Request& request) {
  json document{{"files", json::array()}};
  // Those of an archive are in it.
  if (services.imports.import(request.org(), import_id(request)).request.format == "zip")
    return Response::json(200, document);
  const auto page = services.imports.wanted_files(
      request.org(), import_id(request), services.cursors.position(request).value_or(""), request.page_limit());
  for (const auto& [path, sha256] : page.files) {
    json file{{"path", path}};
    if (!sha256.empty()) file["content_sha256"] = sha256;
    document["files"].push_back(std::move(file));
  }
  if (page.next_after) document["next_cursor"] = services.cursors.next(request, *page.next_after);
  return Response::json(200, document);
}

Response put_file(Services& services, const Request& request) {
  const auto org = request.org();
  const auto path = request.query_parameter("path").value_or("");
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(request.body.data());
  const auto stored = services.originals.store(org, {bytes, request.body.size()});
  if (!stored) {
    // Bytes that are no photo are the photo's end, not the request's alone: nothing better will come.
    services.imports.refuse_file(org, import_id(request), path, stored.error().message());
    throw stored.error();
  }
  services.imports.accept_file(org, import_id(request), path, *stored);
  return Response::empty();
}

Response report_missing_files(Services& services, const Request& request) {
  for (const auto& file : request.json().at("files"))
    services.imports.refuse_file(request.org(), import_id(request), file.at("path").get<std::string>(),
                                 file.at("reason").get<std::string>());
  return Response::empty();
}

}  // namespace

std::vector<Route> import_routes(Services& services) {
  const auto with = handlers_with(services);
  const auto sink = [&services](const Request& head) { return std::make_unique<FeedSink>(services, head.org()); };
  return {{"POST", "/v1/imports", "createImport", with(create_import), BodyKind::feed, sink},
          {"GET", "/v1/imports", "listImports", with(list_imports)},
          {"GET", "/v1/imports/{import_id}", "getImport", with(get_import)},
          {"GET", "/v1/imports/{import_id}/errors", "listImportErrors", with(list_errors)},
          {"GET", "/v1/imports/{import_id}/errors.csv", "downloadImportErrors", with(download_errors)},
          {"POST", "/v1/imports/{import_id}/pause", "pauseImport", with(pause_import)},
          {"POST", "/v1/imports/{import_id}/resume", "resumeImport", with(resume_import), BodyKind::json},
          {"POST", "/v1/imports/{import_id}/cancel", "cancelImport", with(cancel_import)},
          {"GET", "/v1/imports/{import_id}/wanted-files", "listWantedFiles", with(list_wanted_files)},
          {"PUT", "/v1/imports/{import_id}/files", "putImportFile", with(put_file), BodyKind::image},
          {"POST", "/v1/imports/{import_id}/missing-files", "reportMissingFiles", with(report_missing_files),
           BodyKind::json}};
}

}  // namespace likeness::gateway
