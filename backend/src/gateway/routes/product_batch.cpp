#include "ingest/product_batch.hpp"

#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "gateway/problem_type.hpp"
#include "gateway/routes/routes.hpp"

namespace likeness::gateway {
namespace {

using ingest::ChangeResult;
using nlohmann::json;

std::string to_word(ChangeResult::Status status) {
  switch (status) {
    case ChangeResult::Status::created:
      return "created";
    case ChangeResult::Status::updated:
      return "updated";
    case ChangeResult::Status::unchanged:
      return "unchanged";
    case ChangeResult::Status::deleted:
      return "deleted";
    case ChangeResult::Status::failed:
      return "failed";
  }
  std::unreachable();
}

json view_faults(const std::vector<ImportFault>& faults) {
  json list = json::array();
  for (const auto& fault : faults)
    list.push_back({{"field", fault.field}, {"value", fault.value}, {"reason", fault.reason}});
  return list;
}

/// Hints among the faults of a line that failed say nothing of why.
json view_error(const ChangeResult& result) {
  std::vector<ImportFault> faults;
  for (const auto& fault : result.faults)
    if (!fault.row_kept) faults.push_back(fault);
  const auto& first = faults.front();
  std::string detail = first.reason;
  if (!first.value.empty()) detail = fmt::format("\"{}\" {}", first.value, detail);
  if (!first.field.empty()) detail = fmt::format("{} {}", first.field, detail);
  if (faults.size() > 1) detail += fmt::format(" (and {} more)", faults.size() - 1);
  const auto type =
      *result.problem == ErrorKind::forbidden ? problem_types::kQuotaExceeded : problem_type_of(*result.problem);
  return {
      {"type", fmt::format("urn:likeness:problem:{}", type.slug)}, {"detail", detail}, {"errors", view_faults(faults)}};
}

json view(const ChangeResult& result) {
  json line{{"line", result.line}, {"status", to_word(result.status)}};
  if (result.id) line["id"] = result.id->to_string();
  if (result.status == ChangeResult::Status::failed)
    line["error"] = view_error(result);
  else if (!result.faults.empty())
    line["hints"] = view_faults(result.faults);
  return line;
}

json counts(const std::vector<ChangeResult>& results) {
  json counted = json::object();
  for (const auto& result : results) {
    auto& count = counted[to_word(result.status)];
    count = count.is_null() ? 1 : count.get<long>() + 1;
  }
  return counted;
}

void follow_in_index(Services& services, OrgId org, const ingest::BatchOutcome& outcome) {
  if (!outcome.removed_vectors.empty()) services.index.remove(org, services.pack.key, outcome.removed_vectors);
  if (!outcome.removed.empty()) services.index.remove_products(org, services.pack.key, outcome.removed);
  if (!outcome.touched.empty())
    services.index.put_columns(org, services.pack.key, services.catalog.filter_columns(org, outcome.touched));
}

std::string currency_of(Services& services, OrgId org) {
  const auto facts = services.identities.org(org);
  if (!facts) throw Error(ErrorKind::not_found, "there is no org " + org.to_string());
  return facts->currency;
}

Response change_products(Services& services, const Request& request) {
  const auto org = request.org();
  const auto source = request.query_parameter("source").value_or("api");
  ingest::ProductBatch batch({services.catalog, services.catalog_sweep, services.imports}, org, source,
                             currency_of(services, org), services.batch_limits);
  const auto outcome = std::make_shared<const ingest::BatchOutcome>(batch.run(request.body));
  if (outcome->results.empty()) throw Error(ErrorKind::invalid_argument, "the body has no line", "body");
  request.audit->set_after({{"source", source}, {"lines", counts(outcome->results)}});
  services.unit_of_work.after_commit([&services, org, outcome] { follow_in_index(services, org, *outcome); });
  std::string lines;
  for (const auto& result : outcome->results)
    lines += view(result).dump(-1, ' ', /*ensure_ascii=*/false, json::error_handler_t::replace) + "\n";
  auto response = Response::text(200, "application/jsonl", std::move(lines));
  if (outcome->import) response.headers.set("Location", "/v1/imports/" + outcome->import->to_string());
  return response;
}

}  // namespace

std::vector<Route> product_batch_routes(Services& services) {
  return {{"POST", "/v1/products:batch", "changeProducts",
           [&services](const Request& request) { return change_products(services, request); }, BodyKind::lines}};
}

}  // namespace likeness::gateway
