#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "domain/search.hpp"
#include "ports/cache.hpp"

namespace likeness::query {

/// The ordered answer of a search, kept for a while so that its next pages neither repeat nor skip anything. `at` is
/// the moment of the search: sale prices are judged by it on every page.
struct KeptResult {
  std::vector<Candidate> candidates;
  TimePoint at;
  bool capped = false;
  std::size_t request_hash = 0;  ///< of the request's fingerprint: a cursor continues its own search only
};

/// Where a page continues: "<search id>.<position>".
struct Cursor {
  SearchId search_id;
  std::size_t position = 0;

  std::string to_string() const;
  /// Error{invalid_argument} for a text that is no cursor.
  static Cursor parse(const std::string& text);
};

class ResultPages {
 public:
  ResultPages(Cache& cache, std::chrono::seconds time_to_live) : cache_(cache), time_to_live_(time_to_live) {}

  void keep(OrgId org, SearchId id, const KeptResult& result);
  /// Error{gone} where the result is no longer kept: the search must be made again.
  KeptResult find(OrgId org, SearchId id);

 private:
  Cache& cache_;
  std::chrono::seconds time_to_live_;
};

}  // namespace likeness::query
