#include "gateway/router.hpp"

#include <algorithm>
#include <set>

#include "base/error.hpp"
#include "base/text.hpp"
#include "gateway/contract.hpp"

namespace likeness::gateway {
namespace {

/// Segments between slashes, empty ones kept: "/v1/orgs/" has one more than "/v1/orgs" and is another path.
std::vector<std::string> segments_of(std::string_view path) {
  std::vector<std::string> segments;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = path.find('/', begin);
    segments.emplace_back(path.substr(begin, end - begin));
    if (end == std::string_view::npos) return segments;
    begin = end + 1;
  }
}

bool is_parameter(std::string_view segment) {
  return segment.size() > 2 && segment.starts_with('{') && segment.ends_with('}');
}

int hex_digit(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  const char lower = static_cast<char>(letter | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Number of literal segments; -1 where the pattern does not fit.
int fit(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
  if (pattern.size() != path.size()) return -1;
  int literals = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (is_parameter(pattern[i])) {
      if (path[i].empty()) return -1;
    } else if (pattern[i] == path[i]) {
      ++literals;
    } else {
      return -1;
    }
  }
  return literals;
}

bool takes_json(const Operation& operation) {
  return std::ranges::find(operation.content_types, "application/json") != operation.content_types.end();
}

}  // namespace

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)) {
  std::set<std::pair<std::string, std::string>> seen;
  for (const Route& route : routes_) {
    if (!seen.emplace(route.method, route.pattern).second)
      throw Error(ErrorKind::internal, "two routes for " + route.method + " " + route.pattern);
    if ((route.body == BodyKind::feed) != static_cast<bool>(route.sink))
      throw Error(ErrorKind::internal, "route " + route.operation_id + ": a feed needs a sink, and only a feed does");
    segments_.push_back(segments_of(route.pattern));
  }
}

Router::~Router() = default;
Router::Router(Router&&) noexcept = default;

std::optional<Router::Match> Router::match(std::string_view method, std::string_view path) const {
  const std::vector<std::string> segments = segments_of(path);
  const std::string_view wanted = method == "HEAD" ? "GET" : method;
  int best_fit = -1;
  for (const auto& pattern : segments_) best_fit = std::max(best_fit, fit(pattern, segments));
  if (best_fit < 0) return std::nullopt;

  Match match;
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    if (fit(segments_[i], segments) != best_fit) continue;
    match.allowed_methods.push_back(routes_[i].method);
    if (routes_[i].method == "GET") match.allowed_methods.push_back("HEAD");
    if (routes_[i].method != wanted) continue;
    match.route = &routes_[i];
    for (std::size_t k = 0; k < segments.size(); ++k) {
      if (!is_parameter(segments_[i][k])) continue;
      const std::string name = segments_[i][k].substr(1, segments_[i][k].size() - 2);
      auto value = percent_decoded(segments[k], false);
      if (!value) throw Error(ErrorKind::invalid_argument, name + " in the path is not percent-encoded UTF-8", name);
      match.path_parameters.emplace(name, std::move(*value));
    }
  }
  return match;
}

void Router::check_against(const Contract& contract) const {
  std::vector<std::string> faults;
  std::set<std::string> routed;
  for (const Route& route : routes_) {
    routed.insert(route.operation_id);
    const std::string name = "route " + route.operation_id + " (" + route.method + " " + route.pattern + ")";
    const Operation* operation = contract.find(route.operation_id);
    if (!operation) {
      faults.push_back(name + " has no operation in the contract");
      continue;
    }
    if (operation->method != route.method || operation->path != route.pattern)
      faults.push_back(name + " is " + operation->method + " " + operation->path + " in the contract");
    if ((route.body == BodyKind::none) != operation->content_types.empty() ||
        (route.body == BodyKind::json) != takes_json(*operation))
      faults.push_back(name + " takes another kind of body in the contract");
  }
  for (const Operation& operation : contract.operations())
    if (!routed.contains(operation.id))
      faults.push_back("operation " + operation.id + " (" + operation.method + " " + operation.path + ") has no route");
  if (!faults.empty()) throw Error(ErrorKind::internal, "routes and contract differ: " + join(faults, "; "));
}

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char letter = text[i];
    if (letter == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = hex_digit(text[i + 1]);
      const int low = hex_digit(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      letter = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (letter == '+' && plus_is_space) {
      letter = ' ';
    }
    if (letter == '\0') return std::nullopt;
    decoded.push_back(letter);
  }
  return is_valid_utf8(decoded) ? std::optional(std::move(decoded)) : std::nullopt;
}

Parameters parse_query(std::string_view query) {
  Parameters parameters;
  while (!query.empty()) {
    const std::size_t end = query.find('&');
    const std::string_view pair = query.substr(0, end);
    query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
    if (pair.empty()) continue;
    const std::size_t equals = pair.find('=');
    auto name = percent_decoded(pair.substr(0, equals), true);
    auto value = percent_decoded(equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1), true);
    if (!name || !value)
      throw Error(ErrorKind::invalid_argument, "the query is not percent-encoded UTF-8", name.value_or("query"));
    if (!parameters.emplace(*name, std::move(*value)).second)
      throw Error(ErrorKind::invalid_argument,
                  "query parameter " + std::string(valid_start(*name, 60)) + " is given twice",
                  std::string(valid_start(*name, 60)));
  }
  return parameters;
}

}  // namespace likeness::gateway
