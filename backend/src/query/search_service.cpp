#include "query/search_service.hpp"

namespace likeness::query {

SearchAnswer SearchService::search(OrgId org, const std::string& principal, const SearchRequest& request) {
  const Stopwatch total;
  std::map<std::string, double> step_ms;
  const auto timed = [&](const char* step, auto&& work) {
    const Stopwatch stopwatch;
    auto result = work();
    step_ms[step] += stopwatch.milliseconds();
    return result;
  };
  KeptResult result;
  result.at = now();
  result.request_hash = std::hash<std::string>{}(fingerprint(request));

  std::vector<Candidate> by_image, by_text;
  if (request.image) {
    const auto vector = timed("embed", [&] { return parts_.embedder.embed(org, principal, *request.image); });
    const auto hits = timed("retrieve", [&] { return parts_.retriever.by_image(org, vector, request, result.at); });
    by_image = timed("rank", [&] { return parts_.ranker.collapse(hits); });
  }
  if (!request.text.empty()) {
    const auto vector = timed("embed", [&] { return parts_.embedder.embed(request.text); });
    const auto found = timed("retrieve", [&] { return parts_.retriever.by_text(org, vector, request, result.at); });
    by_text = timed("rank", [&] { return parts_.ranker.fuse(found); });
  }
  result.candidates = timed("rank", [&] { return parts_.ranker.rank(request, by_image, by_text); });
  result.capped = result.candidates.size() == static_cast<std::size_t>(options_.candidates_max);

  const auto id = SearchId::generate();
  auto answer = timed("read", [&] { return page(org, request, id, result, 0); });
  if (!answer.next_cursor.empty()) parts_.pages.keep(org, id, result);
  answer.step_ms = std::move(step_ms);
  answer.took_ms = total.milliseconds();
  for (const auto& [step, ms] : answer.step_ms)
    parts_.metrics.observe_seconds("likeness_search_step_seconds", {{"step", step}}, ms / 1000);
  return answer;
}

SearchAnswer SearchService::next_page(OrgId org, const SearchRequest& request, const std::string& cursor_text) {
  const Stopwatch total;
  const auto cursor = Cursor::parse(cursor_text);
  const auto result = parts_.pages.find(org, cursor.search_id);
  if (result.request_hash != std::hash<std::string>{}(fingerprint(request)))
    throw Error(ErrorKind::invalid_argument, "cursor belongs to another search than the rest of the body asks for",
                "cursor");
  auto answer = page(org, request, cursor.search_id, result, cursor.position);
  answer.took_ms = total.milliseconds();
  return answer;
}

SearchAnswer SearchService::page(OrgId org, const SearchRequest& request, SearchId id, const KeptResult& result,
                                 std::size_t position) {
  if (position > result.candidates.size())
    throw Error(ErrorKind::invalid_argument, "cursor lies behind the end of the result", "cursor");
  SearchAnswer answer;
  answer.search_id = id;
  answer.pack = parts_.pack.info().key;
  answer.index_time = parts_.index.status(org, answer.pack).changed_at;
  answer.found = static_cast<int>(result.candidates.size());
  answer.capped = result.capped;
  auto read = parts_.final_read.read(org, result.candidates, position, request.limit, request.filter, result.at);
  answer.hits = std::move(read.hits);
  if (read.next_position < result.candidates.size()) answer.next_cursor = Cursor{id, read.next_position}.to_string();
  if (!request.facets.empty()) {
    std::vector<ProductId> ids;
    for (const auto& candidate : result.candidates) ids.push_back(candidate.product_id);
    answer.facets = parts_.catalog.facets(org, ids, request.facets, options_.facet_values_max);
  }
  return answer;
}

}  // namespace likeness::query
