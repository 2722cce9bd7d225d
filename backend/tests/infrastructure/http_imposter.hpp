#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace likeness::tests {

/// A tiny HTTP server on 127.0.0.1 that says what the test wants it to say, correct or not.
class HttpImposter {
 public:
  /// Gets the request as it came (head and body) and a function that sends raw bytes; false once the client is gone.
  using Send = std::function<bool(const std::string&)>;
  using Handler = std::function<void(const std::string& request, const Send& send)>;

  explicit HttpImposter(Handler handler);
  ~HttpImposter();

  int port() const { return port_; }
  std::string url(const std::string& path = "/") const { return "http://127.0.0.1:" + std::to_string(port_) + path; }
  std::vector<std::string> requests() const;

 private:
  void serve(int connection);

  const Handler handler_;
  int listener_ = -1;
  int port_ = 0;
  mutable std::mutex mutex_;
  std::vector<std::string> requests_;
  std::vector<std::jthread> connections_;
  std::jthread acceptor_;
};

/// An answer with a Content-Length.
std::string http_answer(const std::string& status, const std::string& headers, const std::string& body);

}  // namespace likeness::tests
