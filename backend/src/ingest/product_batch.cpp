#include "ingest/product_batch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include "base/text.hpp"
#include "ingest/feed/line_splitter.hpp"
#include "ingest/normalize/normalize.hpp"

namespace likeness::ingest {
namespace {

using Status = ChangeResult::Status;

constexpr auto kInvalid = ErrorKind::invalid_argument;
/// Variants that a line may make, sizes parted.
constexpr std::size_t kRowsPerLineMax = 500;

/// The faults of a variant's row: those of its own values say which variant, the others are told once. Only so many are
/// kept, and of hints as well.
void gather(std::vector<ImportFault>& faults, std::vector<ImportFault> more, const ProductChange& change,
            std::size_t row) {
  for (auto& fault : more) {
    if (change.has_variants && change.rows[row].own.contains(fault.field))
      fault.field = fmt::format("variants.{}.{}", row, fault.field);
    const auto is_same = [&](const ImportFault& told) {
      return std::tie(told.field, told.value, told.reason) == std::tie(fault.field, fault.value, fault.reason);
    };
    const auto count = std::ranges::count(faults, fault.row_kept, &ImportFault::row_kept);
    if (std::cmp_less(count, ChangeReader::kFaultsMax) && std::ranges::none_of(faults, is_same))
      faults.push_back(std::move(fault));
  }
}

/// Photos by path are faults: nobody stands beside a request to upload them. Whether there are any.
bool refuse_paths(NormalizedRow& row) {
  bool any = false;
  for (const auto& image : row.rows.front().images) {
    if (image.is_remote()) continue;
    any = true;
    row.faults.push_back(
        {row.line, "image_link", image.location, "is no http(s) address: photos of a batch are fetched by the server"});
  }
  return any;
}

bool sets(const ProductChange::Row& row, std::string_view attribute) {
  return row.values.values.contains(attribute) || row.cleared.contains(attribute);
}

}  // namespace

ProductBatch::ProductBatch(const Parts& parts, OrgId org, std::string source_name, std::string currency,
                           const ProductBatchLimits& limits)
    : parts_(parts),
      org_(org),
      source_name_(std::move(source_name)),
      prices_{.currency = std::move(currency), .mark = DecimalMark::point},
      limits_(limits) {}

BatchOutcome ProductBatch::run(std::string_view body) {
  read(body);
  hold();
  erase();  // first: what goes makes room in the quota
  upsert();
  patch();
  return std::move(outcome_);
}

void ProductBatch::read(std::string_view body) {
  LineSplitter lines(
      limits_.line_bytes_max, [this](long number, std::string_view line) { read_line(number, line); },
      [this](long number, std::string_view) {
        add_result(number);
        fail(outcome_.results.size() - 1, ErrorKind::too_large, "", "",
             fmt::format("the line is longer than {} bytes", limits_.line_bytes_max));
      });
  lines.consume(body);
  lines.finish();
  progress_.bytes_read = static_cast<long>(body.size());
}

void ProductBatch::add_result(long line) {
  if (std::cmp_equal(outcome_.results.size(), limits_.lines_max))
    throw Error(ErrorKind::too_large,
                fmt::format("a batch has at most {} lines, so nothing was done: send several", limits_.lines_max),
                "body");
  outcome_.results.push_back({.line = line, .id = {}});
}

void ProductBatch::read_line(long number, std::string_view line) {
  const auto text = trim(line);
  if (text.empty()) return;
  add_result(number);
  const auto result = outcome_.results.size() - 1;
  auto head = ChangeReader::read_head(number, text);
  if (!head) return fail(result, kInvalid, std::move(head.error()));
  const auto [place, is_first] = named_on_.try_emplace(head->external_id, number);
  if (!is_first)
    return fail(result, kInvalid, "external_id", head->external_id,
                fmt::format("is named on line {} already: a batch names a product once", place->second));
  auto& pending = head->kind == ProductChange::Kind::upsert  ? upserts_
                  : head->kind == ProductChange::Kind::patch ? patches_
                                                             : deletes_;
  pending.push_back({result, std::move(head->external_id), std::string(text)});
}

std::optional<ProductChange> ProductBatch::change_of(const Pending& pending) {
  auto change = reader_.read(outcome_.results[pending.result].line, pending.text);
  if (change) return *std::move(change);
  fail(pending.result, kInvalid, std::move(change.error()));
  return std::nullopt;
}

void ProductBatch::fail(std::size_t result, ErrorKind problem, std::vector<ImportFault> faults) {
  auto& failed = outcome_.results[result];
  failed.status = Status::failed;
  failed.problem = problem;
  failed.faults = std::move(faults);
}

void ProductBatch::fail(std::size_t result, ErrorKind problem, std::string field, std::string value,
                        std::string reason) {
  fail(result, problem, {{outcome_.results[result].line, std::move(field), std::move(value), std::move(reason)}});
}

void ProductBatch::hold() {
  std::vector<std::string> external_ids;
  for (const auto& [external_id, line] : named_on_) external_ids.push_back(external_id);
  if (!external_ids.empty()) held_ = parts_.catalog.hold_products(org_, source_name_, external_ids);
}

void ProductBatch::upsert() {
  std::vector<CatalogRow> rows;
  for (const auto& pending : upserts_) {
    ++progress_.rows_read;
    const auto change = change_of(pending);
    auto more = change ? normalized(*change, pending.result) : std::vector<CatalogRow>();
    if (more.empty()) {
      ++progress_.rows_broken;
      continue;
    }
    result_of_.emplace(pending.external_id, pending.result);
    std::ranges::move(more, std::back_inserter(rows));
    if (rows.size() >= limits_.rows_per_write) write(std::exchange(rows, {}));
  }
  write(std::move(rows));
  finish_import();
}

std::vector<CatalogRow> ProductBatch::normalized(const ProductChange& change, std::size_t result) {
  std::vector<CatalogRow> rows;
  std::vector<ImportFault> faults;
  if (!normalize_rows(change, rows, faults)) {
    fail(result, kInvalid, std::move(faults));
    return {};
  }
  outcome_.results[result].faults = std::move(faults);
  return rows;
}

bool ProductBatch::normalize_rows(const ProductChange& change, std::vector<CatalogRow>& rows,
                                  std::vector<ImportFault>& faults) {
  bool is_refused = false;
  for (std::size_t i = 0; i < change.rows.size(); ++i) {
    auto row = normalize(change.rows[i].values, prices_);
    is_refused = is_refused || row.rows.empty();
    if (!row.rows.empty()) is_refused = refuse_paths(row) || is_refused;
    std::ranges::move(row.rows, std::back_inserter(rows));
    gather(faults, std::move(row.faults), change, i);
    if (rows.size() <= kRowsPerLineMax) continue;
    gather(faults, {{row.line, "variants", "", fmt::format("are more than {}, sizes parted", kRowsPerLineMax)}}, change,
           i);
    return false;
  }
  return !is_refused;
}

void ProductBatch::write(std::vector<CatalogRow> rows) {
  if (rows.empty()) return;
  if (!import_) {
    import_ = parts_.imports.begin_direct(org_, {.source_name = source_name_,
                                                 .filename = "products:batch",
                                                 .format = "jsonl",
                                                 .object_key = {},
                                                 .full = false,
                                                 .bytes = progress_.bytes_read});
    outcome_.import = import_->id;
  }
  take_written(parts_.catalog.upsert_rows(org_, import_->source, import_->id, rows));
  result_of_.clear();
}

void ProductBatch::take_written(const UpsertedRows& written) {
  std::vector<ProductId> known;
  for (const auto& product : written.written) {
    auto& result = outcome_.results[result_of_.at(product.product_external_id)];
    result.id = product.id;
    result.status = product.created ? Status::created : product.changed ? Status::updated : Status::unchanged;
    if (!product.created) known.push_back(product.id);
  }
  for (const auto& external_id : written.outdated)
    fail(result_of_.at(external_id), ErrorKind::conflict, "external_id", external_id,
         "was written by a newer import meanwhile: look at it, and send the line again where it still holds");
  for (const auto& left_out : written.left_out) {
    const auto result = result_of_.at(left_out.product_external_id);
    if (left_out.photos == 0)
      fail(result, ErrorKind::forbidden, "external_id", left_out.product_external_id, left_out.reason);
    else
      outcome_.results[result].faults.push_back(
          {outcome_.results[result].line, "image_link", "",
           fmt::format("{} photos were left out: {}", left_out.photos, left_out.reason), /*row_kept=*/true});
  }
  std::ranges::copy(written.touched, std::back_inserter(outcome_.touched));
  sweep(known);
  for (const auto& [external_id, result] : result_of_) {
    const auto status = outcome_.results[result].status;
    progress_.products_created += status == Status::created;
    progress_.products_changed += status == Status::updated;
    products_unchanged_ += status == Status::unchanged;
    progress_.rows_broken += status == Status::failed;
  }
}

void ProductBatch::sweep(const std::vector<ProductId>& known) {
  if (known.empty()) return;
  const auto swept = parts_.sweep.sweep_products(org_, import_->id, known);
  std::set<ProductId> poorer(swept.touched.begin(), swept.touched.end());
  poorer.insert(swept.lost_photos.begin(), swept.lost_photos.end());
  for (const auto& [external_id, index] : result_of_) {
    auto& result = outcome_.results[index];
    if (result.id && result.status == Status::unchanged && poorer.contains(*result.id)) result.status = Status::updated;
  }
  std::ranges::copy(swept.touched, std::back_inserter(outcome_.touched));
  std::ranges::copy(swept.vectors, std::back_inserter(outcome_.removed_vectors));
}

void ProductBatch::finish_import() {
  if (import_) parts_.imports.finish_direct(org_, import_->id, progress_, products_unchanged_);
}

void ProductBatch::patch() {
  std::vector<OfferPatch> patches;
  std::vector<std::size_t> results;
  for (const auto& pending : patches_) {
    const auto change = change_of(pending);
    if (!change) continue;
    const auto product = held_.find(pending.external_id);
    if (product == held_.end()) {
      fail(pending.result, ErrorKind::not_found, "external_id", pending.external_id,
           fmt::format("names no product of source {}", source_name_));
      continue;
    }
    outcome_.results[pending.result].id = product->second;
    auto more = offers(*change, pending.result, product->second);
    results.insert(results.end(), more.size(), pending.result);
    std::ranges::move(more, std::back_inserter(patches));
    if (patches.size() >= limits_.rows_per_write) write_patches(std::exchange(patches, {}), std::exchange(results, {}));
  }
  write_patches(patches, results);
}

std::vector<OfferPatch> ProductBatch::offers(const ProductChange& change, std::size_t result, ProductId product) {
  std::vector<OfferPatch> patches;
  std::vector<ImportFault> faults;
  bool is_refused = false;
  for (std::size_t i = 0; i < change.rows.size(); ++i) {
    const auto& row = change.rows[i];
    auto normalized = normalize_offer(row.values, prices_);
    is_refused = is_refused || normalized.is_refused;
    gather(faults, std::move(normalized.faults), change, i);
    patches.push_back({.product_id = product,
                       .variant_external_id = row.variant_external_id,
                       .offer = std::move(normalized.offer),
                       .sets = {.price = sets(row, "price"),
                                .sale_price = sets(row, "sale_price"),
                                .sale_interval = sets(row, "sale_price_effective_date"),
                                .availability = sets(row, "availability"),
                                .link = sets(row, "link")}});
  }
  if (is_refused) {
    fail(result, kInvalid, std::move(faults));
    return {};
  }
  outcome_.results[result].faults = std::move(faults);
  return patches;
}

void ProductBatch::write_patches(const std::vector<OfferPatch>& patches, const std::vector<std::size_t>& results) {
  if (patches.empty()) return;
  const auto patched = parts_.catalog.patch_offers(org_, patches);
  for (std::size_t i = 0; i < patches.size(); ++i) {
    auto& result = outcome_.results[results[i]];
    if (!patched[i].found) {
      if (result.status != Status::failed)
        fail(results[i], ErrorKind::not_found, "variants", "",
             "names a variant that the product has not, so nothing was changed");
      continue;
    }
    if (patched[i].sale_left_out && result.faults.size() < ChangeReader::kFaultsMax)
      result.faults.push_back(
          {result.line, "sale_price", "", "is higher than the price and was left out", /*row_kept=*/true});
    if (!patched[i].changed) continue;
    if (result.status != Status::updated) outcome_.touched.push_back(patches[i].product_id);
    result.status = Status::updated;
  }
}

void ProductBatch::erase() {
  for (const auto& pending : deletes_) {
    if (!change_of(pending)) continue;
    const auto product = held_.find(pending.external_id);
    if (product == held_.end()) continue;
    outcome_.results[pending.result].id = product->second;
    outcome_.results[pending.result].status = Status::deleted;
    outcome_.removed.push_back(product->second);
  }
  if (!outcome_.removed.empty()) parts_.catalog.delete_products(org_, outcome_.removed);
}

}  // namespace likeness::ingest
