#include "apps/eval/scratch_server.hpp"

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "adapters/process/log_tail.hpp"

extern char** environ;

namespace likeness::apps {
namespace {

namespace fs = std::filesystem;
constexpr int kStartSeconds = 60;

fs::path temporary_directory() {
  std::string name = (fs::temp_directory_path() / "likeness-eval-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw Error(ErrorKind::unavailable, "no temporary directory could be made");
  // Where we are root, the server gives up its rights and must still be able to come here.
  fs::permissions(name, fs::perms(0755));
  return name;
}

std::vector<std::pair<std::string, std::string>> own_environment() {
  std::vector<std::pair<std::string, std::string>> variables;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string text(*entry);
    if (const auto mark = text.find('='); mark != std::string::npos)
      variables.emplace_back(text.substr(0, mark), text.substr(mark + 1));
  }
  return variables;
}

}  // namespace

ScratchServer::ScratchServer(const Context& context) : directory_(temporary_directory()) {
  const auto data = directory_ / "data";
  ChildOptions options;
  options.arguments = {fs::canonical("/proc/self/exe").string(),
                       "up",
                       "--data",
                       data.string(),
                       "--set",
                       "server.port=0",
                       "--set",
                       "server.admin_port=0"};
  if (!context.config_file.empty())
    options.arguments.insert(options.arguments.end(), {"--config", fs::absolute(context.config_file).string()});
  for (const auto& assignment : context.assignments)
    options.arguments.insert(options.arguments.end(), {"--set", assignment});
  options.environment = own_environment();
  options.working_directory = fs::current_path();
  options.log_file = directory_ / "server.log";
  options.death_signal = SIGTERM;
  process_ = std::make_unique<ChildProcess>(options);

  for (int i = 0; i < kStartSeconds * 10; ++i) {
    if (const auto code = process_->exit_code())
      throw Error(ErrorKind::unavailable,
                  "the server for the evaluation did not start: " + telling_line_of_file(options.log_file, 0));
    std::ifstream file(data / "operator.json");
    const auto document = nlohmann::json::parse(file, nullptr, false);
    if (document.is_object()) {
      address_ = {document.at("url").get<std::string>(), document.at("token").get<std::string>()};
      try {
        ApiSession(address_, "").get("/readyz");
        return;
      } catch (const Error&) {
      }
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  throw Error(ErrorKind::timeout, "the server for the evaluation was not ready in time");
}

ScratchServer::~ScratchServer() {
  process_->stop(SIGTERM, std::chrono::seconds(30));
  std::error_code ignored;
  fs::remove_all(directory_, ignored);
}

}  // namespace likeness::apps
