#pragma once

#include <filesystem>
#include <string>

namespace likeness {

/// Connects, sends, and reads until `expected` was seen (true) or the other side ends or is silent for half a second.
bool unix_socket_answers(const std::filesystem::path& socket, const std::string& sent, const std::string& expected);
/// The same on 127.0.0.1; the server greets first, and `greeting` has to be in it.
bool loopback_port_answers(int port, const std::string& greeting, const std::string& sent, const std::string& expected);

/// A TCP port of 127.0.0.1 that was free a moment ago.
int free_loopback_port();

}  // namespace likeness
