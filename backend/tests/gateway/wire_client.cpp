#include "gateway/wire_client.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fmt/format.h>
#include <charconv>
#include <stdexcept>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace likeness::gateway::test {
namespace {

constexpr std::chrono::milliseconds kPatience{5000};

WireAnswer parsed_head(std::string_view head) {
  WireAnswer answer;
  const auto lines = split(head, "\r\n");
  answer.status = std::stoi(lines.at(0).substr(9, 3));
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::size_t colon = lines[i].find(':');
    answer.headers.add(lines[i].substr(0, colon), std::string(trim(std::string_view(lines[i]).substr(colon + 1))));
  }
  return answer;
}

}  // namespace

std::string WireAnswer::faulty_fields() const {
  std::vector<std::string> fields;
  for (const auto& error : json().value("errors", nlohmann::json::array())) fields.push_back(error["field"]);
  return join(fields, " ");
}

WireClient::WireClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("cannot connect");
}

WireClient::~WireClient() { ::close(socket_); }

bool WireClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool WireClient::read_more(std::chrono::milliseconds time) {
  pollfd wait{.fd = socket_, .events = POLLIN, .revents = 0};
  if (::poll(&wait, 1, static_cast<int>(time.count())) <= 0) return false;
  char bytes[16384];
  const ssize_t count = ::recv(socket_, bytes, sizeof bytes, 0);
  if (count > 0) buffer_.append(bytes, static_cast<std::size_t>(count));
  return count > 0;
}

std::optional<WireAnswer> WireClient::receive(bool head_only) {
  std::size_t end = 0;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos)
    if (!read_more(kPatience)) return std::nullopt;
  WireAnswer answer = parsed_head(std::string_view(buffer_).substr(0, end));
  buffer_.erase(0, end + 4);
  std::size_t length = 0;
  const std::string_view text = answer.headers.get("Content-Length");
  std::from_chars(text.data(), text.data() + text.size(), length);
  if (head_only) length = 0;
  while (buffer_.size() < length)
    if (!read_more(kPatience)) return std::nullopt;
  answer.body = buffer_.substr(0, length);
  buffer_.erase(0, length);
  return answer;
}

std::string WireClient::read_some(std::chrono::milliseconds time) {
  if (buffer_.empty()) read_more(time);
  return std::exchange(buffer_, {});
}

bool WireClient::closed_within(std::chrono::milliseconds time) {
  pollfd wait{.fd = socket_, .events = POLLIN, .revents = 0};
  if (!buffer_.empty() || ::poll(&wait, 1, static_cast<int>(time.count())) <= 0) return false;
  char byte = 0;
  return ::recv(socket_, &byte, 1, 0) <= 0;
}

std::string request_text(std::string_view method, std::string_view target, std::string_view fields,
                         std::string_view body) {
  std::string text = fmt::format("{} {} HTTP/1.1\r\nHost: test\r\n{}", method, target, fields);
  if (!body.empty()) text += fmt::format("Content-Length: {}\r\n", body.size());
  return text.append("\r\n").append(body);
}

WireAnswer exchange(std::uint16_t port, std::string_view bytes) {
  WireClient client(port);
  client.send(bytes);
  return client.receive().value_or(WireAnswer());
}

}  // namespace likeness::gateway::test
