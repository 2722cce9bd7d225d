#include "adapters/redis/redis_standing_cache.hpp"

namespace likeness {
namespace {

using Words = std::vector<std::string>;

constexpr const char* kMark = "?";
constexpr char kWordPrefix = '=';

std::string full_key(const std::string& subject) { return "likeness:standing:" + subject; }

RedisAddress address_of(const RedisStandingOptions& options) {
  RedisAddress address = parse_redis_url(options.url);
  if (!options.password.empty()) address.password = options.password;
  return address;
}

}  // namespace

RedisStandingCache::RedisStandingCache(const RedisStandingOptions& options)
    : connections_(address_of(options), options.timeout, options.pause, options.connections_max), options_(options) {}

std::vector<std::optional<std::string>> RedisStandingCache::get(std::span<const std::string> subjects) {
  std::vector<std::optional<std::string>> words(subjects.size());
  if (!trusts_redis()) return words;
  Words command{"MGET"};
  for (const std::string& subject : subjects) command.push_back(full_key(subject));
  const auto reply = connections_.command(command);
  if (!reply || reply->elements.size() != subjects.size() || !trusts_redis()) return words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& text = reply->elements[i];
    if (text && text->starts_with(kWordPrefix) && !is_changing(subjects[i])) words[i] = text->substr(1);
  }
  return words;
}

void RedisStandingCache::keep(const std::string& subject, const std::string& word) {
  if (!trusts_redis() || is_changing(subject)) return;
  connections_.command(
      Words{"SET", full_key(subject), kWordPrefix + word, "PX", std::to_string(options_.kept.count()), "NX"});
}

void RedisStandingCache::changes(const std::string& subject) {
  remember(subject);
  connections_.command(Words{"SET", full_key(subject), kMark, "PX", std::to_string(options_.changing.count())});
}

bool RedisStandingCache::trusts_redis() {
  const auto breaks = connections_.breaks();
  std::lock_guard lock(mutex_);
  if (breaks != breaks_seen_) {
    breaks_seen_ = breaks;
    distrusted_until_ = std::max(distrusted_until_, Clock::now() + options_.kept);
  }
  return Clock::now() >= distrusted_until_;
}

bool RedisStandingCache::is_changing(const std::string& subject) {
  std::lock_guard lock(mutex_);
  const auto found = changing_until_.find(subject);
  return found != changing_until_.end() && Clock::now() < found->second;
}

void RedisStandingCache::remember(const std::string& subject) {
  const auto until = Clock::now() + options_.changing;
  std::lock_guard lock(mutex_);
  if (changing_until_.size() >= options_.marks_max)
    std::erase_if(changing_until_, [](const auto& mark) { return mark.second <= Clock::now(); });
  if (changing_until_.size() < options_.marks_max) {
    changing_until_[subject] = until;
    return;
  }
  changing_until_.clear();
  distrusted_until_ = until;
}

}  // namespace likeness
