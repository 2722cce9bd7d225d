#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace likeness::gateway::test {

/// Bytes that no server may take for a good request, and the status of the refusal.
struct Trap {
  std::string name;
  std::string bytes;
  int status;
};

/// For the names of failed tests.
inline void PrintTo(const Trap& trap, std::ostream* out) { *out << trap.name; }

/// At least a hundred: what smuggles requests past proxies, what breaks the grammar, what breaks a bound.
std::vector<Trap> http_traps();

}  // namespace likeness::gateway::test
