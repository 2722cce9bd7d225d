#include <gmock/gmock.h>
#include <signal.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

#include "adapters/process/command.hpp"
#include "adapters/process/private_nats.hpp"
#include "adapters/process/private_redis.hpp"
#include "infrastructure/private_services.hpp"

namespace likeness::tests {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using ::testing::HasSubstr;

CommandResult shell(const std::string& script, const std::string& input = {}, milliseconds limit = seconds(5)) {
  return run_command({.arguments = {"/bin/sh", "-c", script}, .environment = {{"WORD", "hello"}}}, input, limit);
}

bool is_alive(pid_t pid) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/stat");
  std::string number, name, state;
  return status >> number >> name >> state && state != "Z";
}

TEST(ChildProcess, RunsWithItsOwnEnvironmentInputAndOutput) {
  ::setenv("LIKENESS_SECRET_OF_OURS", "1", 1);
  const CommandResult result = shell("cat; echo $WORD $LIKENESS_SECRET_OF_OURS; echo err >&2; exit 3", "given\n");
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_EQ(result.output, "given\nhello\nerr\n");
}

TEST(ChildProcess, SaysWhyAProgramCannotRun) {
  try {
    ChildProcess child({.arguments = {"/no/such/program"}});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::unavailable);
    EXPECT_THAT(error.message(), HasSubstr("/no/such/program cannot be run: No such file"));
  }
}

TEST(ChildProcess, InheritsNoDescriptorAndHasAGroupOfItsOwn) {
  const int open_here = ::dup(0);
  const CommandResult result = shell("ls /proc/self/fd | wc -l; cut -d' ' -f5 /proc/$$/stat");
  ::close(open_here);
  std::istringstream text(result.output);
  int descriptors = 0;
  pid_t group = 0;
  text >> descriptors >> group;
  EXPECT_LE(descriptors, 4);  // 0, 1, 2 and the directory that is listed
  EXPECT_NE(group, ::getpgrp());
}

TEST(ChildProcess, BecomesAnotherUserForGood) {
  const auto account = service_account();
  if (!account) GTEST_SKIP() << "changing the user needs root";
  const CommandResult result =
      run_command({.arguments = {"/bin/sh", "-c", "id -u; id -g; id -G"}, .run_as = account}, {}, seconds(5));
  const std::string gid = std::to_string(account->gid);
  EXPECT_EQ(result.output, std::to_string(account->uid) + "\n" + gid + "\n" + gid + "\n");
}

TEST(ChildProcess, StopsPolitelyThenHard) {
  ChildProcess polite({.arguments = {"/bin/sleep", "100"}});
  polite.stop(SIGTERM, seconds(5));
  EXPECT_EQ(polite.exit_code(), 128 + SIGTERM);
  ChildProcess deaf({.arguments = {"/bin/sh", "-c", "trap '' TERM; while :; do sleep 0.05; done"}});
  std::this_thread::sleep_for(milliseconds(100));
  deaf.stop(SIGTERM, milliseconds(150));
  EXPECT_EQ(deaf.exit_code(), 128 + SIGKILL);
  EXPECT_EQ(shell("sleep 100", {}, milliseconds(100)).exit_code, 128 + SIGKILL);
}

TEST(ChildProcess, OutlivesTheThreadThatStartedIt) {
  std::unique_ptr<ChildProcess> child;
  std::thread([&] { child = std::make_unique<ChildProcess>(ChildOptions{.arguments = {"/bin/sleep", "100"}}); }).join();
  std::this_thread::sleep_for(milliseconds(100));
  EXPECT_TRUE(child->running());
}

/// Not a test: the process that the next test kills. It holds private services until then.
TEST(ChildProcess, DISABLED_HoldsServicesUntilItIsKilled) {
  const char* directory = std::getenv("LIKENESS_TEST_DIRECTORY");
  ASSERT_TRUE(directory);
  PrivateServiceOptions options{.data_directory = directory,
                                .run_directory = std::filesystem::path(directory) / "run",
                                .run_as = service_account()};
  PrivateRedis redis(options);
  PrivateNats nats(options);
  redis.start();
  nats.start();
  std::ofstream(options.data_directory / "pids.new") << redis.pid() << " " << nats.pid();
  std::filesystem::rename(options.data_directory / "pids.new", options.data_directory / "pids");
  std::this_thread::sleep_for(seconds(30));
}

TEST(ChildProcess, DiesWithItsParentHoweverThatDies) {
  const ScratchDirectory directory;
  ChildProcess holder(
      {.arguments = {std::filesystem::read_symlink("/proc/self/exe").string(), "--gtest_also_run_disabled_tests",
                     "--gtest_filter=ChildProcess.DISABLED_HoldsServicesUntilItIsKilled"},
       .environment = {{"LIKENESS_TEST_DIRECTORY", directory.path().string()}},
       .log_file = directory / "holder.log"});
  ASSERT_TRUE(eventually([&] { return std::filesystem::exists(directory / "pids"); }));
  pid_t redis = 0;
  pid_t nats = 0;
  std::ifstream(directory / "pids") >> redis >> nats;
  ASSERT_TRUE(is_alive(redis) && is_alive(nats));
  ::kill(holder.pid(), SIGKILL);
  EXPECT_TRUE(eventually([&] { return !is_alive(redis) && !is_alive(nats); }));
}

TEST(PrivateService, SaysWhyItDoesNotStart) {
  const ScratchDirectory directory;
  PrivateServiceOptions options = options_in(directory);
  options.start_timeout = seconds(5);
  PrivateNats nats(options);
  std::filesystem::create_directories(directory / "nats");
  std::ofstream(directory / "nats" / "jetstream") << "a file where a directory belongs";
  try {
    nats.start();
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::unavailable);
    EXPECT_THAT(error.message(), HasSubstr("nats did not start: "));
    EXPECT_THAT(error.message(), HasSubstr("JetStream"));
    EXPECT_EQ(error.message().find(nats.token()), std::string::npos);
  }
  EXPECT_FALSE(nats.running());
}

TEST(PrivateService, RefusesRootAndLongSocketPaths) {
  const ScratchDirectory directory;
  PrivateServiceOptions options = options_in(directory);
  options.run_directory = "/tmp/" + std::string(80, 'x');
  EXPECT_EQ(kind_thrown([&] { PrivateRedis redis(options); }), ErrorKind::invalid_argument);
  if (!running_as_root()) return;
  options = options_in(directory);
  options.run_as.reset();
  EXPECT_EQ(kind_thrown([&] { PrivateRedis redis(options); }), ErrorKind::invalid_argument);
}

}  // namespace
}  // namespace likeness::tests
