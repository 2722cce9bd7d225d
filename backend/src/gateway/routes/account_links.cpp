#include <nlohmann/json.hpp>

#include "domain/email_address.hpp"
#include "gateway/routes/membership.hpp"
#include "gateway/routes/routes.hpp"
#include "gateway/routes/sign_in.hpp"
#include "gateway/secret_tokens.hpp"

namespace likeness::gateway {
namespace {

/// The same answer after the same time whether the address is known or not.
Response request_password_reset(Services& services, const Request& request) {
  const auto email = email_address(request.json().at("email").get<std::string>());
  if (!services.mailer.is_configured())
    throw Error(ErrorKind::forbidden,
                "this server sends no mail: ask an owner of your org, or the server's operator, for a link");
  services.password_resets.mail(email);
  return Response::json(202, {{"status", "accepted"}});
}

Response complete_password_reset(Services& services, const Request& request) {
  const auto& body = request.json();
  const auto sha256 = sha256_of(services.digest, body.at("token").get<std::string>());
  if (!services.password_reset_store.find(sha256))
    throw Error(ErrorKind::gone, "this link is used or expired: ask for another", "token");
  const auto user = services.password_reset_store.complete(sha256, services.passwords.hash(new_password(body)));
  end_other_sessions(services, user, std::nullopt);
  return Response::empty();
}

/// Makes the first org and its owner, who holds the link that the server printed.
Response set_up(Services& services, const Request& request) {
  const auto& body = request.json();
  const auto sha256 = sha256_of(services.digest, body.at("token").get<std::string>());
  if (!services.setup_links.is_offered(sha256) || !services.identities.orgs().empty())
    throw Error(ErrorKind::gone, "this link is used, or a newer start of the server has printed another", "token");
  const auto email = email_address(body.at("email").get<std::string>());
  const auto currency = body.value("currency", "EUR");
  if (const auto known = currency_exponent(currency); !known)
    throw Error(ErrorKind::invalid_argument, known.error().message(), "currency");
  const auto hash = services.passwords.hash(new_password(body));
  services.setup_links.take(sha256);
  const auto org = services.identities.create_org(body.at("org").get<std::string>(),
                                                  body.at("org_name").get<std::string>(), currency);
  const auto user = services.identities.create_user(org.id, email, hash, "owner");
  return joined(org, user, email, "owner");
}

}  // namespace

std::vector<Route> account_link_routes(Services& services) {
  const auto with = handlers_with(services);
  return {{"POST", "/v1/auth/setup", "setUp", with(set_up), BodyKind::json},
          {"POST", "/v1/auth/password-reset", "requestPasswordReset", with(request_password_reset), BodyKind::json},
          {"POST", "/v1/auth/password-reset/complete", "completePasswordReset", with(complete_password_reset),
           BodyKind::json}};
}

}  // namespace likeness::gateway
