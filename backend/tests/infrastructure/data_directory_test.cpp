#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "adapters/process/data_directory_lock.hpp"
#include "adapters/process/log_tail.hpp"
#include "adapters/process/private_files.hpp"
#include "adapters/process/program_path.hpp"
#include "adapters/process/run_directory.hpp"
#include "infrastructure/private_services.hpp"

namespace likeness::tests {
namespace {

using ::testing::HasSubstr;

TEST(DataDirectoryLock, TellsTheSecondWhoTheFirstIs) {
  const ScratchDirectory directory;
  EXPECT_FALSE(DataDirectoryLock::holder(directory.path()));
  {
    DataDirectoryLock lock(directory.path());
    EXPECT_EQ(DataDirectoryLock::holder(directory.path())->url, "");
    lock.publish_url("http://127.0.0.1:7700");
    const auto holder = DataDirectoryLock::holder(directory.path());
    ASSERT_TRUE(holder);
    EXPECT_EQ(holder->process, ::getpid());
    EXPECT_EQ(holder->url, "http://127.0.0.1:7700");
    try {
      DataDirectoryLock second(directory.path());
      FAIL();
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::conflict);
      EXPECT_EQ(error.message(), "another Likeness (process " + std::to_string(::getpid()) + ") is using " +
                                     directory.path().string() + "; its address is http://127.0.0.1:7700");
    }
  }
  EXPECT_FALSE(DataDirectoryLock::holder(directory.path()));
  EXPECT_NO_THROW(DataDirectoryLock(directory.path()));
}

TEST(UnprivilegedUser, NamesTheDirectoryThatIsInTheWay) {
  const auto account = service_account();
  if (!account) GTEST_SKIP() << "needs root";
  EXPECT_NE(account->uid, 0u);
  const ScratchDirectory directory;
  std::filesystem::create_directories(directory / "closed/data");
  EXPECT_NO_THROW(require_reachable(directory / "closed/data", *account));
  EXPECT_NO_THROW(require_reachable(directory / "closed/data/not/yet", *account));
  ::chmod((directory / "closed").c_str(), 0700);
  try {
    require_reachable(directory / "closed/data", *account);
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.message(), HasSubstr("may not enter " + (directory / "closed").string() + ":"));
  }
  EXPECT_EQ(kind_thrown([] { unprivileged_user("root"); }), ErrorKind::invalid_argument);
}

TEST(UnprivilegedUser, GivesADirectoryButNothingBehindLinks) {
  const auto account = service_account();
  if (!account) GTEST_SKIP() << "needs root";
  const ScratchDirectory scratch;
  std::ofstream(scratch / "outside") << "ours";
  std::filesystem::create_directories(scratch / "data/deep");
  std::ofstream(scratch / "data/deep/file") << "theirs";
  std::filesystem::create_symlink(scratch / "outside", scratch / "data/link");
  std::filesystem::create_hard_link(scratch / "outside", scratch / "data/second-name");
  give_directory(scratch / "data", *account);
  const auto owner = [&](const std::string& name) {
    struct stat status{};
    EXPECT_EQ(::stat((scratch / name).c_str(), &status), 0) << name;
    return status.st_uid;
  };
  EXPECT_EQ(owner("data/deep/file"), account->uid);
  EXPECT_EQ(owner("data"), account->uid);
  EXPECT_EQ(owner("outside"), 0u);
}

TEST(UnprivilegedUser, DropsForGood) {
  const auto account = service_account();
  if (!account) GTEST_SKIP() << "needs root";
  EXPECT_EXIT(
      {
        drop_privileges(*account);
        ::_exit(::geteuid() == account->uid && ::setuid(0) != 0 && ::access("/root", R_OK) != 0 ? 0 : 1);
      },
      ::testing::ExitedWithCode(0), "");
}

TEST(RunDirectory, IsShortPrivateAndTheSameEachTime) {
  const ScratchDirectory directory;
  const auto account = service_account();
  const auto run = create_run_directory(directory.path(), account);
  EXPECT_EQ(create_run_directory(directory.path(), account), run);
  EXPECT_NO_THROW(require_short(run));
  struct stat status{};
  ASSERT_EQ(::stat(run.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0700u);
  EXPECT_EQ(status.st_uid, account ? account->uid : ::geteuid());
  std::filesystem::remove(run);
}

TEST(Secrets, AreMadeOnceAndKeptPrivate) {
  const ScratchDirectory directory;
  const std::string first = Secrets(directory / "secrets", service_account()).get("a");
  Secrets again(directory / "secrets", service_account());
  EXPECT_EQ(again.get("a"), first);
  EXPECT_EQ(first.size(), 48u);
  EXPECT_NE(again.get("b"), first);
  EXPECT_EQ(Secrets(directory / "secrets", service_account()).get("a"), first);
  struct stat status{};
  ASSERT_EQ(::stat((directory / "secrets").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST(ProgramPath, NamesThePackageOfAMissingProgram) {
  EXPECT_EQ(require_program("sh", "dash").back(), 'h');
  try {
    require_program("no-such-program", "no-such-package");
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.message(), HasSubstr("apt-get install no-such-package"));
  }
  EXPECT_EQ(kind_thrown([] { postgres_programs("7"); }), ErrorKind::unavailable);
}

TEST(LogTail, PicksTheTellingLine) {
  EXPECT_EQ(telling_line("starting\nFATAL:  no space\nshutting down\n"), "FATAL:  no space");
  EXPECT_EQ(telling_line("one\ntwo\n"), "two");
  EXPECT_EQ(telling_line(""), "");
}

}  // namespace
}  // namespace likeness::tests
