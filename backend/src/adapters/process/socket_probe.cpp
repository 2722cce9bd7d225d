#include "adapters/process/socket_probe.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/error.hpp"

namespace likeness {
namespace {

class Socket {
 public:
  explicit Socket(int family) : descriptor_(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval half_a_second{.tv_sec = 0, .tv_usec = 500'000};
    ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &half_a_second, sizeof half_a_second);
    ::setsockopt(descriptor_, SOL_SOCKET, SO_SNDTIMEO, &half_a_second, sizeof half_a_second);
  }
  ~Socket() { ::close(descriptor_); }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  int get() const { return descriptor_; }

  bool send(const std::string& text) const {
    return ::send(descriptor_, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
  }

  bool receive(const std::string& expected) const {
    std::string seen;
    char buffer[4096];
    while (seen.find(expected) == std::string::npos) {
      const ssize_t count = ::recv(descriptor_, buffer, sizeof buffer, 0);
      if (count <= 0 || seen.size() > 64 * 1024) return false;
      seen.append(buffer, static_cast<std::size_t>(count));
    }
    return true;
  }

 private:
  const int descriptor_;
};

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

}  // namespace

bool unix_socket_answers(const std::filesystem::path& socket, const std::string& sent, const std::string& expected) {
  const Socket connection(AF_UNIX);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = socket.string();
  if (path.size() >= sizeof address.sun_path) return false;
  path.copy(address.sun_path, path.size());
  return ::connect(connection.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
         connection.send(sent) && connection.receive(expected);
}

bool loopback_port_answers(int port, const std::string& greeting, const std::string& sent,
                           const std::string& expected) {
  const Socket connection(AF_INET);
  const sockaddr_in address = loopback(port);
  return ::connect(connection.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
         connection.receive(greeting) && connection.send(sent) && connection.receive(expected);
}

int free_loopback_port() {
  const Socket socket(AF_INET);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  if (::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), size) != 0 ||
      ::getsockname(socket.get(), reinterpret_cast<sockaddr*>(&address), &size) != 0)
    throw Error(ErrorKind::unavailable, "no port of 127.0.0.1 is free");
  return ntohs(address.sin_port);
}

}  // namespace likeness
