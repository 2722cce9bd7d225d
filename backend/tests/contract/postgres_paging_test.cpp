#include <algorithm>
#include <random>
#include <set>

#include "adapters/postgres/dead_letter_store.hpp"
#include "adapters/postgres/feed_store.hpp"
#include "base/trace.hpp"
#include "support/postgres_fixture.hpp"

namespace likeness::test {
namespace {

/// A list that changes while somebody pages through it.
struct ChangingList {
  std::function<std::string()> add;                              ///< the id of what is new
  std::function<void(const std::string& id)> remove;             ///< of what is there
  std::function<std::vector<std::string>(int limit)> next_page;  ///< empty at the end
};

class PostgresPagingTest : public PostgresTest {
 protected:
  /// Pages through the list, of random sizes, while entries come and go between two pages. What was there all the time
  /// must come once, in one order; nothing may come twice.
  static void page_through(const ChangingList& list, unsigned seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 chance(seed);
    const auto up_to = [&](int most) { return std::uniform_int_distribution<int>(1, most)(chance); };
    std::set<std::string> there;
    for (int i = 0; i < 30; ++i) there.insert(list.add());
    auto stayed = there;
    std::vector<std::string> seen;
    for (auto page = list.next_page(up_to(4)); !page.empty(); page = list.next_page(up_to(4))) {
      seen.insert(seen.end(), page.begin(), page.end());
      for (int i = up_to(3); i > 1; --i) there.insert(list.add());
      for (int i = up_to(3); i > 1 && there.size() > 1; --i) {
        const auto victim = std::next(there.begin(), up_to(static_cast<int>(there.size())) - 1);
        list.remove(*victim);
        stayed.erase(*victim);
        there.erase(victim);
      }
      ASSERT_LT(seen.size(), 1000U) << "the list has no end";
    }
    const std::set<std::string> once(seen.begin(), seen.end());
    EXPECT_EQ(once.size(), seen.size()) << "something came twice";
    EXPECT_TRUE(std::ranges::includes(once, stayed)) << "something was passed over";
    EXPECT_FALSE(stayed.empty());
  }

  /// Reads page by page; `read` takes where the page begins and its size.
  template <class IdType, class Read>
  static std::function<std::vector<std::string>(int)> pages(Read read) {
    return [read, after = std::optional<IdType>(), over = false](int limit) mutable {
      std::vector<std::string> ids;
      if (over) return ids;
      const auto [entries, next] = read(after, limit);
      for (const auto& entry : entries) ids.push_back(entry.id.to_string());
      over = !next;
      after = next;
      return ids;
    };
  }
};

TEST_F(PostgresPagingTest, Products) {
  const auto import = start_import(org_);
  int number = 0;
  for (unsigned seed = 1; seed <= 4; ++seed) {
    const ChangingList list{
        .add = [&] { return upsert(import, {row("p" + std::to_string(++number), "Thing")}).touched.at(0).to_string(); },
        .remove = [&](const std::string& id) { catalog_.delete_product(org_, ProductId::parse(id)); },
        .next_page = pages<ProductId>([&](const auto& after, int limit) {
          auto page = catalog_.products(org_, after, limit);
          return std::pair(std::move(page.products), page.next_after);
        })};
    page_through(list, seed);
  }
}

TEST_F(PostgresPagingTest, Imports) {
  for (unsigned seed = 1; seed <= 4; ++seed)
    page_through({.add = [&] { return start_import(org_).id.to_string(); },
                  .remove =
                      [&](const std::string& id) {
                        inspect("DELETE FROM imports WHERE id = '" + ImportId::parse(id).uuid.to_string() + "'");
                      },
                  .next_page = pages<ImportId>([&](const auto& before, int limit) {
                    auto page = imports_.imports(org_, before, limit);
                    return std::pair(std::move(page.imports), page.next_after);
                  })},
                 seed);
}

TEST_F(PostgresPagingTest, FeedsAndTheirPulls) {
  PostgresFeedStore feeds(app_pool_);
  int number = 0;
  const auto make = [&] {
    const auto id = SourceId::generate();
    FeedSetup setup;
    setup.name = "feed " + std::to_string(++number);
    setup.url = "https://shop.example/feed.tsv";
    feeds.create(org_, id, setup, {}, std::nullopt, 100'000);
    return id;
  };
  const auto puller = make();
  for (unsigned seed = 1; seed <= 4; ++seed) {
    page_through({.add = [&] { return make().to_string(); },
                  .remove = [&](const std::string& id) { feeds.remove(org_, SourceId::parse(id)); },
                  .next_page = pages<SourceId>([&](const auto& after, int limit) {
                    auto page = feeds.feeds(org_, after, limit);
                    return std::pair(std::move(page.feeds), page.next_after);
                  })},
                 seed);
    page_through({.add =
                      [&] {
                        const auto id = feeds.request_pull(org_, puller, std::nullopt);
                        inspect("UPDATE feed_pulls SET state = 'done', outcome = 'failed', finished_at = now()");
                        return id.to_string();
                      },
                  .remove =
                      [&](const std::string& id) {
                        inspect("DELETE FROM feed_pulls WHERE id = '" + PullId::parse(id).uuid.to_string() + "'");
                      },
                  .next_page = pages<PullId>([&](const auto& before, int limit) {
                    auto page = feeds.pulls(org_, puller, before, limit);
                    return std::pair(std::move(page.pulls), page.next_after);
                  })},
                 seed);
  }
}

TEST_F(PostgresPagingTest, DeadLetters) {
  PostgresDeadLetterStore letters(app_pool_);
  const auto import = start_import(org_);
  int number = 0;
  for (unsigned seed = 1; seed <= 4; ++seed)
    page_through(
        {.add =
             [&] {
               const auto id = upsert(import, {row("p" + std::to_string(++number), "Thing")}).touched.at(0);
               const auto job = inspect("UPDATE jobs SET state = 'dead', stage = 'embed' WHERE product_id = '" +
                                        id.uuid.to_string() + "' RETURNING id");
               return "job_" + job;
             },
         .remove =
             [&](const std::string& id) {
               inspect("UPDATE jobs SET state = 'done' WHERE id = '" + JobId::parse(id).uuid.to_string() + "'");
             },
         .next_page = pages<JobId>([&](const auto& after, int limit) {
           auto page = letters.list(org_, {}, after, limit);
           return std::pair(std::move(page.letters), page.next_after);
         })},
        seed);
}

TEST_F(PostgresPagingTest, ImportFaults) {
  for (unsigned seed = 1; seed <= 4; ++seed) {
    const auto import = start_import(org_).id;
    std::mt19937 lines(seed);
    int number = 0;
    page_through({.add =
                      [&] {
                        const auto reason = "reason " + std::to_string(++number);
                        const ImportFault fault{std::uniform_int_distribution<long>(1, 20)(lines), "price", "x",
                                                reason};
                        imports_.add_faults(org_, import, {&fault, 1});
                        return reason;
                      },
                  .remove =
                      [&](const std::string& reason) {
                        inspect("DELETE FROM import_faults WHERE reason = '" + reason + "' AND import_id = '" +
                                import.uuid.to_string() + "'");
                      },
                  .next_page =
                      [&, after = std::string(), over = false](int limit) mutable {
                        std::vector<std::string> reasons;
                        if (over) return reasons;
                        const auto page = imports_.faults(org_, import, after, limit);
                        for (const auto& fault : page.faults) reasons.push_back(fault.reason);
                        over = !page.next_after;
                        after = page.next_after.value_or("");
                        return reasons;
                      }},
                 seed);
  }
}

TEST_F(PostgresPagingTest, RowsTakeTheTraceOfWhoWritesThem) {
  const std::string first = TraceContext::start().to_string(), second = TraceContext::start().to_string();
  const auto of_jobs = [&](const char* kind) {
    return inspect("SELECT string_agg(DISTINCT traceparent, ' ') FROM jobs WHERE kind = '" + std::string(kind) + "'");
  };
  auto import = [&] {
    const TraceScope trace(first);
    return start_import(org_);
  }();
  EXPECT_EQ(of_jobs("feed"), first);
  EXPECT_EQ(outbox_.unpublished(10).at(0).traceparent, first);
  const auto job = claim_one(Unit::fetch, JobKind::feed).value();
  EXPECT_EQ(job.traceparent, first);
  {
    const TraceScope trace(job.traceparent);
    upsert(import, {row_with_image("p1", "https://shop.example/1.jpg")});
  }
  EXPECT_EQ(of_jobs("image"), first);
  EXPECT_EQ(of_jobs("text"), first);
  upsert(import, {row("p2", "Without a trace")});
  EXPECT_EQ(inspect("SELECT count(*) FROM jobs WHERE traceparent = ''"), "1");
  {
    const TraceScope trace(second);
    import = start_import(org_);
    upsert(import, {row_with_image("p1", "https://shop.example/1.jpg")});
  }
  EXPECT_EQ(of_jobs("image"), second) << "the job is the newer import's now";
}

}  // namespace
}  // namespace likeness::test
