#include "ingest/feed_import.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "ingest/stage_timer.hpp"

namespace likeness::ingest {
namespace {

/// Counts what is read.
class CountingReader final : public ObjectReader {
 public:
  CountingReader(ObjectReader& reader, long& bytes) : reader_(reader), bytes_(bytes) {}
  std::size_t read(std::span<std::uint8_t> into) override {
    const auto size = reader_.read(into);
    bytes_ += static_cast<long>(size);
    return size;
  }

 private:
  ObjectReader& reader_;
  long& bytes_;
};

}  // namespace

FeedImport::FeedImport(const Parts& parts, OrgId org, const Import& import, FeedImportOptions options)
    : parts_(parts),
      org_(org),
      import_(import),
      options_(options),
      normalize_(import.currency, [this](NormalizedRow row) { add(std::move(row)); }) {}

bool FeedImport::run() {
  if (import_.state != "reading")
    throw Error(ErrorKind::cancelled, "import " + import_.id.to_string() + " is " + import_.state);
  if (import_.rows_applied)
    progress_.rows_read = import_.rows_read, progress_.rows_unnamed = import_.rows_unnamed;
  else
    read();
  if (import_.request.dry_run) {
    parts_.imports.finish_preview(org_, import_.id, options_.preview_examples_max);
    return true;
  }
  parts_.imports.finish_rows(org_, import_.id);
  if (!sweep()) return false;
  parts_.imports.finish_reading(org_, import_.id, "");
  return true;
}

void FeedImport::read() {
  StageTimer timer(parts_.metrics, Stage::feed, 1);
  parts_.imports.record_rows(org_, import_.id, progress_);
  std::optional<ArchiveFeed> archive;
  if (is_archive()) archive.emplace(parts_.archive, org_, import_);
  const bool whole = archive ? archive->read([this](RawRow row) { add(std::move(row)); },
                                             [this](ImportFault fault) { add(std::move(fault)); })
                             : read_rows();
  normalize_.finish();
  // What a feed that broke off would have named is not known.
  if (!whole && progress_.rows_unnamed == 0) progress_.rows_unnamed = 1;
  write();
  tell_photos_missing();
  if (archive && !import_.request.dry_run)
    archive->take_photos([this] { parts_.imports.record_rows(org_, import_.id, progress_); });
}

void FeedImport::tell_photos_missing() {
  if (rows_without_photo_ == 0) return;
  const ImportFault hint{
      .line = 0,
      .field = "image_link",
      .value = {},
      .reason = fmt::format("{} rows name no photo: their products are found by words alone", rows_without_photo_),
      .row_kept = true};
  parts_.imports.add_faults(org_, import_.id, {&hint, 1});
}

bool FeedImport::read_rows() {
  const auto object = parts_.objects.reader(org_, import_.request.object_key);
  CountingReader reader(*object, progress_.bytes_read);
  const FeedDescription description{import_.request.format, import_.request.filename, import_.request.mapping,
                                    import_.currency};
  return parts_.feed.read(
      reader, description, [this](RawRow row) { add(std::move(row)); },
      [this](ImportFault fault) { add(std::move(fault)); });
}

bool FeedImport::is_archive() const {
  if (import_.request.format != "auto") return import_.request.format == "zip";
  std::vector<std::uint8_t> first_bytes(4);
  const auto size = parts_.objects.reader(org_, import_.request.object_key)->read(first_bytes);
  return is_zip({first_bytes.data(), size});
}

void FeedImport::add(RawRow row) {
  ++progress_.rows_read;
  normalize_.add(std::move(row));
}

void FeedImport::add(NormalizedRow row) {
  if (row.rows.empty()) {
    ++progress_.rows_broken;
    if (row.refused_ids.empty()) ++progress_.rows_unnamed;
    std::ranges::move(row.refused_ids, std::back_inserter(kept_ids_));
  } else if (row.rows.front().images.empty()) {
    ++rows_without_photo_;
  }
  lines_.insert(lines_.end(), row.rows.size(), row.line);
  std::ranges::move(row.rows, std::back_inserter(rows_));
  std::ranges::move(row.faults, std::back_inserter(faults_));
  write_full_batch();
}

void FeedImport::add(ImportFault fault) {
  if (!fault.row_kept) ++progress_.rows_read, ++progress_.rows_broken, ++progress_.rows_unnamed;
  faults_.push_back(std::move(fault));
  write_full_batch();
}

void FeedImport::write_full_batch() {
  if (rows_.size() + faults_.size() >= options_.rows_per_batch) write();
}

void FeedImport::write() {
  parts_.imports.add_faults(org_, import_.id, faults_);
  parts_.imports.keep_ids(org_, import_.id, kept_ids_);
  if (!rows_.empty()) {
    StageTimer timer(parts_.metrics, Stage::normalize, rows_.size());
    if (import_.request.dry_run) {
      parts_.catalog.preview_rows(org_, import_.source_id, import_.id, rows_);
    } else {
      const auto written = parts_.catalog.upsert_rows(org_, import_.source_id, import_.id, rows_);
      progress_.products_created += written.products_created;
      progress_.products_changed += written.products_changed;
      parts_.index.refresh_columns(org_, written.touched);
      tell_left_out(written.left_out);
    }
  }
  parts_.imports.record_rows(org_, import_.id, progress_);
  rows_.clear();
  lines_.clear();
  faults_.clear();
  kept_ids_.clear();
}

void FeedImport::tell_left_out(const std::vector<UpsertedRows::LeftOut>& left_out) {
  std::vector<ImportFault> faults;
  for (const auto& one : left_out)
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].product_external_id != one.product_external_id) continue;
      const bool whole = one.photos == 0;
      // A row that names several sizes was made into several.
      if (whole && (i == 0 || lines_[i] != lines_[i - 1])) ++progress_.rows_broken;
      faults.push_back(
          {.line = lines_[i],
           .field = whole ? "id" : "image_link",
           .value = one.product_external_id,
           .reason = whole ? one.reason : fmt::format("{} photos were left out: {}", one.photos, one.reason),
           .row_kept = !whole});
      if (!whole) break;
    }
  parts_.imports.add_faults(org_, import_.id, faults);
}

bool FeedImport::sweep() {
  if (import_.request.full && progress_.rows_unnamed > 0 && !import_.request.mass_delete_allowed) {
    const ImportFault fault{
        .line = 0,
        .field = "id",
        .value = {},
        .reason =
            fmt::format("{} rows are so broken that their id could not be read: to be safe, nothing that the feed "
                        "does not name was removed (import with allow_mass_delete to remove it all the same)",
                        progress_.rows_unnamed)};
    parts_.imports.add_faults(org_, import_.id, {&fault, 1});
    return true;
  }
  const auto plan = parts_.sweep.plan(org_, import_.id);
  if (const auto asked = question(plan)) {
    parts_.imports.stop(org_, import_.id, *asked);
    return false;
  }
  std::optional<std::string> after;
  if (plan.anything) after = "";
  while (after) {
    const auto page = parts_.sweep.sweep_page(org_, import_.id, *after, static_cast<int>(options_.rows_per_batch));
    parts_.index.remove(org_, page.vectors);
    parts_.index.remove_products(org_, page.removed);
    parts_.index.refresh_columns(org_, page.touched);
    after = page.next_after;
  }
  return true;
}

std::optional<std::string> FeedImport::question(const SweepPlan& plan) const {
  if (import_.request.mass_delete_allowed || plan.products_missing == 0) return std::nullopt;
  const bool many = plan.products_missing >= options_.mass_delete_products_min &&
                    plan.products_missing * 100 > plan.products_before * options_.mass_delete_percent_max;
  if (!many && progress_.rows_read > 0) return std::nullopt;
  return fmt::format(
      "the feed no longer names {} of the catalogue's {} products ({} %, and {} % may go without a question): nothing "
      "was "
      "removed. If they are to go, resume the import with allow_mass_delete true (or import with --allow-mass-delete); "
      "if not, resume it with allow_mass_delete false, or send a whole feed",
      plan.products_missing, plan.products_before, plan.products_missing * 100 / std::max(plan.products_before, 1L),
      options_.mass_delete_percent_max);
}

}  // namespace likeness::ingest
