#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "adapters/postgres/job_hold.hpp"
#include "adapters/postgres/job_store.hpp"
#include "adapters/postgres/outbox.hpp"
#include "adapters/postgres/region_rows.hpp"
#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "adapters/postgres/vector_rows.hpp"
#include "adapters/postgres/whole_vectors.hpp"
#include "base/error.hpp"
#include "domain/color_words.hpp"

namespace likeness {
namespace {

struct LockedImage {
  ProductId product_id;
  std::string content_sha256;
  std::string understood_sha256;
  WholeVector whole = WholeVector::always;
};

/// Locks the product against removal, then the image.
LockedImage lock_image(SqlTransaction& transaction, const Job& job) {
  transaction.exec_params(
      "SELECT FROM products WHERE org_id = $1 AND id = (SELECT product_id FROM images WHERE org_id = $1 AND id = $2)"
      " FOR KEY SHARE",
      sql(job.org_id), sql(job.image_id));
  const auto rows =
      transaction.exec_params(fmt::format("SELECT product_id, content_sha256, understood_sha256, {} FROM images AS i"
                                          " WHERE org_id = $1 AND id = $2 FOR NO KEY UPDATE OF i",
                                          kWholeVectorRule),
                              sql(job.org_id), sql(job.image_id));
  if (rows.empty()) throw_lost(job);
  return {read_id<ProductId>(rows[0][0]), rows[0][1].c_str(), rows[0][2].c_str(),
          parse_whole_vector(rows[0][3].c_str())};
}

/// Of bytes that are still the photo's, only the pack's own vectors go; else all.
std::vector<VectorId> remove_vectors(SqlTransaction& transaction, const Job& job, const PackKey& pack,
                                     bool same_bytes) {
  return read_vector_ids(
      transaction.exec_params("DELETE FROM embeddings WHERE org_id = $1 AND image_id = $2"
                              " AND (NOT $5 OR (pack_id = $3 AND pack_version = $4)) RETURNING vector_id",
                              sql(job.org_id), sql(job.image_id), pack.id, pack.version, same_bytes));
}

std::vector<Region> read_regions(SqlTransaction& transaction, OrgId org, const std::optional<ImageId>& image) {
  std::vector<Region> regions;
  const auto rows = transaction.exec_params(
      "SELECT id, x, y, width, height, label, confidence FROM regions WHERE org_id = $1 AND image_id = $2 ORDER BY id",
      sql(org), sql(image));
  for (const auto& row : rows) regions.push_back(read_region(row, 0));
  return regions;
}

bool is_same(const Region& known, const Detection& found) {
  const auto near = [](double left, double right) { return std::abs(left - right) < 1e-6; };
  return known.label == found.label && near(known.box.x, found.box.x) && near(known.box.y, found.box.y) &&
         near(known.box.width, found.box.width) && near(known.box.height, found.box.height);
}

/// Leaves exactly the regions that were found now, in their order. Those that are `known` of the same bytes keep their
/// id, and with it the vectors that other packs have of them.
std::vector<Region> write_regions(SqlTransaction& transaction, const Job& job, std::vector<Region> known,
                                  const std::vector<Detection>& found) {
  std::vector<Region> regions, fresh;
  SqlArray kept;
  for (const auto& detection : found) {
    const auto same = std::ranges::find_if(known, [&](const auto& region) { return is_same(region, detection); });
    if (same == known.end()) {
      fresh.push_back({RegionId::generate(), detection.box, detection.label, detection.confidence});
      regions.push_back(fresh.back());
    } else {
      kept.add(same->id);
      regions.push_back(*same);
      known.erase(same);
    }
  }
  transaction.exec_params("DELETE FROM regions WHERE org_id = $1 AND image_id = $2 AND id <> ALL($3::uuid[])",
                          sql(job.org_id), sql(job.image_id), kept.text());
  if (fresh.empty()) return regions;
  const RegionArrays arrays(fresh);
  transaction.exec_params(
      "INSERT INTO regions (org_id, image_id, id, x, y, width, height, label, confidence)"
      " SELECT $1, $2, * FROM unnest($3::uuid[], $4::float8[], $5::float8[], $6::float8[], $7::float8[], $8::text[],"
      " $9::float8[])",
      sql(job.org_id), sql(job.image_id), arrays.ids.text(), arrays.x.text(), arrays.y.text(), arrays.width.text(),
      arrays.height.text(), arrays.labels.text(), arrays.confidences.text());
  return regions;
}

std::vector<std::string> color_words(SqlTransaction& transaction, OrgId org, ProductId product) {
  const auto row = transaction.exec_params1(
      "SELECT ARRAY(SELECT DISTINCT c FROM variants, unnest(colors) AS c WHERE org_id = $1 AND product_id = $2)",
      sql(org), sql(product));
  return read_array(row[0]);
}

void write_image_facts(SqlTransaction& transaction, const Job& job, ProductId product,
                       const UnderstoodImage& understood) {
  SqlArray names, shares;
  for (const auto& color : understood.colors) {
    names.add(std::string_view(color.name));
    shares.add(color.share);
  }
  transaction.exec_params(
      "UPDATE images SET understood_sha256 = content_sha256, width_px = $3, height_px = $4, phash = $5,"
      " color_names = $6::text[], color_shares = $7::real[], color_check = $8 WHERE org_id = $1 AND id = $2",
      sql(job.org_id), sql(job.image_id), understood.width_px, understood.height_px,
      static_cast<std::int64_t>(understood.perceptual_hash), names.text(), shares.text(),
      std::string(to_string(check_colors(color_words(transaction, job.org_id, product), understood.colors))));
}

Completion write_understood(SqlTransaction& transaction, const Job& job, const LockedImage& image,
                            const UnderstoodImage& understood) {
  const bool wants_whole = has_whole_vector(image.whole, understood.regions.size());
  if (wants_whole && !understood.has_whole) throw_lost(job);
  const bool same_bytes = image.understood_sha256 == image.content_sha256;
  Completion completion;
  completion.superseded = remove_vectors(transaction, job, understood.pack, same_bytes);
  auto known = same_bytes ? read_regions(transaction, job.org_id, job.image_id) : std::vector<Region>{};
  const auto regions = write_regions(transaction, job, std::move(known), understood.regions);
  write_image_facts(transaction, job, image.product_id, understood);
  const auto add = [&](Level level, std::optional<RegionId> region, const HalfVector& vector) {
    completion.added.push_back({.id = {},
                                .level = level,
                                .product_id = image.product_id,
                                .image_id = job.image_id,
                                .region_id = region,
                                .vector = vector});
  };
  if (wants_whole) add(Level::image, std::nullopt, understood.vectors.front());
  for (std::size_t i = 0; i < regions.size(); ++i)
    add(Level::region, regions[i].id, understood.vectors[i + understood.has_whole]);
  write_vectors(transaction, job.org_id, understood.pack, completion.added);
  end_job(transaction, job);
  return completion;
}

/// The facts of a photo, without regions and vectors.
UnderstoodImage read_facts(const pqxx::row& row, const PackKey& pack) {
  UnderstoodImage facts;
  facts.pack = pack;
  facts.width_px = row["width_px"].as<int>();
  facts.height_px = row["height_px"].as<int>();
  facts.perceptual_hash = static_cast<PerceptualHash>(row["phash"].as<std::int64_t>());
  const auto names = read_array(row["color_names"]);
  const auto shares = read_array(row["color_shares"]);
  for (std::size_t i = 0; i < names.size() && i < shares.size(); ++i)
    facts.colors.push_back({names[i], std::stod(shares[i])});
  return facts;
}

/// What the pack made of the bytes under another photo. That photo is locked against changes for the rest of the
/// transaction; one that is being changed is passed over, rather than waited for in a ring.
std::optional<UnderstoodImage> read_twin(SqlTransaction& transaction, const Job& job, const std::string& sha256,
                                         const PackKey& pack) {
  const auto twins = transaction.exec_params(
      "SELECT id, width_px, height_px, phash, color_names, color_shares FROM images AS t"
      " WHERE org_id = $1 AND id <> $2 AND understood_sha256 <> '' AND understood_sha256 = $3 AND phash IS NOT NULL"
      " AND EXISTS (SELECT FROM embeddings AS e WHERE e.org_id = $1 AND e.image_id = t.id"
      " AND e.pack_id = $4 AND e.pack_version = $5) ORDER BY role = 'lifestyle' LIMIT 1 FOR SHARE SKIP LOCKED",
      sql(job.org_id), sql(job.image_id), sha256, pack.id, pack.version);
  if (twins.empty()) return std::nullopt;
  auto twin = read_facts(twins[0], pack);
  const auto rows = transaction.exec_params(
      "SELECT e.vector, r.id, r.x, r.y, r.width, r.height, r.label, r.confidence FROM embeddings AS e"
      " LEFT JOIN regions AS r ON r.org_id = e.org_id AND r.id = e.region_id"
      " WHERE e.org_id = $1 AND e.image_id = $2 AND e.pack_id = $3 AND e.pack_version = $4"
      " ORDER BY e.level = 'region', e.vector_id",
      sql(job.org_id), twins[0]["id"].c_str(), pack.id, pack.version);
  twin.has_whole = false;
  for (const auto& row : rows) {
    twin.vectors.push_back(read_half_vector(row[0]));
    if (row[1].is_null()) {
      twin.has_whole = true;
      continue;
    }
    const auto region = read_region(row, 1);
    twin.regions.push_back({region.box, region.label, region.confidence});
  }
  return twin;
}

}  // namespace

void PostgresJobStore::complete_fetch(const Job& job, const std::string& content_sha256, const Validators& validators) {
  in_org(pool_, job.org_id, [&](SqlTransaction& transaction) {
    const auto image = lock_image(transaction, job);
    hold_job(transaction, job);
    transaction.exec_params(
        "UPDATE images SET content_sha256 = $3, etag = $4, last_modified = $5, checked_at = now()"
        " WHERE org_id = $1 AND id = $2",
        sql(job.org_id), sql(job.image_id), content_sha256, validators.etag, validators.last_modified);
    if (image.understood_sha256 == content_sha256) {
      end_job(transaction, job);
      return;
    }
    transaction.exec_params(
        "UPDATE jobs SET unit = 'understand', state = 'queued', tries = 0, lease_until = NULL, run_after = now(),"
        " updated_at = now(), stage = '', error_kind = '', last_error = '' WHERE org_id = $1 AND id = $2",
        sql(job.org_id), sql(job.id));
    add_wake_up(transaction, job.org_id, Unit::understand, job.id.to_string());
  });
}

Completion PostgresJobStore::complete_image(const Job& job, const UnderstoodImage& understood) {
  if (understood.vectors.size() != understood.regions.size() + understood.has_whole)
    throw Error(ErrorKind::internal, "an understood image has a vector for each region, and one for the whole if any");
  return in_org(pool_, job.org_id, [&](SqlTransaction& transaction) {
    const auto image = lock_image(transaction, job);
    hold_job(transaction, job);
    return write_understood(transaction, job, image, understood);
  });
}

std::optional<Completion> PostgresJobStore::complete_image_by_twin(const Job& job, const PackKey& pack) {
  return in_org(pool_, job.org_id, [&](SqlTransaction& transaction) -> std::optional<Completion> {
    const auto image = lock_image(transaction, job);
    hold_job(transaction, job);
    const auto twin = read_twin(transaction, job, image.content_sha256, pack);
    if (!twin) return std::nullopt;
    if (has_whole_vector(image.whole, twin->regions.size()) && !twin->has_whole) return std::nullopt;
    return write_understood(transaction, job, image, *twin);
  });
}

}  // namespace likeness
