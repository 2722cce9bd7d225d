#pragma once

#include <vector>

#include "domain/search.hpp"
#include "ports/catalog_store.hpp"

namespace likeness::query {

/// What a page became, and where the next one starts in the ordered candidates.
struct ReadPage {
  std::vector<Hit> hits;
  std::size_t next_position = 0;
};

/// Last step: candidates are read from the truth. What was deleted, belongs to another org or no longer passes the
/// filter falls out, and the page is filled up from the candidates behind it.
class FinalRead {
 public:
  explicit FinalRead(CatalogStore& catalog) : catalog_(catalog) {}

  ReadPage read(OrgId org, const std::vector<Candidate>& candidates, std::size_t position, int limit,
                const Filter& filter, TimePoint at);

 private:
  void add_pictures(OrgId org, std::vector<Hit>& hits);

  CatalogStore& catalog_;
};

}  // namespace likeness::query
