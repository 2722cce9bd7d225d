#pragma once

#include <span>
#include <utility>
#include <vector>

namespace likeness {

/// Owns a file descriptor.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~Descriptor();

  int get() const { return value_; }

 private:
  int value_ = -1;
};

struct SocketPair {
  Descriptor ours;
  Descriptor theirs;
};

/// Two connected SOCK_SEQPACKET sockets, closed on exec. Error{unavailable} where the kernel has none left.
SocketPair make_socket_pair();

/// Sends one packet with descriptors; false where the other end is gone.
bool send_packet(int socket, std::span<const std::byte> packet, std::span<const int> descriptors = {});
/// Receives one packet of exactly this size, and as many descriptors as it carries; false for anything else and where
/// the other end is gone. Blocks.
bool receive_packet(int socket, std::span<std::byte> packet, std::vector<Descriptor>* descriptors = nullptr);

}  // namespace likeness
