#include "adapters/postgres/import_progress.hpp"
#include "adapters/postgres/job_hold.hpp"
#include "adapters/postgres/job_store.hpp"
#include "adapters/postgres/outbox.hpp"
#include "adapters/postgres/region_rows.hpp"
#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"
#include "domain/color_words.hpp"

namespace likeness {
namespace {

struct LockedImage {
  ProductId product_id;
  std::string content_sha256;
  std::string understood_sha256;
};

/// Locks the product against removal, then the image.
LockedImage lock_image(SqlTransaction& transaction, const Job& job) {
  transaction.exec_params(
      "SELECT FROM products WHERE org_id = $1 AND id = (SELECT product_id FROM images WHERE org_id = $1 AND id = $2)"
      " FOR KEY SHARE",
      sql(job.org_id), sql(job.image_id));
  const auto rows = transaction.exec_params(
      "SELECT product_id, content_sha256, understood_sha256 FROM images WHERE org_id = $1 AND id = $2"
      " FOR NO KEY UPDATE",
      sql(job.org_id), sql(job.image_id));
  if (rows.empty()) throw_lost(job);
  return {read_id<ProductId>(rows[0][0]), rows[0][1].c_str(), rows[0][2].c_str()};
}

std::vector<VectorId> read_vector_ids(const pqxx::result& rows) {
  std::vector<VectorId> ids;
  for (const auto& row : rows) ids.push_back(VectorId{row[0].as<std::int64_t>()});
  return ids;
}

std::vector<Region> with_ids(const std::vector<Detection>& detections) {
  std::vector<Region> regions;
  for (const auto& detection : detections)
    regions.push_back({RegionId::generate(), detection.box, detection.label, detection.confidence});
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

void write_regions(SqlTransaction& transaction, const Job& job, const std::vector<Region>& regions) {
  transaction.exec_params("DELETE FROM regions WHERE org_id = $1 AND image_id = $2", sql(job.org_id),
                          sql(job.image_id));
  if (regions.empty()) return;
  const RegionArrays arrays(regions);
  transaction.exec_params(
      "INSERT INTO regions (org_id, image_id, id, x, y, width, height, label, confidence)"
      " SELECT $1, $2, * FROM unnest($3::uuid[], $4::float8[], $5::float8[], $6::float8[], $7::float8[], $8::text[],"
      " $9::float8[])",
      sql(job.org_id), sql(job.image_id), arrays.ids.text(), arrays.x.text(), arrays.y.text(), arrays.width.text(),
      arrays.height.text(), arrays.labels.text(), arrays.confidences.text());
}

/// Gives each vector its number.
void write_vectors(SqlTransaction& transaction, OrgId org, const PackKey& pack, std::vector<StoredVector>& vectors) {
  const auto first = transaction.exec_params("SELECT nextval('vector_ids') FROM generate_series(1, $1)",
                                             static_cast<int>(vectors.size()));
  SqlArray ids, levels, products, images, regions, values;
  for (std::size_t i = 0; i < vectors.size(); ++i) {
    auto& vector = vectors[i];
    vector.id = VectorId{first[static_cast<int>(i)][0].as<std::int64_t>()};
    ids.add(static_cast<long long>(vector.id));
    levels.add(to_string(vector.level));
    products.add(vector.product_id);
    images.add(sql(vector.image_id));
    regions.add(sql(vector.region_id));
    values.add(std::string_view(bytea_text(vector.vector)));
  }
  transaction.exec_params(
      "INSERT INTO embeddings (org_id, pack_id, pack_version, vector_id, level, product_id, image_id, region_id, "
      "vector)"
      " SELECT $1, $2, $3, * FROM unnest($4::bigint[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::bytea[])",
      sql(org), pack.id, pack.version, ids.text(), levels.text(), products.text(), images.text(), regions.text(),
      values.text());
}

}  // namespace

void PostgresJobStore::complete_feed(const Job& job) {
  in_org(pool_, job.org_id, [&](SqlTransaction& transaction) {
    hold_job(transaction, job);
    transaction.exec_params("UPDATE imports SET state = 'working' WHERE org_id = $1 AND id = $2 AND state = 'reading'",
                            sql(job.org_id), sql(job.import_id));
    end_job(transaction, job);
  });
}

void PostgresJobStore::complete_fetch(const Job& job, const std::string& content_sha256) {
  in_org(pool_, job.org_id, [&](SqlTransaction& transaction) {
    const auto image = lock_image(transaction, job);
    hold_job(transaction, job);
    transaction.exec_params("UPDATE images SET content_sha256 = $3 WHERE org_id = $1 AND id = $2", sql(job.org_id),
                            sql(job.image_id), content_sha256);
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
  if (understood.vectors.size() != understood.regions.size() + 1)
    throw Error(ErrorKind::internal, "an understood image has one vector and one more for each region");
  const auto regions = with_ids(understood.regions);
  return in_org(pool_, job.org_id, [&](SqlTransaction& transaction) {
    const auto image = lock_image(transaction, job);
    hold_job(transaction, job);

    Completion completion;
    completion.superseded = read_vector_ids(
        transaction.exec_params("DELETE FROM embeddings WHERE org_id = $1 AND image_id = $2 RETURNING vector_id",
                                sql(job.org_id), sql(job.image_id)));
    write_regions(transaction, job, regions);
    write_image_facts(transaction, job, image.product_id, understood);
    for (std::size_t i = 0; i < understood.vectors.size(); ++i)
      completion.added.push_back({.id = {},
                                  .level = i == 0 ? Level::image : Level::region,
                                  .product_id = image.product_id,
                                  .image_id = job.image_id,
                                  .region_id = i == 0 ? std::nullopt : std::optional(regions[i - 1].id),
                                  .vector = understood.vectors[i]});
    write_vectors(transaction, job.org_id, understood.pack, completion.added);
    end_job(transaction, job);
    return completion;
  });
}

Completion PostgresJobStore::complete_text(const Job& job, const PackKey& pack, const HalfVector& vector) {
  return in_org(pool_, job.org_id, [&](SqlTransaction& transaction) {
    const auto product = transaction.exec_params("SELECT FROM products WHERE org_id = $1 AND id = $2 FOR KEY SHARE",
                                                 sql(job.org_id), sql(job.product_id));
    if (product.empty()) throw_lost(job);
    hold_job(transaction, job);

    Completion completion;
    completion.superseded = read_vector_ids(transaction.exec_params(
        "DELETE FROM embeddings WHERE org_id = $1 AND product_id = $2 AND level = 'text' AND pack_id = $3"
        " AND pack_version = $4 RETURNING vector_id",
        sql(job.org_id), sql(job.product_id), pack.id, pack.version));
    completion.added.push_back({.id = {},
                                .level = Level::text,
                                .product_id = *job.product_id,
                                .image_id = {},
                                .region_id = {},
                                .vector = vector});
    write_vectors(transaction, job.org_id, pack, completion.added);
    end_job(transaction, job);
    return completion;
  });
}

}  // namespace likeness
