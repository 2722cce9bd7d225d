#include "adapters/postgres/catalog_upsert.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <unordered_map>

#include "adapters/postgres/catalog_store.hpp"
#include "adapters/postgres/import_control.hpp"
#include "adapters/postgres/outbox.hpp"
#include "adapters/postgres/quota_rows.hpp"
#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_json.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "adapters/postgres/whole_vectors.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

/// Writes one batch inside one transaction; see PostgresCatalogStore::upsert_rows.
class CatalogUpsert {
 public:
  CatalogUpsert(SqlTransaction& transaction, OrgId org, SourceId source, ImportId import, const CatalogBatch& batch,
                const CatalogWriteOptions& options, const std::set<std::string>& seen_before)
      : transaction_(transaction),
        org_(org),
        source_(source),
        import_(import),
        batch_(batch),
        options_(options),
        seen_before_(seen_before) {}

  UpsertedRows run(long row_count) {
    room_ = hold_catalog_room(transaction_, org_, options_.quota);
    choose_priority(row_count);
    lock_existing();
    leave_out_products();
    write_products();
    write_variants();
    const auto images = write_images();
    write_image_jobs(images);
    understand_again(images);
    write_text_jobs();
    mark_updated();
    if (fetch_queued_) add_wake_up(transaction_, org_, Unit::fetch, import_.to_string());
    if (understand_queued_) add_wake_up(transaction_, org_, Unit::understand, import_.to_string());

    UpsertedRows answer;
    answer.left_out = std::move(left_out_);
    for (const auto& [external_id, product] : written_) {
      answer.products_created += product.created;
      answer.products_changed += product.changed && !product.created && !product.seen_before;
      if (product.created || product.changed || product.seen_before) answer.touched.push_back(product.id);
      answer.written.push_back({external_id, product.id, product.created, product.changed});
    }
    answer.outdated.assign(newer_.begin(), newer_.end());
    return answer;
  }

 private:
  struct ImageWork {
    ImageId id;
    bool remote;
  };

  /// Of jobs that this batch asks for: 0 small, 1 bulk.
  void choose_priority(long row_count) {
    priority_ = transaction_
                    .exec_params1(
                        "SELECT coalesce((SELECT (rows_read > $3)::int FROM imports WHERE org_id = $1 AND id = $2), 0)",
                        sql(org_), sql(import_), options_.small_update_rows_max - row_count)[0]
                    .as<int>();
  }

  /// Locks in order of external id, so that two imports of one source cannot wait for each other, and learns what is
  /// there. Products that are the same as before are not written again.
  void lock_existing() {
    SqlArray external_ids;
    for (const auto& [external_id, product] : batch_) external_ids.add(std::string_view(external_id));
    const auto rows = transaction_.exec_params(
        "SELECT external_id, id, (SELECT v.import_id FROM variants AS v WHERE v.org_id = $1 AND v.product_id = p.id"
        " ORDER BY v.import_id DESC LIMIT 1), search_words, title, description, brand, category_path, product_type, "
        "link"
        " FROM products AS p WHERE org_id = $1 AND source_id = $2 AND external_id = ANY($3::text[]) ORDER BY "
        "external_id"
        " FOR NO KEY UPDATE OF p",
        sql(org_), sql(source_), external_ids.text());
    for (const auto& row : rows) {
      const std::string external_id = row[0].c_str();
      const auto id = read_id<ProductId>(row[1]);
      const auto last_import = read_optional_id<ImportId>(row[2]).value_or(ImportId{});
      const auto& said = batch_.at(external_id);
      existing_words_.emplace(external_id, row[3].c_str());
      if (last_import > import_) {
        newer_.insert(external_id);
      } else if (last_import == import_ || seen_before_.contains(external_id)) {
        written_[external_id] = {.id = id, .said = &said, .seen_before = true};
      } else if (says_the_same(said, row)) {
        written_[external_id] = {.id = id, .said = &said};
      }
    }
  }

  static bool says_the_same(const BatchProduct& said, const pqxx::row& row) {
    const auto& fields = said.fields;
    return said.search_words == row[3].c_str() && fields.title == row[4].c_str() &&
           fields.description == row[5].c_str() && fields.brand == row[6].c_str() &&
           fields.category_path == read_array(row[7]) && fields.product_type == row[8].c_str() &&
           fields.link == row[9].c_str();
  }

  /// Of the products that are new those that the feed names last, where the org's quota has no room for all.
  void leave_out_products() {
    if (!room_ || !room_->limits_products()) return;
    std::vector<const CatalogBatch::value_type*> fresh;
    for (const auto& entry : batch_)
      if (!existing_words_.contains(entry.first)) fresh.push_back(&entry);
    const auto room = static_cast<std::size_t>(std::max(room_->products(), 0L));
    if (fresh.size() <= room) return;
    std::ranges::sort(fresh, {}, [](const auto* entry) { return entry->second.proposed_id; });
    const auto reason = QuotaExceeded("products", room_->quota.products, room_->usage.products).message();
    for (const auto* entry : std::span(fresh).subspan(room)) {
      no_room_.insert(entry->first);
      left_out_.push_back({.product_external_id = entry->first, .photos = 0, .reason = reason});
    }
  }

  void write_products() {
    SqlArray ids, external_ids, titles, descriptions, brands, paths, categories, types, links, words;
    for (const auto& [external_id, product] : batch_) {
      if (written_.contains(external_id) || newer_.contains(external_id) || no_room_.contains(external_id)) continue;
      ids.add(product.proposed_id);
      external_ids.add(std::string_view(external_id));
      titles.add(std::string_view(product.fields.title));
      descriptions.add(std::string_view(product.fields.description));
      brands.add(std::string_view(product.fields.brand));
      paths.add(std::string_view(sql_array(product.fields.category_path)));
      categories.add(std::string_view(join(product.fields.category_path, " > ")));
      types.add(std::string_view(product.fields.product_type));
      links.add(std::string_view(product.fields.link));
      words.add(std::string_view(product.search_words));
    }
    const auto rows = transaction_.exec_params(
        R"(INSERT INTO products AS p (org_id, source_id, id, external_id, title, description, brand, category_path,
                                      category, product_type, link, search_words, created_by)
           SELECT $1, $2, t.id, t.external_id, t.title, t.description, t.brand, t.category_path::text[], t.category,
                  t.product_type, t.link, t.search_words, $13
             FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
                         $10::text[], $11::text[], $12::text[])
               AS t (id, external_id, title, description, brand, category_path, category, product_type, link,
                     search_words)
           ON CONFLICT (org_id, source_id, external_id) DO UPDATE
             SET title = excluded.title, description = excluded.description, brand = excluded.brand,
                 category_path = excluded.category_path, category = excluded.category,
                 product_type = excluded.product_type, link = excluded.link, search_words = excluded.search_words,
                 changed_by = excluded.created_by, updated_at = CASE
                   WHEN (p.title, p.description, p.brand, p.category_path, p.product_type, p.link, p.search_words)
                        IS DISTINCT FROM (excluded.title, excluded.description, excluded.brand, excluded.category_path,
                                          excluded.product_type, excluded.link, excluded.search_words)
                   THEN now() ELSE p.updated_at END
           RETURNING p.external_id, p.id, p.updated_at = now())",
        sql(org_), sql(source_), ids.text(), external_ids.text(), titles.text(), descriptions.text(), brands.text(),
        paths.text(), categories.text(), types.text(), links.text(), words.text(), sql(import_));
    for (const auto& row : rows) {
      const std::string external_id = row[0].c_str();
      const auto& said = batch_.at(external_id);
      const auto id = read_id<ProductId>(row[1]);
      const auto words_before = existing_words_.find(external_id);
      written_[external_id] = {
          .id = id,
          .said = &said,
          .created = id == said.proposed_id,
          .changed = row[2].as<bool>(),
          .words_changed = words_before == existing_words_.end() || words_before->second != said.search_words};
    }
    for (auto& [external_id, product] : written_) by_id_.emplace(product.id, &product);
  }

  void write_variants() {
    SqlArray ids, products, external_ids, prices, currencies, sale_prices, sale_currencies, sale_starts, sale_ends,
        availabilities, colors, sizes, gtins, mpns, links, attributes;
    const auto add_money = [](SqlArray& amounts, SqlArray& codes, const std::optional<Money>& money) {
      if (money) {
        amounts.add(static_cast<long long>(money->minor));
        codes.add(std::string_view(money->currency));
      } else {
        amounts.add_null();
        codes.add_null();
      }
    };
    for (const auto& [external_id, product] : written_) {
      const auto fresh_ids = generate_ids<VariantId>(product.said->variants.size());
      auto id = fresh_ids.cbegin();
      for (const auto& variant : product.said->variants) {
        ids.add(*id++);
        products.add(product.id);
        external_ids.add(std::string_view(variant.external_id));
        add_money(prices, currencies, variant.price);
        add_money(sale_prices, sale_currencies, variant.sale_price);
        sale_starts.add(sql(variant.sale_from));
        sale_ends.add(sql(variant.sale_until));
        availabilities.add(to_string(variant.availability));
        colors.add(std::string_view(sql_array(variant.colors)));
        sizes.add(std::string_view(variant.size));
        gtins.add(std::string_view(variant.gtin));
        mpns.add(std::string_view(variant.mpn));
        links.add(std::string_view(variant.link));
        attributes.add(std::string_view(sql_json(variant.attributes)));
      }
    }
    const auto rows = transaction_.exec_params(
        R"(INSERT INTO variants AS v (org_id, import_id, id, product_id, external_id, price_minor, price_currency,
                                      sale_price_minor, sale_price_currency, sale_from, sale_until, availability,
                                      colors, size, gtin, mpn, link, attributes)
           SELECT $1, $2, t.id, t.product_id, t.external_id, t.price, t.currency, t.sale_price, t.sale_currency,
                  t.sale_from, t.sale_until, t.availability, t.colors::text[], t.size, t.gtin, t.mpn, t.link,
                  t.attributes
             FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::bigint[], $7::text[], $8::bigint[], $9::text[],
                         $10::timestamptz[], $11::timestamptz[], $12::text[], $13::text[], $14::text[], $15::text[],
                         $16::text[], $17::text[], $18::jsonb[])
               AS t (id, product_id, external_id, price, currency, sale_price, sale_currency, sale_from, sale_until,
                     availability, colors, size, gtin, mpn, link, attributes)
           ON CONFLICT (org_id, product_id, external_id) DO UPDATE
             SET import_id = excluded.import_id, price_minor = excluded.price_minor,
                 price_currency = excluded.price_currency, sale_price_minor = excluded.sale_price_minor,
                 sale_price_currency = excluded.sale_price_currency, sale_from = excluded.sale_from,
                 sale_until = excluded.sale_until, availability = excluded.availability, colors = excluded.colors,
                 size = excluded.size, gtin = excluded.gtin, mpn = excluded.mpn, link = excluded.link,
                 attributes = excluded.attributes,
                 updated_at = CASE
                   WHEN (v.price_minor, v.price_currency, v.sale_price_minor, v.sale_price_currency, v.sale_from,
                         v.sale_until, v.availability, v.colors, v.size, v.gtin, v.mpn, v.link, v.attributes)
                        IS DISTINCT FROM (excluded.price_minor, excluded.price_currency, excluded.sale_price_minor,
                         excluded.sale_price_currency, excluded.sale_from, excluded.sale_until, excluded.availability,
                         excluded.colors, excluded.size, excluded.gtin, excluded.mpn, excluded.link,
                         excluded.attributes)
                   THEN now() ELSE v.updated_at END
           RETURNING v.product_id, v.updated_at = now())",
        sql(org_), sql(import_), ids.text(), products.text(), external_ids.text(), prices.text(), currencies.text(),
        sale_prices.text(), sale_currencies.text(), sale_starts.text(), sale_ends.text(), availabilities.text(),
        colors.text(), sizes.text(), gtins.text(), mpns.text(), links.text(), attributes.text());
    for (const auto& row : rows)
      if (row[1].as<bool>()) by_id_.at(read_id<ProductId>(row[0]))->changed = true;
  }

  using Photo = std::pair<ProductId, std::string>;

  std::set<Photo> known_photos() {
    SqlArray products;
    for (const auto& [external_id, product] : written_) products.add(product.id);
    std::set<Photo> photos;
    for (const auto& row : transaction_.exec_params(
             "SELECT product_id, location FROM images WHERE org_id = $1 AND product_id = ANY($2::uuid[])", sql(org_),
             products.text()))
      photos.emplace(read_id<ProductId>(row[0]), row[1].c_str());
    return photos;
  }

  /// New photos beyond the org's quota.
  std::set<Photo> photos_without_room() {
    std::set<Photo> without;
    if (!room_ || !room_->limits_images()) return without;
    const auto known = known_photos();
    long room = std::max(room_->images(), 0L);
    const auto reason = QuotaExceeded("images", room_->quota.images, room_->usage.images).message();
    for (const auto& [external_id, product] : written_) {
      int left_out = 0;
      for (const auto& image : product.said->images) {
        Photo photo{product.id, image.location};
        if (known.contains(photo) || room-- > 0) continue;
        without.insert(std::move(photo));
        ++left_out;
      }
      if (left_out > 0) left_out_.push_back({.product_external_id = external_id, .photos = left_out, .reason = reason});
    }
    return without;
  }

  std::vector<ImageWork> write_images() {
    SqlArray ids, products, locations, roles, positions;
    std::size_t count = 0;
    for (const auto& [external_id, product] : written_) count += product.said->images.size();
    if (count == 0) return {};
    const auto fresh_ids = generate_ids<ImageId>(count);
    auto id = fresh_ids.cbegin();
    const auto no_room = photos_without_room();
    for (const auto& [external_id, product] : written_)
      for (const auto& image : product.said->images) {
        if (no_room.contains({product.id, image.location})) continue;
        ids.add(*id++);
        products.add(product.id);
        locations.add(std::string_view(image.location));
        roles.add(to_string(image.role));
        positions.add(static_cast<long long>(image.position));
      }
    const auto rows = transaction_.exec_params(
        R"(INSERT INTO images AS i (org_id, import_id, id, product_id, location, role, position)
           SELECT $1, $2, * FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::int[])
           ON CONFLICT (org_id, product_id, location) DO UPDATE
             SET role = CASE WHEN i.import_id = excluded.import_id THEN i.role ELSE excluded.role END,
                 position = CASE WHEN i.import_id = excluded.import_id THEN i.position ELSE excluded.position END,
                 import_id = excluded.import_id
           RETURNING i.id, i.product_id, i.location)",
        sql(org_), sql(import_), ids.text(), products.text(), locations.text(), roles.text(), positions.text());
    std::vector<ImageWork> work;
    for (const auto& row : rows) {
      const auto image = read_id<ImageId>(row[0]);
      if (std::ranges::binary_search(fresh_ids, image)) by_id_.at(read_id<ProductId>(row[1]))->changed = true;
      work.push_back({image, ImageReference{.location = row[2].c_str()}.is_remote()});
    }
    return work;
  }

  /// New photos start; known ones start again where this import is the first to name them since: local ones wait for
  /// the client, remote ones only where they had been given up, or were last asked for long ago. A lease that still
  /// runs keeps its count of tries, so that its holder cannot be mistaken for the next one.
  void write_image_jobs(const std::vector<ImageWork>& images) {
    if (images.empty()) return;
    SqlArray job_ids, image_ids, states;
    for (const auto& image : images) {
      job_ids.add(JobId::generate());
      image_ids.add(image.id);
      states.add(std::string_view(image.remote ? "queued" : "waiting"));
    }
    const auto rows = transaction_.exec_params(
        R"(WITH written AS (
             INSERT INTO jobs AS j (org_id, import_id, priority, kind, unit, id, image_id, state)
             SELECT $1, $2, $6, 'image', 'fetch', * FROM unnest($3::uuid[], $4::uuid[], $5::text[])
             ON CONFLICT (org_id, image_id) DO UPDATE
               SET import_id = excluded.import_id, priority = excluded.priority, traceparent = excluded.traceparent,
                   (state, unit, tries, run_after, stage, error_kind, last_error, updated_at) = (
                     SELECT CASE WHEN again THEN excluded.state ELSE j.state END,
                            CASE WHEN again THEN 'fetch' ELSE j.unit END,
                            CASE WHEN again AND coalesce(j.lease_until, '-infinity') < now() THEN 0 ELSE j.tries END,
                            CASE WHEN again THEN now() ELSE j.run_after END,
                            CASE WHEN again THEN '' ELSE j.stage END,
                            CASE WHEN again THEN '' ELSE j.error_kind END,
                            CASE WHEN again THEN '' ELSE j.last_error END,
                            CASE WHEN again THEN now() ELSE j.updated_at END
                       FROM (SELECT j.import_id <> excluded.import_id
                                    AND (excluded.state = 'waiting' OR j.state IN ('dead', 'waiting')
                                         OR (j.state = 'done' AND EXISTS (
                                               SELECT FROM images AS i
                                                WHERE i.org_id = j.org_id AND i.id = j.image_id
                                                  AND coalesce(i.checked_at, '-infinity')
                                                      <= now() - $7 * interval '1 hour')))) AS a (again))
             RETURNING state)
           SELECT EXISTS (SELECT FROM written WHERE state = 'queued'))",
        sql(org_), sql(import_), job_ids.text(), image_ids.text(), states.text(), priority_,
        static_cast<long>(options_.recheck.count()));
    fetch_queued_ = rows[0][0].as<bool>();
  }

  void understand_again(const std::vector<ImageWork>& images) {
    if (images.empty()) return;
    SqlArray ids;
    for (const auto& image : images) ids.add(image.id);
    if (understand_changed_wholes(transaction_, org_, ids) > 0) understand_queued_ = true;
  }

  void write_text_jobs() {
    bool any = false;
    SqlArray job_ids, product_ids, same_ids;
    for (const auto& [external_id, product] : written_)
      if (product.words_changed) {
        any = true;
        job_ids.add(JobId::generate());
        product_ids.add(product.id);
      } else {
        same_ids.add(product.id);
      }
    understand_queued_ = understand_queued_ || any;
    if (any)
      transaction_.exec_params(
          R"(INSERT INTO jobs AS j (org_id, import_id, priority, kind, unit, state, id, product_id)
             SELECT $1, $2, $5, 'text', 'understand', 'queued', * FROM unnest($3::uuid[], $4::uuid[])
             ON CONFLICT (org_id, product_id) WHERE kind = 'text' DO UPDATE
               SET import_id = excluded.import_id, priority = excluded.priority, traceparent = excluded.traceparent,
                   state = 'queued', run_after = now(), stage = '', error_kind = '', last_error = '', updated_at = now(),
                   tries = CASE WHEN coalesce(j.lease_until, '-infinity') < now() THEN 0 ELSE j.tries END)",
          sql(org_), sql(import_), job_ids.text(), product_ids.text(), priority_);
    const auto rows = transaction_.exec_params(
        R"(WITH written AS (
             UPDATE jobs SET import_id = $2, priority = $4, traceparent = DEFAULT, state = CASE WHEN state = 'dead' THEN 'queued' ELSE state END,
                    tries = CASE WHEN state = 'dead' THEN 0 ELSE tries END,
                    run_after = CASE WHEN state = 'dead' THEN now() ELSE run_after END
              WHERE org_id = $1 AND kind = 'text' AND product_id = ANY($3::uuid[]) AND import_id <> $2
             RETURNING state)
           SELECT EXISTS (SELECT FROM written WHERE state = 'queued'))",
        sql(org_), sql(import_), same_ids.text(), priority_);
    understand_queued_ = understand_queued_ || rows[0][0].as<bool>();
  }

  /// A product's time of change also covers its variants and photos.
  void mark_updated() {
    SqlArray ids;
    bool any = false;
    for (const auto& [external_id, product] : written_)
      if (product.changed && !product.created) {
        ids.add(product.id);
        any = true;
      }
    if (any)
      transaction_.exec_params(
          "UPDATE products SET updated_at = now(), changed_by = $3 WHERE org_id = $1 AND id = ANY($2::uuid[])"
          " AND (updated_at <> now() OR changed_by IS DISTINCT FROM $3)",
          sql(org_), ids.text(), sql(import_));
  }

  SqlTransaction& transaction_;
  const OrgId org_;
  const SourceId source_;
  const ImportId import_;
  const CatalogBatch& batch_;
  const CatalogWriteOptions options_;
  const std::set<std::string>& seen_before_;
  int priority_ = 0;
  std::unordered_map<std::string, std::string> existing_words_;
  std::set<std::string> newer_;  ///< products that a newer import wrote
  std::optional<CatalogRoom> room_;
  std::set<std::string> no_room_;  ///< new products beyond the org's quota
  std::vector<UpsertedRows::LeftOut> left_out_;
  std::map<std::string, WrittenProduct> written_;
  std::unordered_map<ProductId, WrittenProduct*> by_id_;
  bool fetch_queued_ = false;
  bool understand_queued_ = false;
};

}  // namespace

UpsertedRows write_batch(SqlTransaction& transaction, OrgId org, SourceId source, ImportId import,
                         const CatalogBatch& batch, const CatalogWriteOptions& options, long row_count,
                         const std::set<std::string>& seen_before) {
  return CatalogUpsert(transaction, org, source, import, batch, options, seen_before).run(row_count);
}

UpsertedRows PostgresCatalogStore::upsert_rows(OrgId org, SourceId source, ImportId import,
                                               std::span<const CatalogRow> rows) {
  if (rows.empty()) return {};
  const auto batch = merge_rows(rows);
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    require_reading(transaction, org, import);
    return write_batch(transaction, org, source, import, batch, options_, static_cast<long>(rows.size()));
  });
}

}  // namespace likeness
