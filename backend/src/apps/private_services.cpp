#include "apps/private_services.hpp"

namespace likeness::apps {

PrivateServices::PrivateServices(const Settings& settings, const PrivateServiceOptions& options) : settings_(settings) {
  if (settings.postgres.app_url.empty()) postgres_ = std::make_unique<PrivatePostgres>(options);
  if (settings.redis.url.empty()) redis_ = std::make_unique<PrivateRedis>(options);
  if (settings.nats.url.empty()) nats_ = std::make_unique<PrivateNats>(options);
}

std::vector<PrivateService*> PrivateServices::running_services() {
  std::vector<PrivateService*> services;
  for (PrivateService* service :
       {static_cast<PrivateService*>(postgres_.get()), static_cast<PrivateService*>(redis_.get()),
        static_cast<PrivateService*>(nats_.get())})
    if (service != nullptr) services.push_back(service);
  return services;
}

ServiceAddresses PrivateServices::start() {
  for (auto* service : running_services()) service->start();
  ServiceAddresses addresses;
  owner_url_ = postgres_ ? postgres_->urls().owner : settings_.postgres.owner_url;
  addresses.postgres_app_url = postgres_ ? postgres_->urls().app : settings_.postgres.app_url;
  addresses.postgres_worker_url = postgres_ ? postgres_->urls().worker : settings_.postgres.worker_url;
  addresses.redis_url = redis_ ? redis_->url() : settings_.redis.url;
  addresses.nats_url = nats_ ? nats_->url() : settings_.nats.url;
  addresses.nats_token = nats_ ? nats_->token() : settings_.nats.token;
  return addresses;
}

void PrivateServices::keep_alive() {
  for (auto* service : running_services()) service->keep_alive();
}

void PrivateServices::stop() {
  auto services = running_services();
  for (auto service = services.rbegin(); service != services.rend(); ++service) (*service)->stop();
}

}  // namespace likeness::apps
