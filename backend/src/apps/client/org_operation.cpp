#include "apps/client/org_operation.hpp"

#include <nlohmann/json.hpp>
#include <thread>

#include "apps/client/progress.hpp"

namespace likeness::apps {
namespace {

using nlohmann::json;
using namespace std::chrono_literals;

constexpr auto kAwayMax = 60s;

}  // namespace

json follow(ApiSession& session, const std::string& path, const json& operation, const std::string& what, bool silent) {
  const auto id = operation.at("id").get<std::string>();
  Progress progress(silent);
  auto last_heard = std::chrono::steady_clock::now();
  while (true) {
    try {
      auto now = session.get(path + id);
      last_heard = std::chrono::steady_clock::now();
      const auto state = now.at("state").get<std::string>();
      if (state == "done") return now;
      if (state == "failed")
        throw Error(ErrorKind::corrupt_data, "the " + what + " failed: " + now.value("failure", ""));
      progress.note(state == "queued" ? now.value("failure", "") : "");
      const auto& said = now.at("progress");
      progress.show(what + ": " + said.at("step").get<std::string>(), said.at("done").get<long>(),
                    said.at("total").get<long>());
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::unavailable || std::chrono::steady_clock::now() - last_heard > kAwayMax) throw;
    }
    std::this_thread::sleep_for(300ms);
  }
}

}  // namespace likeness::apps
