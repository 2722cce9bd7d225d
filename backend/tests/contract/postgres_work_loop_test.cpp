#include "ingest/work_loop.hpp"

#include <atomic>
#include <functional>
#include <thread>

#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

using namespace std::chrono_literals;
using ingest::StageError;

/// Work that a test makes up, job by job.
class ScriptedWork final : public ingest::UnitOfWork {
 public:
  using Script = std::function<std::optional<StageError>(const Job&)>;
  explicit ScriptedWork(Script script) : script_(std::move(script)) {}
  Unit unit() const override { return Unit::understand; }
  std::vector<std::optional<StageError>> run(std::span<const Job> jobs) override {
    std::vector<std::optional<StageError>> errors;
    for (const auto& job : jobs) errors.push_back(script_(job));
    return errors;
  }

 private:
  Script script_;
};

class SilentBus final : public EventBus {
 public:
  void publish(const std::string&, const std::string&, const std::string&, const std::string&) override {}
  void wait_for_work(Unit, std::chrono::milliseconds timeout) override { std::this_thread::sleep_for(timeout); }
  bool healthy() override { return false; }
};

class LastValues final : public Metrics {
 public:
  void increment(const std::string&, const MetricLabels&, double) override {}
  void set(const std::string& name, const MetricLabels&, double value) override {
    if (name == "likeness_work_paused") paused = value > 0;
  }
  void observe_seconds(const std::string&, const MetricLabels&, double) override {}
  std::string render() override { return {}; }

  std::atomic<bool> paused = false;
};

class PostgresWorkLoopTest : public PostgresTest {
 protected:
  PostgresWorkLoopTest() {
    options_.threads = 1;
    options_.jobs_per_claim = 1;
    options_.poll = 20ms;
    options_.pause_max = 100ms;
    options_.retry.backoff_first = 10ms;
    options_.retry.backoff_max = 50ms;
  }
  void queue(int count) {
    std::vector<CatalogRow> rows;
    for (int i = 0; i < count; ++i) rows.push_back(row("p" + std::to_string(i), "Title"));
    upsert(start_import(org_), rows);
  }
  void complete(const Job& job) { jobs_.complete_text(job, {"tiny", 1}, HalfVector(4, 1)); }
  bool comes_true(const std::string& condition) {
    for (int i = 0; i < 400; ++i, std::this_thread::sleep_for(25ms))
      if (inspect("SELECT " + condition) == "t") return true;
    return false;
  }

  SilentBus bus_;
  LastValues metrics_;
  ingest::WorkLoopOptions options_;
};

constexpr char kAllDone[] = "count(*) FILTER (WHERE state <> 'done') = 0 FROM jobs WHERE kind = 'text'";

TEST_F(PostgresWorkLoopTest, ALeaseShorterThanItsJobIsRenewed) {
  queue(1);
  options_.lease = 1s;
  std::atomic<int> runs = 0;
  ScriptedWork work([&](const Job& job) -> std::optional<StageError> {
    ++runs;
    for (int i = 0; i < 25; ++i) {
      std::this_thread::sleep_for(100ms);
      jobs_.sweep();
    }
    complete(job);
    return std::nullopt;
  });
  ingest::WorkLoop loop(work, jobs_, bus_, metrics_, options_);
  EXPECT_TRUE(comes_true(kAllDone));
  EXPECT_EQ(runs, 1);
}

TEST_F(PostgresWorkLoopTest, OurOwnStorageBeingAwayCostsNoTryAndPausesTheLoop) {
  queue(3);
  options_.retry.tries_max = 2;
  std::atomic<bool> full = true;
  std::atomic<int> runs = 0;
  ScriptedWork work([&](const Job& job) -> std::optional<StageError> {
    ++runs;
    if (full) return StageError::thrown(Stage::index, Error(ErrorKind::unavailable, "the disk is full"));
    complete(job);
    return std::nullopt;
  });
  ingest::WorkLoop loop(work, jobs_, bus_, metrics_, options_);
  EXPECT_TRUE(comes_true("count(*) > 0 FROM jobs WHERE last_error = 'the disk is full'"));
  std::this_thread::sleep_for(1s);
  EXPECT_TRUE(metrics_.paused);
  EXPECT_GT(runs, 3) << "it looks again";
  EXPECT_LT(runs, 40) << "and not all the time";
  EXPECT_EQ(inspect("SELECT max(tries) <= 1 FROM jobs WHERE kind = 'text'"), "t");
  full = false;
  EXPECT_TRUE(comes_true(kAllDone));
  EXPECT_FALSE(metrics_.paused);
}

TEST_F(PostgresWorkLoopTest, WhatAPhotoOrItsHostIsToBlameForCostsATry) {
  queue(1);
  options_.retry.tries_max = 3;
  std::atomic<int> runs = 0;
  ScriptedWork work([&](const Job&) -> std::optional<StageError> {
    ++runs;
    return StageError{Stage::embed, Error(ErrorKind::unavailable, "the host is away")};
  });
  ingest::WorkLoop loop(work, jobs_, bus_, metrics_, options_);
  EXPECT_TRUE(comes_true("count(*) = 1 FROM jobs WHERE state = 'dead' AND tries = 3"));
  EXPECT_EQ(runs, 3);
  EXPECT_FALSE(metrics_.paused);
}

}  // namespace
}  // namespace likeness::test
