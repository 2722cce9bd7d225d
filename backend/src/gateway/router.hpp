#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gateway/request.hpp"
#include "gateway/response.hpp"

namespace likeness::gateway {

class Contract;

/// How a route takes its body, which decides the bound on it: json, image and lines are held in memory, a feed is
/// streamed.
enum class BodyKind { none, json, image, lines, feed };

/// Runs on a worker thread, several at a time.
using Handler = std::function<Response(const Request&)>;
/// Called with everything but the body, once the request is authenticated and its parameters are checked.
using SinkFactory = std::function<std::unique_ptr<BodySink>(const Request& head)>;

struct Route {
  std::string method;
  std::string pattern;  ///< "/v1/products/{product_id}"
  std::string operation_id;
  Handler handler;
  BodyKind body = BodyKind::none;
  SinkFactory sink = {};   ///< of a feed route
  bool immediate = false;  ///< answers without waiting for anything: runs even where the worker queue is full
};

/// The routes of one listener. Immutable; thread-safe.
class Router {
 public:
  /// Error{internal} for two routes of one method and pattern, and for a feed route without a sink.
  explicit Router(std::vector<Route> routes);
  ~Router();
  Router(Router&&) noexcept;
  Router(const Router&) = delete;

  struct Match {
    const Route* route = nullptr;  ///< nullptr: the path has routes, but none for the method
    Parameters path_parameters;
    std::vector<std::string> allowed_methods;  ///< where route is nullptr; HEAD beside GET
  };

  /// `path` as sent; HEAD finds the GET route. nullopt where no pattern fits. A literal segment wins over a parameter.
  /// Error{invalid_argument} where a parameter is not valid percent-encoded UTF-8.
  std::optional<Match> match(std::string_view method, std::string_view path) const;

  const std::vector<Route>& routes() const { return routes_; }

  /// Error{internal} that lists every route without an operation in the contract, every operation without a route,
  /// and every pair that differs in method, path, parameters or kind of body.
  void check_against(const Contract& contract) const;

 private:
  std::vector<Route> routes_;
  std::vector<std::vector<std::string>> segments_;  ///< of routes_[i].pattern
};

/// Percent-decoding; nullopt for a broken escape, a NUL or text that is not UTF-8. '+' is a space in queries only.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space);
/// "a=1&b=2", decoded. Error{invalid_argument} for a name given twice and for text that is not valid.
Parameters parse_query(std::string_view query);

}  // namespace likeness::gateway
