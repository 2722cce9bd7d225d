#include "gateway/rate_limits.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "gateway/problem.hpp"

namespace likeness::gateway {
namespace {

long whole_seconds(std::chrono::microseconds time) {
  return static_cast<long>(std::chrono::ceil<std::chrono::seconds>(time).count());
}

}  // namespace

RateLimits::RateLimits(RateLimitOptions options, RateLimiter& limiter, Digest& digest, Metrics& metrics)
    : options_(std::move(options)), limiter_(limiter), digest_(digest), metrics_(metrics) {}

void RateLimits::admit(const Operation& operation, Request& request) const {
  const auto found = options_.by_class.find(operation.rate_class);
  if (found == options_.by_class.end() || found->second.is_unlimited()) return;
  if (request.principal.kind == Principal::Kind::operator_token) return;
  const RateLimit limit = found->second;
  std::vector<RateBudget> budgets;
  if (request.principal.kind == Principal::Kind::nobody) {
    budgets.push_back({fmt::format("{}:peer:{}", operation.rate_class, peer_network(request.peer)), limit});
  } else {
    const std::string org = request.org_id ? request.org_id->uuid.to_string() : "no-org";
    budgets.push_back({fmt::format("{}:{}:{}", org, operation.rate_class, request.principal.to_string()), limit});
    if (request.org_id)
      budgets.push_back({fmt::format("{}:{}", org, operation.rate_class),
                         {limit.per_minute * options_.org_multiple, limit.burst * options_.org_multiple}});
  }
  count(operation, budgets, request);
}

void RateLimits::admit_account(const Operation& operation, Request& request) const {
  if (operation.rate_class != "auth" || options_.account.is_unlimited() || !request.json_body) return;
  const auto email = request.json_body->find("email");
  if (email == request.json_body->end() || !email->is_string()) return;
  const std::string address = to_lower(trim(email->get<std::string>()));
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(address.data());
  count(operation, {{"auth:account:" + digest_.sha256_hex({bytes, address.size()}), options_.account}}, request);
}

void RateLimits::count(const Operation& operation, const std::vector<RateBudget>& budgets, Request& request) const {
  const RateVerdict verdict = limiter_.take(budgets);
  metrics_.increment("likeness_rate_limited_requests_total",
                     {{"class", operation.rate_class}, {"outcome", verdict.admitted ? "admitted" : "refused"}});
  request.answer_fields.set("RateLimit-Limit", std::to_string(verdict.limit));
  request.answer_fields.set("RateLimit-Remaining", std::to_string(verdict.remaining));
  request.answer_fields.set("RateLimit-Reset", std::to_string(whole_seconds(verdict.full_in)));
  if (verdict.admitted) return;
  const std::chrono::seconds retry_after(std::max(1L, whole_seconds(verdict.retry_after)));
  throw NamedProblem(
      problem_type_of(ErrorKind::rate_limited),
      Error(ErrorKind::rate_limited, fmt::format("there were too many requests of class {}: come back in {} s",
                                                 operation.rate_class, retry_after.count())),
      retry_after);
}

std::string peer_network(const std::string& address) {
  boost::system::error_code error;
  const auto parsed = boost::asio::ip::make_address(address, error);
  if (error || !parsed.is_v6()) return address;
  if (parsed.to_v6().is_v4_mapped()) return make_address_v4(boost::asio::ip::v4_mapped, parsed.to_v6()).to_string();
  return boost::asio::ip::network_v6(parsed.to_v6(), 64).canonical().to_string();
}

}  // namespace likeness::gateway
