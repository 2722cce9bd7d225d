#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "domain/money.hpp"
#include "ingest/feed/change_reader.hpp"
#include "ports/catalog_store.hpp"
#include "ports/catalog_sweep.hpp"
#include "ports/import_store.hpp"

namespace likeness::ingest {

struct ProductBatchLimits {
  long lines_max = 10'000;
  std::size_t line_bytes_max = 64 * 1024;
  std::size_t rows_per_write = 500;
};

/// What became of one line.
struct ChangeResult {
  enum class Status { created, updated, unchanged, deleted, failed };

  long line = 0;
  Status status = Status::unchanged;
  std::optional<ProductId> id;
  std::optional<ErrorKind> problem = {};  ///< why it failed; forbidden: the org's quota is used up
  std::vector<ImportFault> faults = {};   ///< all that is wrong; where it did not fail, hints alone
};

/// What a batch did, and what the vector index is to follow once that is committed.
struct BatchOutcome {
  std::vector<ChangeResult> results;  ///< by line
  std::optional<ImportId> import;     ///< of the products that were written
  std::vector<ProductId> touched;
  std::vector<ProductId> removed;
  std::vector<VectorId> removed_vectors;
};

/// Changes to the products of one source, a line each, that a request brings. A line that cannot be carried out stops
/// no other. An upsert says all there is to say of its product: it goes through the normalizer and into the catalogue
/// as the row of a feed, and variants and photos that it does not name go. A patch sets what is offered and leaves
/// vectors alone. A batch names a product once, so the order of its lines does not matter.
class ProductBatch {
 public:
  struct Parts {
    CatalogStore& catalog;
    CatalogSweep& sweep;
    ImportStore& imports;
  };

  /// `currency`: of prices that name none.
  ProductBatch(const Parts& parts, OrgId org, std::string source_name, std::string currency,
               const ProductBatchLimits& limits);

  /// Inside a unit of work, which what it throws must undo. Error{too_large} for too many lines, Error{unavailable}
  /// where another request changes the same products.
  BatchOutcome run(std::string_view body);

 private:
  /// A line to be carried out, as text: read, it may be many times as large.
  struct Pending {
    std::size_t result;  ///< where in the outcome its result stands
    std::string external_id;
    std::string text;
  };

  void read(std::string_view body);
  void read_line(long number, std::string_view line);
  void add_result(long line);
  void fail(std::size_t result, ErrorKind problem, std::vector<ImportFault> faults);
  void fail(std::size_t result, ErrorKind problem, std::string field, std::string value, std::string reason);
  void hold();
  void upsert();
  /// nullopt where the line has failed.
  std::optional<ProductChange> change_of(const Pending& pending);
  /// The row of each of the change's variants; none where one of them is refused.
  std::vector<CatalogRow> normalized(const ProductChange& change, std::size_t result);
  /// Rows that are checked; what they say wrong becomes `faults`. False where they are refused.
  bool normalize_rows(const ProductChange& change, std::vector<CatalogRow>& rows, std::vector<ImportFault>& faults);
  void write(std::vector<CatalogRow> rows);
  void take_written(const UpsertedRows& written);
  void sweep(const std::vector<ProductId>& known);
  void finish_import();
  void patch();
  std::vector<OfferPatch> offers(const ProductChange& change, std::size_t result, ProductId product);
  void write_patches(const std::vector<OfferPatch>& patches, const std::vector<std::size_t>& results);
  void erase();

  const Parts parts_;
  const OrgId org_;
  const std::string source_name_;
  const PriceStyle prices_;
  const ProductBatchLimits limits_;
  ChangeReader reader_;
  std::map<std::string, long, std::less<>> named_on_;  ///< product -> the line that names it
  std::vector<Pending> upserts_, patches_, deletes_;
  std::map<std::string, ProductId> held_;         ///< products that are there
  std::map<std::string, std::size_t> result_of_;  ///< product being written -> its result
  std::optional<DirectImport> import_;
  ReadingProgress progress_;
  long products_unchanged_ = 0;
  BatchOutcome outcome_;
};

}  // namespace likeness::ingest
