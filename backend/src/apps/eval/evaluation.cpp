#include "apps/eval/evaluation.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "apps/client/feed_import.hpp"
#include "apps/client/progress.hpp"
#include "base/log.hpp"
#include "base/uuid.hpp"

namespace likeness::apps {
namespace {

using nlohmann::json;

constexpr int kDepth = 20;
constexpr std::size_t kPhotoBytesMax = 64u << 20;

/// An org that goes with its object.
class ScratchOrg {
 public:
  ScratchOrg(const ServerAddress& server, bool keep)
      : session_(server, ""), slug_("eval-" + Uuid::generate().to_string().substr(24)), keep_(keep) {
    id_ = session_.post("/v1/orgs", {{"slug", slug_}, {"name", "Evaluation"}, {"currency", "EUR"}})
              .at("id")
              .get<std::string>();
  }
  ~ScratchOrg() {
    if (keep_) return;
    try {
      session_.post("/v1/orgs/" + id_ + "/erase", {{"slug", slug_}});
    } catch (const std::exception& error) {
      log::warning("the scratch org {} was not removed: {}", slug_, error.what());
    }
  }
  const std::string& slug() const { return slug_; }

 private:
  ApiSession session_;
  std::string slug_;
  std::string id_;
  bool keep_;
};

/// Asks one query in every way that the request wants.
class Asker {
 public:
  Asker(ApiSession& session, const EvaluationRequest& request) : session_(session), request_(request) {}

  QueryOutcome ask(const LabelledQuery& query) {
    QueryOutcome outcome;
    const auto photo = query.image.empty() ? Bytes{} : read_file(query.image, kPhotoBytesMax);
    const Stopwatch stopwatch;
    std::string query_image_id;
    if (!photo.empty())
      query_image_id =
          session_.post_bytes("/v1/query-images", photo, "application/octet-stream").at("id").get<std::string>();
    const auto hits = answer(query, query_image_id, false);
    outcome.milliseconds = stopwatch.milliseconds();
    outcome.answered = true;
    for (const auto& hit : hits) outcome.right.push_back(is_right(hit, query));

    std::set<std::string> found, exact;
    for (const auto& hit : hits) found.insert(product_id(hit));
    for (const auto& hit : answer(query, query_image_id, true)) exact.insert(product_id(hit));
    const auto both = std::ranges::count_if(exact, [&](const auto& id) { return found.contains(id); });
    outcome.ann_recall = exact.empty() ? 1.0 : static_cast<double>(both) / static_cast<double>(exact.size());
    if (!query_image_id.empty()) session_.remove("/v1/query-images/" + query_image_id);
    return outcome;
  }

 private:
  static std::string product_id(const json& hit) { return hit.at("product").at("id").get<std::string>(); }

  bool is_right(const json& hit, const LabelledQuery& query) const {
    const auto& product = hit.at("product");
    const auto value = product.at(request_.key == "product_id" ? "external_id" : "product_type").get<std::string>();
    return std::ranges::find(query.right_values, value) != query.right_values.end();
  }

  std::vector<json> answer(const LabelledQuery& query, const std::string& query_image_id, bool exact) {
    std::vector<json> lists{search(query, query_image_id, query.box ? box_document(*query.box) : json(), exact)};
    if (request_.regions && !query_image_id.empty() && !query.box)
      for (const auto& region : regions(query_image_id))
        lists.push_back(search(query, query_image_id, region.at("box"), exact));
    return merge(lists);
  }

  json search(const LabelledQuery& query, const std::string& query_image_id, const json& box, bool exact) {
    json body{{"limit", kDepth}, {"exact", exact}};
    json image{{"query_image_id", query_image_id}};
    if (!box.is_null()) image["box"] = box;
    if (query_image_id.empty()) {
      body["text"] = query.text;
      return session_.post("/v1/search/text", body).at("hits");
    }
    if (query.text.empty()) {
      body.update(image);
      return session_.post("/v1/search/image", body).at("hits");
    }
    body["image"] = image;
    body["text"] = query.text;
    return session_.post("/v1/search/multi", body).at("hits");
  }

  json regions(const std::string& query_image_id) {
    return session_.get("/v1/query-images/" + query_image_id).at("regions");
  }

  /// One list of products with the best score that any of the lists gave them.
  static std::vector<json> merge(const std::vector<json>& lists) {
    std::map<std::string, json> best;
    for (const auto& list : lists)
      for (const auto& hit : list) {
        auto& slot = best[product_id(hit)];
        if (slot.is_null() || hit.at("score") > slot.at("score")) slot = hit;
      }
    std::vector<json> merged;
    for (auto& [id, hit] : best) merged.push_back(std::move(hit));
    std::ranges::sort(merged, [](const json& left, const json& right) { return left.at("score") > right.at("score"); });
    if (merged.size() > kDepth) merged.resize(kDepth);
    return merged;
  }

  static json box_document(const Box& box) {
    return {{"x", box.x}, {"y", box.y}, {"width", box.width}, {"height", box.height}};
  }

  ApiSession& session_;
  const EvaluationRequest& request_;
};

double import_catalogs(ApiSession& session, const EvaluationRequest& request) {
  long images = 0;
  const Stopwatch stopwatch;
  for (std::size_t i = 0; i < request.catalogs.size(); ++i) {
    const auto import = import_feed(
        session, {.feed = request.catalogs[i], .source = "catalog-" + std::to_string(i + 1), .silent = request.silent});
    if (import.at("state") == "failed")
      throw Error(ErrorKind::invalid_argument,
                  "catalogue " + request.catalogs[i].string() + ": " + import.value("failure", "the import failed"));
    images += import.at("images").at("done").get<long>();
  }
  return static_cast<double>(images) / stopwatch.seconds();
}

std::vector<QueryOutcome> ask_all(const ServerAddress& server, const std::string& org, const EvaluationRequest& request,
                                  const std::vector<LabelledQuery>& queries) {
  std::vector<QueryOutcome> outcomes(queries.size());
  std::atomic<std::size_t> next = 0;
  std::atomic<long> done = 0;
  Progress progress(request.silent);
  std::mutex progress_mutex;
  std::vector<std::jthread> clients;
  for (int client = 0; client < request.concurrency; ++client)
    clients.emplace_back([&] {
      ApiSession session(server, org);
      Asker asker(session, request);
      for (std::size_t i = next++; i < queries.size(); i = next++) {
        try {
          outcomes[i] = asker.ask(queries[i]);
        } catch (const std::exception& error) {
          log::warning("query {}: {}", i + 1, error.what());
        }
        std::lock_guard lock(progress_mutex);
        progress.show("queries", ++done, static_cast<long>(queries.size()));
      }
    });
  clients.clear();
  return outcomes;
}

}  // namespace

Evaluation evaluate(const ServerAddress& server, const EvaluationRequest& request) {
  const auto queries = read_queries(request.queries, request.key);
  const ScratchOrg org(server, request.keep);
  ApiSession session(server, org.slug());
  Evaluation evaluation;
  evaluation.org = org.slug();
  evaluation.images_per_s = import_catalogs(session, request);
  evaluation.pack = session.get("/v1/index").at("pack").get<std::string>();
  evaluation.measures = measure(ask_all(server, org.slug(), request, queries));
  return evaluation;
}

}  // namespace likeness::apps
