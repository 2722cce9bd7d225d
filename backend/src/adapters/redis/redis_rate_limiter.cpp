#include "adapters/redis/redis_rate_limiter.hpp"

#include <charconv>
#include <optional>

namespace likeness {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

constexpr milliseconds kTimeout{200};
constexpr milliseconds kPause{1000};
constexpr int kConnectionsMax = 8;

/// KEYS: budgets; ARGV: of each the interval in microseconds and the burst. Answers of each how long it takes until it
/// is full, this request counted; the request is counted only where all have room.
constexpr char kScript[] = R"(
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local full_in, admitted = {}, true
for i, key in ipairs(KEYS) do
  local interval, burst = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
  full_in[i] = math.max(tonumber(redis.call('GET', key) or 0) - now, 0) + interval
  admitted = admitted and full_in[i] <= interval * burst
end
for i, key in ipairs(KEYS) do
  if admitted then
    redis.call('SET', key, string.format('%.0f', now + full_in[i]), 'PX', math.ceil(full_in[i] / 1000))
  end
  full_in[i] = string.format('%.0f', full_in[i])
end
return table.concat(full_in, ' '))";

std::vector<std::string> command_for(std::span<const RateBudget> budgets) {
  std::vector<std::string> words = {"EVAL", kScript, std::to_string(budgets.size())};
  for (const auto& budget : budgets) words.push_back("likeness:rate:" + budget.key);
  for (const auto& budget : budgets) {
    words.push_back(std::to_string(budget.limit.interval().count()));
    words.push_back(std::to_string(budget.limit.burst));
  }
  return words;
}

/// nullopt where the answer is not one number for each budget.
std::optional<RateVerdict> read_verdict(std::string_view answer, std::span<const RateBudget> budgets) {
  std::optional<RateVerdict> tightest;
  for (const auto& budget : budgets) {
    long full_in = 0;
    const auto [end, error] = std::from_chars(answer.data(), answer.data() + answer.size(), full_in);
    if (error != std::errc{}) return std::nullopt;
    answer.remove_prefix(static_cast<std::size_t>(end - answer.data()));
    if (answer.starts_with(' ')) answer.remove_prefix(1);
    const auto verdict = judge(budget.limit, microseconds(full_in));
    tightest = tightest ? tighter(*tightest, verdict) : verdict;
  }
  return tightest;
}

}  // namespace

RedisRateLimiter::RedisRateLimiter(const std::string& url, RateLimiter& fallback)
    : connections_(parse_redis_url(url), kTimeout, kPause, kConnectionsMax), fallback_(fallback) {}

RateVerdict RedisRateLimiter::take(std::span<const RateBudget> budgets) {
  const auto reply = connections_.command(command_for(budgets));
  if (reply && reply->text)
    if (const auto verdict = read_verdict(*reply->text, budgets)) return *verdict;
  return fallback_.take(budgets);
}

}  // namespace likeness
