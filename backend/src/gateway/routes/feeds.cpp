#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "gateway/routes/feed_json.hpp"
#include "gateway/routes/routes.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

constexpr int kProductsPerRemoval = 200;
constexpr auto kTimeToAnswer = std::chrono::seconds(2);

SourceId feed_id(const Request& request) { return SourceId::parse(request.path_parameter("feed_id"), "feed_id"); }

Response create_feed(Services& services, const Request& request) {
  FeedSetup setup;
  read_feed_setup(request.json(), setup);
  const auto feed = services.feed_registry.create(request.org(), setup,
                                                  read_feed_credentials(request.json()).value_or(FeedCredentials{}));
  request.audit->set_after(view(feed));
  return Response::json(201, view(feed)).with("Location", "/v1/feeds/" + feed.id.to_string());
}

Response list_feeds(Services& services, const Request& request) {
  const auto page = services.feeds.feeds(request.org(), services.cursors.id<SourceId>(request), request.page_limit());
  json document{{"feeds", json::array()}};
  for (const auto& feed : page.feeds) document["feeds"].push_back(view(feed));
  if (page.next_after) document["next_cursor"] = services.cursors.next(request, page.next_after->to_string());
  return Response::json(200, document);
}

Response get_feed(Services& services, const Request& request) {
  return Response::json(200, view(services.feeds.feed(request.org(), feed_id(request))));
}

Response changed(const Request& request, const Feed& before, const Feed& after) {
  request.audit->set_before(view(before));
  request.audit->set_after(view(after));
  return Response::json(200, view(after));
}

Response update_feed(Services& services, const Request& request) {
  const auto org = request.org();
  const auto id = feed_id(request);
  const auto before = services.feeds.feed(org, id);
  auto setup = before.setup;
  read_feed_setup(request.json(), setup);
  return changed(request, before, services.feed_registry.update(org, id, setup, read_feed_credentials(request.json())));
}

/// Product by product, so that a large feed blocks nobody; where the request's time is over, the rest is for the next.
void remove_products(Services& services, const Request& request, SourceId id) {
  const auto org = request.org();
  long removed = 0;
  while (true) {
    const auto gone = services.feeds.remove_products(org, id, kProductsPerRemoval);
    if (gone.empty()) return;
    services.index.remove_products(org, services.pack.key, gone);
    removed += static_cast<long>(gone.size());
    if (std::chrono::steady_clock::now() + kTimeToAnswer > request.deadline)
      throw Error(ErrorKind::timeout,
                  fmt::format("{} products are removed, and there are more: send the request again", removed));
  }
}

Response delete_feed(Services& services, const Request& request) {
  const auto org = request.org();
  const auto feed = services.feeds.feed(org, feed_id(request));
  const auto products = services.feeds.count_products(org, feed.id);
  if (products > 0 && !request.query_boolean("remove_products").value_or(false))
    throw Error(ErrorKind::conflict,
                fmt::format("{} products come from feed \"{}\": remove_products=true deletes them with it; pause the "
                            "feed to keep them",
                            products, feed.setup.name),
                "remove_products");
  request.audit->set_before(view(feed));
  remove_products(services, request, feed.id);
  services.feeds.remove(org, feed.id);
  return Response::empty();
}

Response pull_feed(Services& services, const Request& request) {
  const auto org = request.org();
  const auto pull = services.feeds.request_pull(org, feed_id(request), std::nullopt);
  return Response::json(202, view(services.feeds.pull(org, pull)));
}

Response set_paused(Services& services, const Request& request, bool paused) {
  const auto before = services.feeds.feed(request.org(), feed_id(request));
  return changed(request, before, services.feed_registry.set_paused(request.org(), before.id, paused));
}

Response pause_feed(Services& services, const Request& request) { return set_paused(services, request, true); }

Response resume_feed(Services& services, const Request& request) { return set_paused(services, request, false); }

Response list_pulls(Services& services, const Request& request) {
  const auto page =
      services.feeds.pulls(request.org(), feed_id(request), services.cursors.id<PullId>(request), request.page_limit());
  json document{{"pulls", json::array()}};
  for (const auto& pull : page.pulls) document["pulls"].push_back(view(pull));
  if (page.next_after) document["next_cursor"] = services.cursors.next(request, page.next_after->to_string());
  return Response::json(200, document);
}

}  // namespace

std::vector<Route> feed_routes(Services& services) {
  const auto with = handlers_with(services);
  return {{"GET", "/v1/feeds", "listFeeds", with(list_feeds)},
          {"POST", "/v1/feeds", "createFeed", with(create_feed), BodyKind::json},
          {"GET", "/v1/feeds/{feed_id}", "getFeed", with(get_feed)},
          {"PATCH", "/v1/feeds/{feed_id}", "updateFeed", with(update_feed), BodyKind::json},
          {"DELETE", "/v1/feeds/{feed_id}", "deleteFeed", with(delete_feed)},
          {"POST", "/v1/feeds/{feed_id}/pull", "pullFeed", with(pull_feed)},
          {"POST", "/v1/feeds/{feed_id}/pause", "pauseFeed", with(pause_feed)},
          {"POST", "/v1/feeds/{feed_id}/resume", "resumeFeed", with(resume_feed)},
          {"GET", "/v1/feeds/{feed_id}/pulls", "listPulls", with(list_pulls)}};
}

}  // namespace likeness::gateway
