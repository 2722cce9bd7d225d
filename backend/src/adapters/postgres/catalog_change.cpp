#include <algorithm>
#include <set>

#include "adapters/postgres/catalog_store.hpp"
#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"

namespace likeness {
namespace {

constexpr char kPatch[] = R"(
  WITH wanted AS (
    SELECT v.id, t.number,
           CASE WHEN t.sets_price THEN t.price ELSE v.price_minor END AS price,
           CASE WHEN t.sets_price THEN t.currency ELSE v.price_currency END AS currency,
           CASE WHEN t.sets_sale THEN t.sale_price ELSE v.sale_price_minor END AS sale_price,
           CASE WHEN t.sets_sale THEN t.sale_currency ELSE v.sale_price_currency END AS sale_currency,
           CASE WHEN t.sets_interval THEN t.sale_from ELSE v.sale_from END AS sale_from,
           CASE WHEN t.sets_interval THEN t.sale_until ELSE v.sale_until END AS sale_until,
           coalesce(t.availability, v.availability) AS availability, coalesce(t.link, v.link) AS link
      FROM unnest($2::bigint[], $3::uuid[], $4::text[], $5::boolean[], $6::bigint[], $7::text[], $8::boolean[],
                  $9::bigint[], $10::text[], $11::boolean[], $12::timestamptz[], $13::timestamptz[], $14::text[],
                  $15::text[])
             AS t (number, product_id, external_id, sets_price, price, currency, sets_sale, sale_price, sale_currency,
                   sets_interval, sale_from, sale_until, availability, link)
      JOIN variants AS v ON v.org_id = $1 AND v.product_id = t.product_id
                        AND (t.external_id = '' OR v.external_id = t.external_id)),
  checked AS (SELECT *, coalesce(sale_price > price AND sale_currency = currency, false) AS too_high FROM wanted),
  fitting AS (SELECT id, number, price, currency, sale_from, sale_until, availability, link, too_high,
                     CASE WHEN NOT too_high THEN sale_price END AS sale_price,
                     CASE WHEN NOT too_high THEN sale_currency END AS sale_currency FROM checked)
  UPDATE variants AS v
     SET price_minor = f.price, price_currency = f.currency, sale_price_minor = f.sale_price,
         sale_price_currency = f.sale_currency, sale_from = f.sale_from, sale_until = f.sale_until,
         availability = f.availability, link = f.link,
         updated_at = CASE
           WHEN (v.price_minor, v.price_currency, v.sale_price_minor, v.sale_price_currency, v.sale_from, v.sale_until,
                 v.availability, v.link)
                IS DISTINCT FROM (f.price, f.currency, f.sale_price, f.sale_currency, f.sale_from, f.sale_until,
                                  f.availability, f.link)
           THEN now() ELSE v.updated_at END
    FROM fitting AS f WHERE v.org_id = $1 AND v.id = f.id
  RETURNING f.number, v.product_id, v.updated_at = now(), f.too_high)";

void add_money(SqlArray& amounts, SqlArray& currencies, const std::optional<Money>& money) {
  if (money) {
    amounts.add(static_cast<long long>(money->minor));
    currencies.add(std::string_view(money->currency));
  } else {
    amounts.add_null();
    currencies.add_null();
  }
}

void add_flag(SqlArray& flags, bool flag) { flags.add(std::string_view(flag ? "t" : "f")); }

/// Marks the patches that name a variant that there is not, and all others of their products.
void find_missing(SqlTransaction& transaction, OrgId org, std::span<const OfferPatch> patches,
                  std::vector<PatchedOffer>& answer) {
  SqlArray products, variants;
  for (const auto& patch : patches) {
    products.add(patch.product_id);
    variants.add(std::string_view(patch.variant_external_id));
  }
  std::set<ProductId> spared;
  for (const auto& row : transaction.exec_params(
           "SELECT t.number - 1 FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS t (product_id, external_id, "
           "number)"
           " WHERE NOT EXISTS (SELECT FROM variants AS v WHERE v.org_id = $1 AND v.product_id = t.product_id"
           "                      AND (t.external_id = '' OR v.external_id = t.external_id))",
           sql(org), products.text(), variants.text())) {
    const auto number = row[0].as<std::size_t>();
    answer[number].found = false;
    spared.insert(patches[number].product_id);
  }
  for (std::size_t i = 0; i < patches.size(); ++i)
    if (spared.contains(patches[i].product_id)) answer[i].found = false;
}

}  // namespace

std::map<std::string, ProductId> PostgresCatalogStore::hold_products(OrgId org, const std::string& source_name,
                                                                     std::span<const std::string> external_ids) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    std::map<std::string, ProductId> held;
    for (const auto& row :
         transaction.exec_params("SELECT external_id, id FROM products WHERE org_id = $1"
                                 " AND source_id = (SELECT id FROM sources WHERE org_id = $1 AND name = $2)"
                                 " AND external_id = ANY($3::text[]) ORDER BY external_id FOR NO KEY UPDATE",
                                 sql(org), source_name, sql_array(external_ids)))
      held.emplace(row[0].c_str(), read_id<ProductId>(row[1]));
    return held;
  });
}

std::vector<PatchedOffer> PostgresCatalogStore::patch_offers(OrgId org, std::span<const OfferPatch> patches) {
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    std::vector<PatchedOffer> answer(patches.size());
    find_missing(transaction, org, patches, answer);
    SqlArray numbers, products, variants, sets_price, prices, currencies, sets_sale, sale_prices, sale_currencies,
        sets_interval, sale_starts, sale_ends, availabilities, links;
    for (std::size_t i = 0; i < patches.size(); ++i) {
      if (!answer[i].found) continue;
      const auto& [product, variant, offer, sets] = patches[i];
      numbers.add(static_cast<long long>(i));
      products.add(product);
      variants.add(std::string_view(variant));
      add_flag(sets_price, sets.price);
      add_money(prices, currencies, offer.price);
      add_flag(sets_sale, sets.sale_price);
      add_money(sale_prices, sale_currencies, offer.sale_price);
      add_flag(sets_interval, sets.sale_interval);
      sale_starts.add(sql(offer.sale_from));
      sale_ends.add(sql(offer.sale_until));
      availabilities.add(sets.availability ? std::optional(std::string(to_string(offer.availability))) : std::nullopt);
      links.add(sets.link ? std::optional(offer.link) : std::nullopt);
    }
    SqlArray changed;
    for (const auto& row : transaction.exec_params(
             kPatch, sql(org), numbers.text(), products.text(), variants.text(), sets_price.text(), prices.text(),
             currencies.text(), sets_sale.text(), sale_prices.text(), sale_currencies.text(), sets_interval.text(),
             sale_starts.text(), sale_ends.text(), availabilities.text(), links.text())) {
      auto& patched = answer[row[0].as<std::size_t>()];
      patched.sale_left_out = patched.sale_left_out || row[3].as<bool>();
      if (!row[2].as<bool>()) continue;
      patched.changed = true;
      changed.add(read_id<ProductId>(row[1]));
    }
    transaction.exec_params("UPDATE products SET updated_at = now() WHERE org_id = $1 AND id = ANY($2::uuid[])",
                            sql(org), changed.text());
    return answer;
  });
}

void PostgresCatalogStore::delete_products(OrgId org, std::span<const ProductId> ids) {
  in_org(pool_, org, [&](SqlTransaction& transaction) {
    transaction.exec_params("DELETE FROM embeddings WHERE org_id = $1 AND product_id = ANY($2::uuid[])", sql(org),
                            sql_array(ids));
    transaction.exec_params("DELETE FROM products WHERE org_id = $1 AND id = ANY($2::uuid[])", sql(org),
                            sql_array(ids));
  });
}

}  // namespace likeness
