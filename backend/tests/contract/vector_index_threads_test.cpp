#include <atomic>
#include <mutex>
#include <set>
#include <thread>

#include "contract/vector_index_suite.hpp"

namespace likeness::contract {
namespace {

constexpr int kSteadyProducts = 200;
constexpr int kRounds = 300;

/// What must hold of every answer, whatever is being changed meanwhile. Empty where all does.
std::string fault_of(const std::vector<VectorHit>& hits, const VectorQuery& asked) {
  int steady = 0;
  std::vector<VectorId> ids;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (i > 0 && hits[i].cosine > hits[i - 1].cosine) return "out of order";
    if (!(hits[i].cosine >= -1.01f && hits[i].cosine <= 1.01f)) return "half-written";
    steady += hits[i].id <= VectorId{kSteadyProducts};
    ids.push_back(hits[i].id);
  }
  std::ranges::sort(ids);
  if (std::ranges::adjacent_find(ids) != ids.end()) return "one came twice";
  if (hits.size() > static_cast<std::size_t>(asked.limit)) return "too many";
  return steady == kSteadyProducts ? "" : "only " + std::to_string(steady) + " of those that nobody touches";
}

TEST_P(VectorIndexContract, ReadersAndWritersDoNotDisturbEachOther) {
  std::mt19937 random(81);
  Catalogue steady;
  for (int i = 1; i <= kSteadyProducts; ++i) {
    steady.columns.push_back(branded(static_cast<std::uint64_t>(i), "Steady"));
    steady.vectors.push_back(
        stored(i, Level::image, product(static_cast<std::uint64_t>(i)), random_vector(kImageDimensions, random)));
  }
  fill(steady);

  std::atomic<bool> stop = false;
  std::atomic<long> answers = 0;
  std::mutex faults_mutex;
  std::set<std::string> faults;
  {
    std::vector<std::jthread> readers;
    for (unsigned seed = 1; seed <= 3; ++seed)
      readers.emplace_back([&, seed] {
        std::mt19937 own_random(seed);
        while (!stop) {
          auto asked = query(random_vector(kImageDimensions, own_random), {}, 100'000);
          if (own_random() % 2 == 0) asked.filter.brands = {"Steady"};
          asked.exact = own_random() % 8 == 0;
          const auto fault = fault_of(search(asked), asked);
          index->status(org, pack);
          ++answers;
          if (fault.empty()) continue;
          std::lock_guard lock(faults_mutex);
          faults.insert(fault);
        }
      });
    for (int round = 1; round <= kRounds || answers < 50; ++round) {
      const auto number = static_cast<std::uint64_t>(10'000 + round);
      put(branded(number, "Passing"));
      for (int i = 0; i < 5; ++i)
        add(static_cast<std::int64_t>(number) * 10 + i, number, random_vector(kImageDimensions, random));
      if (round % 3 == 0) remove({VectorId{static_cast<std::int64_t>(number) * 10}});
      if (round % 2 == 0) remove_products({product(number - 1)});
      if (round % 25 == 0) {
        index->begin_rebuild(org, pack);
        fill(steady);
        index->finish_rebuild(org, pack);
      }
      index->add(other_org, pack, steady.vectors);
      if (round % 10 == 0) index->drop(other_org);
    }
    stop = true;
  }
  EXPECT_THAT(faults, testing::IsEmpty());
  EXPECT_GE(answers, 50);
}

TEST_P(VectorIndexContract, SearchesThatNeverStopComingDoNotKeepAWriterOut) {
  std::mt19937 random(91);
  fill(Catalogue::random(3000, 91));
  std::atomic<bool> stop = false;
  std::atomic<long> answers = 0;
  std::vector<std::jthread> readers;
  for (unsigned seed = 1; seed <= 6; ++seed)
    readers.emplace_back([&, seed] {
      std::mt19937 own_random(seed);
      while (!stop) {
        search(query(random_vector(kImageDimensions, own_random)));
        ++answers;
      }
    });
  double worst_s = 0;
  for (int i = 1; i <= 50 || answers < 2000; ++i) {
    const Stopwatch stopwatch;
    add(1'000'000 + i, 1, random_vector(kImageDimensions, random));
    worst_s = std::max(worst_s, stopwatch.seconds());
  }
  stop = true;
  readers.clear();
  EXPECT_LT(worst_s, 1.0) << "what is added is to be visible within a second";
}

}  // namespace
}  // namespace likeness::contract
