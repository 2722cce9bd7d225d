#include "gateway/routes/feed_json.hpp"

#include <nlohmann/json.hpp>

namespace likeness::gateway {

using nlohmann::json;

json view(const Feed& feed) {
  const auto& setup = feed.setup;
  json mapping = json::array();
  for (const auto& [column, attribute] : setup.mapping)
    mapping.push_back({{"column", column}, {"attribute", attribute}});
  json document{{"id", feed.id.to_string()},
                {"name", setup.name},
                {"kind", setup.url.empty() ? "upload" : "url"},
                {"format", setup.format},
                {"mapping", std::move(mapping)},
                {"mode", setup.full ? "full" : "delta"},
                {"credentials", {{"kind", setup.credentials_kind}, {"set", setup.credentials_kind != "none"}}},
                {"paused", setup.paused},
                {"created_at", to_iso8601(feed.created_at)}};
  if (!setup.url.empty()) document["url"] = setup.url;
  if (setup.schedule) document["schedule"] = {{"cron", setup.schedule->cron}, {"time_zone", setup.schedule->time_zone}};
  if (feed.next_pull_at) document["next_pull_at"] = to_iso8601(*feed.next_pull_at);
  return document;
}

json view(const Pull& pull) {
  const auto& result = pull.result;
  json document{{"id", pull.id.to_string()}, {"feed_id", pull.feed_id.to_string()},
                {"trigger", pull.trigger},   {"state", pull.state},
                {"tries", pull.tries},       {"created_at", to_iso8601(pull.created_at)},
                {"bytes", result.bytes},     {"seconds", result.seconds}};
  if (!result.outcome.empty()) document["outcome"] = result.outcome;
  if (!result.reason.empty()) document["reason"] = result.reason;
  if (result.http_status > 0) document["http_status"] = result.http_status;
  if (pull.finished_at) document["finished_at"] = to_iso8601(*pull.finished_at);
  if (!result.import_id) return document;
  document["import"] = {
      {"id", result.import_id->to_string()},
      {"state", pull.import_state},
      {"rows", {{"read", pull.rows_read}, {"broken", pull.rows_broken}}},
      {"products",
       {{"created", pull.products_created}, {"changed", pull.products_changed}, {"removed", pull.products_removed}}}};
  return document;
}

void read_feed_setup(const json& body, FeedSetup& setup) {
  setup.name = body.value("name", setup.name);
  setup.url = body.value("url", setup.url);
  setup.format = body.value("format", setup.format);
  if (const auto mapping = body.find("mapping"); mapping != body.end()) {
    setup.mapping.clear();
    for (const auto& entry : *mapping)
      setup.mapping[entry.at("column").get<std::string>()] = entry.at("attribute").get<std::string>();
  }
  if (body.contains("mode")) setup.full = body.at("mode") == "full";
  setup.paused = body.value("paused", setup.paused);
  const auto schedule = body.find("schedule");
  if (schedule == body.end()) return;
  if (schedule->is_null())
    setup.schedule.reset();
  else
    setup.schedule = {schedule->at("cron").get<std::string>(), schedule->value("time_zone", "UTC")};
}

std::optional<FeedCredentials> read_feed_credentials(const json& body) {
  const auto given = body.find("credentials");
  if (given == body.end()) return std::nullopt;
  return FeedCredentials{given->at("kind").get<std::string>(), given->value("name", ""), given->value("secret", "")};
}

}  // namespace likeness::gateway
