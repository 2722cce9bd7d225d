#include "infrastructure/http_imposter.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

namespace likeness::tests {
namespace {

/// Reads head and body of one request; empty at the end of the connection.
std::string read_request(int connection) {
  std::string request;
  char buffer[16384];
  std::size_t wanted = std::string::npos;
  while (request.size() < wanted) {
    const ssize_t count = ::recv(connection, buffer, sizeof buffer, 0);
    if (count <= 0) return {};
    request.append(buffer, static_cast<std::size_t>(count));
    const auto head_end = request.find("\r\n\r\n");
    if (head_end == std::string::npos) continue;
    const auto length = request.find("Content-Length: ");
    wanted = head_end + 4;
    if (length < head_end) wanted += static_cast<std::size_t>(std::atol(request.c_str() + length + 16));
  }
  return request;
}

}  // namespace

HttpImposter::HttpImposter(Handler handler) : handler_(std::move(handler)) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 16) != 0 ||
      ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
    throw std::runtime_error("the HTTP imposter has no port");
  port_ = ntohs(address.sin_port);
  acceptor_ = std::jthread([this] {
    for (int connection; (connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC)) >= 0;)
      connections_.emplace_back([this, connection] { serve(connection); });
  });
}

HttpImposter::~HttpImposter() {
  ::shutdown(listener_, SHUT_RDWR);
  acceptor_.join();
  connections_.clear();
  ::close(listener_);
}

void HttpImposter::serve(int connection) {
  const timeval limit{.tv_sec = 3, .tv_usec = 0};
  ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  bool alive = true;
  const Send send = [&](const std::string& bytes) {
    for (std::size_t done = 0; alive && done < bytes.size();) {
      const ssize_t count = ::send(connection, bytes.data() + done, bytes.size() - done, MSG_NOSIGNAL);
      if (count <= 0)
        alive = false;
      else
        done += static_cast<std::size_t>(count);
    }
    return alive;
  };
  const std::string request = read_request(connection);
  if (!request.empty()) {
    {
      std::lock_guard lock(mutex_);
      requests_.push_back(request);
    }
    handler_(request, send);
  }
  ::close(connection);
}

std::vector<std::string> HttpImposter::requests() const {
  std::lock_guard lock(mutex_);
  return requests_;
}

std::string http_answer(const std::string& status, const std::string& headers, const std::string& body) {
  return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + std::to_string(body.size()) +
         "\r\nConnection: close\r\n\r\n" + body;
}

}  // namespace likeness::tests
