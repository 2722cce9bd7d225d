#include "config/settings.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace likeness {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::UnorderedElementsAre;

class SettingsTest : public testing::Test {
 protected:
  SettingsTest()
      : file_(std::filesystem::temp_directory_path() / ("likeness-settings-" + std::to_string(getpid()) + ".toml")) {}
  ~SettingsTest() override { std::filesystem::remove(file_); }

  LoadedSettings load(const std::string& toml, std::map<std::string, std::string> environment = {},
                      std::map<std::string, std::string> flags = {}) {
    std::ofstream(file_) << toml;
    return load_settings({file_.string(), std::move(environment), std::move(flags)});
  }

  std::vector<std::string> faults_of(const std::string& toml, std::map<std::string, std::string> environment = {},
                                     std::map<std::string, std::string> flags = {}) {
    try {
      load(toml, std::move(environment), std::move(flags));
    } catch (const SettingsError& error) {
      EXPECT_EQ(error.kind(), ErrorKind::invalid_argument);
      for (const auto& fault : error.faults()) EXPECT_THAT(error.message(), HasSubstr(fault));
      return error.faults();
    }
    return {};
  }

  static SettingValue value_of(const LoadedSettings& loaded, const std::string& name) {
    for (const auto& value : loaded.values)
      if (value.name == name) return value;
    return {};
  }

  std::filesystem::path file_;
};

TEST_F(SettingsTest, DefaultsAloneAreEnough) {
  const auto loaded = load_settings({});
  EXPECT_EQ(loaded.settings.server.port, 7700);
  for (const auto& value : loaded.values) EXPECT_EQ(value.origin, "default") << value.name;
}

TEST_F(SettingsTest, TheFileIsWeakerThanTheEnvironmentAndThatThanFlags) {
  const std::string toml = "[server]\nport = 1001\nadmin_port = 1002\nworker_threads = 3\n";
  const auto loaded =
      load(toml, {{"LIKENESS__SERVER__ADMIN_PORT", "2002"}, {"LIKENESS__SERVER__WORKER_THREADS", "4"}, {"OTHER", "x"}},
           {{"server.worker_threads", "5"}});
  EXPECT_EQ(loaded.settings.server.port, 1001);
  EXPECT_EQ(loaded.settings.server.admin_port, 2002);
  EXPECT_EQ(loaded.settings.server.worker_threads, 5);
  EXPECT_EQ(value_of(loaded, "server.port").origin, "file");
  EXPECT_EQ(value_of(loaded, "server.admin_port").origin, "environment");
  EXPECT_EQ(value_of(loaded, "server.worker_threads").origin, "flag");
  EXPECT_EQ(value_of(loaded, "server.host").origin, "default");
}

TEST_F(SettingsTest, ReadsEveryKindOfValueFromTheEnvironment) {
  const auto loaded = load("", {{"LIKENESS__QUERY_IMAGES__HOURS_TO_LIVE", "5"},
                                {"LIKENESS__DETECT__CONFIDENCE_MIN", "0.25"},
                                {"LIKENESS__DOWNLOAD__ALLOW_LOOPBACK", "true"},
                                {"LIKENESS__PROCESS__DATA_DIRECTORY", "/srv/a b"}});
  EXPECT_EQ(loaded.settings.query_images.hours_to_live, 5);
  EXPECT_DOUBLE_EQ(loaded.settings.detect.confidence_min, 0.25);
  EXPECT_TRUE(loaded.settings.download.allow_loopback);
  EXPECT_EQ(loaded.settings.process.data_directory, "/srv/a b");
}

TEST_F(SettingsTest, AnUnknownKeyNamesTheNearest) {
  EXPECT_THAT(faults_of("[server]\nprot = 1\n"), ElementsAre(HasSubstr("did you mean \"server.port\"")));
  EXPECT_THAT(faults_of("", {{"LIKENESS__SEVER__PORT", "1"}}),
              ElementsAre(testing::AllOf(HasSubstr("LIKENESS__SEVER__PORT"), HasSubstr("\"server.port\""))));
  EXPECT_THAT(faults_of("", {}, {{"something.else.entirely", "1"}}),
              ElementsAre(testing::AllOf(HasSubstr("--set something.else.entirely"), Not(HasSubstr("did you mean")))));
}

TEST_F(SettingsTest, ListsAllFaultsAtOnceEachWithItsPlace) {
  const auto faults =
      faults_of("port = 1\n[server]\nport = 70000\nhost = 5\nworker_threads = \"many\"\n[log]\nlevel = \"loud\"\n",
                {{"LIKENESS__DETECT__OVERLAP_MAX", "nan"}}, {{"ingest.tries_max", "2.5"}});
  EXPECT_THAT(faults, UnorderedElementsAre(HasSubstr("stands outside every section"),
                                           testing::AllOf(HasSubstr("line 3"), HasSubstr("not between 0 and 65535")),
                                           testing::AllOf(HasSubstr("line 4"), HasSubstr("text in quotation marks")),
                                           testing::AllOf(HasSubstr("line 5"), HasSubstr("whole number")),
                                           testing::AllOf(HasSubstr("log.level"), HasSubstr("debug, info")),
                                           HasSubstr("LIKENESS__DETECT__OVERLAP_MAX"),
                                           testing::AllOf(HasSubstr("--set ingest.tries_max"), HasSubstr("2.5"))));
}

TEST_F(SettingsTest, RefusesWrongKindsOfValue) {
  for (const std::string toml :
       {"[server]\nport = 1.5\n", "[server]\nport = true\n", "[download]\nallow_loopback = 1\n",
        "[detect]\nconfidence_min = \"0.3\"\n", "[detect]\nconfidence_min = nan\n", "[server]\nport = [1]\n",
        "[server.port]\nx = 1\n"})
    EXPECT_EQ(faults_of(toml).size(), 1u) << toml;
  EXPECT_THAT(faults_of("", {}, {{"download.allow_loopback", "yes"}}), ElementsAre(HasSubstr("true or false")));
  EXPECT_THAT(faults_of("", {}, {{"server.port", ""}}), ElementsAre(HasSubstr("whole number")));
}

TEST_F(SettingsTest, RefusesCombinationsThatMakeNoSense) {
  EXPECT_THAT(faults_of("[postgres]\napp_url = \"postgres://a\"\n"), ElementsAre(HasSubstr("go together")));
  EXPECT_THAT(faults_of("[server]\nport = 9\nadmin_port = 9\n"), ElementsAre(HasSubstr("both 9")));
  EXPECT_THAT(faults_of("[redis]\nurl = \"rediss://r\"\n"), ElementsAre(HasSubstr("TLS")));
  EXPECT_THAT(faults_of("[server]\nport = 0\nadmin_port = 0\n"), ElementsAre());
}

TEST_F(SettingsTest, ABrokenOrMissingFileIsAFault) {
  EXPECT_THAT(faults_of("[server\nport = 1\n"), ElementsAre(HasSubstr("line 1")));
  try {
    load_settings({.file = "/nowhere/likeness.toml"});
    ADD_FAILURE();
  } catch (const SettingsError& error) {
    EXPECT_THAT(error.faults(), ElementsAre(HasSubstr("no such file")));
  }
}

TEST_F(SettingsTest, SecretsAreMaskedWhereTheyAreShown) {
  const auto loaded = load(
      "[postgres]\napp_url = \"postgres://u:hush1@h\"\nworker_url = \"postgres://u:hush2@h\"\nowner_url = \"hush3\"\n"
      "[redis]\nurl = \"redis://:hush4@h\"\n[nats]\ntoken = \"hush5\"\n");
  EXPECT_EQ(loaded.settings.nats.token, "hush5");
  for (const auto& value : loaded.values) EXPECT_THAT(value.value, Not(HasSubstr("hush"))) << value.name;
  EXPECT_EQ(value_of(loaded, "nats.token").value, "\"***\"");
  EXPECT_EQ(value_of(load(""), "nats.token").value, "\"\"");
}

}  // namespace
}  // namespace likeness
