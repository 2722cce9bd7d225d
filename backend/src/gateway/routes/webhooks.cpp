#include <nlohmann/json.hpp>

#include "gateway/routes/routes.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

WebhookId webhook_id(const Request& request) {
  return WebhookId::parse(request.path_parameter("webhook_id"), "webhook_id");
}

json view(const Webhook& webhook) {
  json document{{"id", webhook.id.to_string()},
                {"url", webhook.setup.url},
                {"description", webhook.setup.description},
                {"event_types", webhook.setup.event_types},
                {"paused", webhook.setup.paused},
                {"created_by", webhook.created_by},
                {"created_at", to_iso8601(webhook.created_at)}};
  if (webhook.failing_since) document["failing_since"] = to_iso8601(*webhook.failing_since);
  if (webhook.disabled_at)
    document["disabled"] = {{"at", to_iso8601(*webhook.disabled_at)}, {"reason", webhook.disabled_reason}};
  if (webhook.former_secret_until) document["former_secret_until"] = to_iso8601(*webhook.former_secret_until);
  return document;
}

json view(const notify::NewSecret& made) {
  json document = view(made.webhook);
  document["secret"] = made.secret;
  return document;
}

json view(const Delivery& delivery) {
  json document{{"id", delivery.id.to_string()},
                {"webhook_id", delivery.webhook_id.to_string()},
                {"event_id", delivery.event_id.to_string()},
                {"event_type", delivery.event_type},
                {"state", delivery.state},
                {"tries", delivery.tries},
                {"created_at", to_iso8601(delivery.created_at)}};
  if (delivery.http_status > 0) document["http_status"] = delivery.http_status;
  if (!delivery.reason.empty()) document["reason"] = delivery.reason;
  if (delivery.next_try_at) document["next_try_at"] = to_iso8601(*delivery.next_try_at);
  if (delivery.last_try_at) document["last_try_at"] = to_iso8601(*delivery.last_try_at);
  if (delivery.finished_at) document["finished_at"] = to_iso8601(*delivery.finished_at);
  return document;
}

/// What the body says goes over what is there.
void read_setup(const json& body, WebhookSetup& setup) {
  setup.url = body.value("url", setup.url);
  setup.description = body.value("description", setup.description);
  setup.event_types = body.value("event_types", setup.event_types);
  setup.paused = body.value("paused", setup.paused);
}

Response create_webhook(Services& services, const Request& request) {
  WebhookSetup setup;
  read_setup(request.json(), setup);
  const auto made = services.webhook_registry.create(request.org(), setup, request.principal.to_string());
  request.audit->set_after(view(made.webhook));
  return Response::json(201, view(made)).with("Location", "/v1/webhooks/" + made.webhook.id.to_string());
}

Response list_webhooks(Services& services, const Request& request) {
  const auto page =
      services.webhooks.webhooks(request.org(), services.cursors.id<WebhookId>(request), request.page_limit());
  json document{{"webhooks", json::array()}};
  for (const auto& webhook : page.webhooks) document["webhooks"].push_back(view(webhook));
  if (page.next_after) document["next_cursor"] = services.cursors.next(request, page.next_after->to_string());
  return Response::json(200, document);
}

Response get_webhook(Services& services, const Request& request) {
  return Response::json(200, view(services.webhooks.webhook(request.org(), webhook_id(request))));
}

Response update_webhook(Services& services, const Request& request) {
  const auto before = services.webhooks.webhook(request.org(), webhook_id(request));
  auto setup = before.setup;
  read_setup(request.json(), setup);
  const auto after = services.webhook_registry.update(request.org(), before.id, setup);
  request.audit->set_before(view(before));
  request.audit->set_after(view(after));
  return Response::json(200, view(after));
}

Response delete_webhook(Services& services, const Request& request) {
  const auto webhook = services.webhooks.webhook(request.org(), webhook_id(request));
  request.audit->set_before(view(webhook));
  services.webhooks.remove(request.org(), webhook.id);
  return Response::empty();
}

Response rotate_secret(Services& services, const Request& request) {
  return Response::json(200, view(services.webhook_registry.rotate_secret(request.org(), webhook_id(request))));
}

Response test_webhook(Services& services, const Request& request) {
  return Response::json(202, view(services.webhooks.send_test(request.org(), webhook_id(request))));
}

Response list_deliveries(Services& services, const Request& request) {
  const auto page =
      services.webhooks.deliveries(request.org(), webhook_id(request), request.query_parameter("state").value_or(""),
                                   services.cursors.id<DeliveryId>(request), request.page_limit());
  json document{{"deliveries", json::array()}};
  for (const auto& delivery : page.deliveries) document["deliveries"].push_back(view(delivery));
  if (page.next_after) document["next_cursor"] = services.cursors.next(request, page.next_after->to_string());
  return Response::json(200, document);
}

Response redeliver(Services& services, const Request& request) {
  const auto delivery = DeliveryId::parse(request.path_parameter("delivery_id"), "delivery_id");
  return Response::json(202, view(services.webhooks.redeliver(request.org(), webhook_id(request), delivery)));
}

}  // namespace

std::vector<Route> webhook_routes(Services& services) {
  const auto with = handlers_with(services);
  return {
      {"GET", "/v1/webhooks", "listWebhooks", with(list_webhooks)},
      {"POST", "/v1/webhooks", "createWebhook", with(create_webhook), BodyKind::json},
      {"GET", "/v1/webhooks/{webhook_id}", "getWebhook", with(get_webhook)},
      {"PATCH", "/v1/webhooks/{webhook_id}", "updateWebhook", with(update_webhook), BodyKind::json},
      {"DELETE", "/v1/webhooks/{webhook_id}", "deleteWebhook", with(delete_webhook)},
      {"POST", "/v1/webhooks/{webhook_id}/rotate-secret", "rotateWebhookSecret", with(rotate_secret)},
      {"POST", "/v1/webhooks/{webhook_id}/test", "testWebhook", with(test_webhook)},
      {"GET", "/v1/webhooks/{webhook_id}/deliveries", "listWebhookDeliveries", with(list_deliveries)},
      {"POST", "/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver", "redeliverWebhook", with(redeliver)}};
}

}  // namespace likeness::gateway
