#include <nlohmann/json.hpp>

#include "gateway/routes/routes.hpp"
#include "gateway/routes/views.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

constexpr int kRetriesPerTransaction = 500;
constexpr int kRetriesPerRequest = 10'000;

json view(const DeadLetter& letter) {
  json document{{"id", letter.id.to_string()},
                {"kind", to_string(letter.kind)},
                {"stage", letter.stage},
                {"error_kind", letter.error_kind},
                {"reason", letter.reason},
                {"tries", letter.tries},
                {"retryable", letter.retryable},
                {"import_id", letter.import_id.to_string()},
                {"died_at", to_iso8601(letter.died_at)}};
  if (letter.product_id) document["product_id"] = letter.product_id->to_string();
  if (letter.image_id) document["image_id"] = letter.image_id->to_string();
  if (!letter.location.empty()) document["location"] = letter.location;
  return document;
}

Response list_dead_letters(Services& services, const Request& request) {
  DeadLetterFilter filter;
  if (const auto import = request.query_parameter("import_id")) filter.import_id = ImportId::parse(*import);
  filter.stage = request.query_parameter("stage").value_or("");
  filter.error_kind = request.query_parameter("error_kind").value_or("");
  const auto page =
      services.dead_letters.list(request.org(), filter, services.cursors.id<JobId>(request), request.page_limit());
  json document{{"dead_letters", json::array()}};
  for (const auto& letter : page.letters) document["dead_letters"].push_back(view(letter));
  if (page.next_after) document["next_cursor"] = services.cursors.next(request, page.next_after->to_string());
  return Response::json(200, document);
}

Response retry_dead_letter(Services& services, const Request& request) {
  services.dead_letters.retry(request.org(), JobId::parse(request.path_parameter("job_id")));
  return Response::empty();
}

Response retry_dead_letters(Services& services, const Request& request) {
  DeadLetterFilter filter;
  const auto& wanted = request.json();
  if (wanted.contains("import_id")) filter.import_id = ImportId::parse(wanted["import_id"].get<std::string>());
  filter.stage = wanted.value("stage", "");
  filter.error_kind = wanted.value("error_kind", "");
  int retried = 0;
  bool more = true;
  while (more && retried < kRetriesPerRequest) {
    const int count = services.dead_letters.retry_all(request.org(), filter, kRetriesPerTransaction);
    retried += count;
    more = count == kRetriesPerTransaction;
  }
  return Response::json(200, {{"retried", retried}, {"more", more}});
}

}  // namespace

std::vector<Route> dead_letter_routes(Services& services) {
  const auto with = handlers_with(services);
  return {{"GET", "/v1/dead-letters", "listDeadLetters", with(list_dead_letters)},
          {"POST", "/v1/dead-letters/retry", "retryDeadLetters", with(retry_dead_letters), BodyKind::json},
          {"POST", "/v1/dead-letters/{job_id}/retry", "retryDeadLetter", with(retry_dead_letter)}};
}

}  // namespace likeness::gateway
