#include <map>

#include "adapters/postgres/catalog_store.hpp"
#include "adapters/postgres/filter_sql.hpp"
#include "adapters/postgres/sql_array.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace likeness {
namespace {

/// Each yields (product_id, value) once per product and value; $1 is the org, $2 the products. Values that differ by
/// case count as one, as filters compare them; a product counts for each category above its own.
const std::map<std::string, std::string, std::less<>> kFacetRows = {
    {"brand", "SELECT id AS product_id, brand AS value FROM products WHERE org_id = $1 AND id = ANY($2::uuid[])"},
    {"category",
     "SELECT id, array_to_string(category_path[1:depth], ' > ') FROM products,"
     " generate_series(1, cardinality(category_path)) AS depth WHERE org_id = $1 AND id = ANY($2::uuid[])"},
    {"color",
     "SELECT product_id, c FROM variants, unnest(colors) AS c WHERE org_id = $1 AND product_id = ANY($2::uuid[])"
     " UNION ALL SELECT i.product_id, c FROM images AS i, unnest(i.color_names) AS c"
     " WHERE i.org_id = $1 AND i.product_id = ANY($2::uuid[])"
     " AND EXISTS (SELECT FROM variants AS v WHERE v.org_id = $1 AND v.product_id = i.product_id)"
     " AND NOT EXISTS (SELECT FROM variants AS v WHERE v.org_id = $1 AND v.product_id = i.product_id AND v.colors <> "
     "'{}')"},
    {"size", "SELECT product_id, size FROM variants WHERE org_id = $1 AND product_id = ANY($2::uuid[])"},
    {"availability",
     "SELECT product_id, availability FROM variants WHERE org_id = $1 AND product_id = ANY($2::uuid[])"},
};

/// Least word similarity of a trigram match, 0..1: the share of the query's trigrams that a title or brand has in one
/// stretch. The lower one takes in about two wrong letters in a word, and costs more.
constexpr char kSimilarityFar[] = "0.3";
constexpr char kSimilarityNear[] = "0.5";

/// A query in words as tsqueries. `any` is met by one of the words and by none of the excluded ones.
struct TextQuery {
  std::string all;
  std::string any;
};

TextQuery read_text_query(SqlTransaction& transaction, const std::string& text) {
  std::string wanted;
  std::string excluded;
  for (const auto& word : split(text, " ")) (word.starts_with('-') ? excluded : wanted) += word + " ";
  // A query of stop words only ("The Who") has no English lexemes: then the words themselves count.
  const auto row = transaction.exec_params1(R"(
    WITH q AS (
      SELECT CASE WHEN numnode(plainto_tsquery('english', $2)) > 0 THEN 'english' ELSE 'simple' END::regconfig
               AS config)
    SELECT websearch_to_tsquery(config, $1)::text,
           (replace(plainto_tsquery(config, $2)::text, '&', '|')::tsquery && websearch_to_tsquery(config, $3))::text
      FROM q)",
                                            text, wanted, excluded);
  return {row[0].c_str(), row[1].c_str()};
}

std::vector<ProductId> select_products(SqlTransaction& transaction, const std::string& statement,
                                       const std::vector<std::optional<std::string>>& parameters) {
  std::vector<ProductId> ids;
  const auto rows = transaction.exec_params(statement, pqxx::prepare::make_dynamic_params(parameters));
  for (const auto& row : rows) ids.push_back(read_id<ProductId>(row[0]));
  return ids;
}

}  // namespace

std::vector<Facet> PostgresCatalogStore::facets(OrgId org, std::span<const ProductId> ids,
                                                std::span<const std::string> names, int values_max) {
  for (const auto& name : names)
    if (!kFacetRows.contains(name))
      throw Error(ErrorKind::invalid_argument,
                  "there is no facet \"" + name + "\": they are brand, category, color, size, availability", "facets");
  const auto array = sql_array(ids);
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    std::vector<Facet> facets;
    for (const auto& name : names) {
      const auto rows = transaction.exec_params(
          "SELECT min(value COLLATE \"C\"), count(DISTINCT product_id) FROM (" + kFacetRows.at(name) +
              ") AS f (product_id, value) WHERE value <> '' GROUP BY lower(value COLLATE \"C\")"
              " ORDER BY 2 DESC, 1 LIMIT $3",
          sql(org), array, values_max);
      Facet facet{.name = name, .values = {}};
      for (const auto& row : rows) facet.values.push_back({row[0].c_str(), row[1].as<int>()});
      facets.push_back(std::move(facet));
    }
    return facets;
  });
}

CatalogStore::TextMatches PostgresCatalogStore::match_text(OrgId org, const std::string& text, const Filter& filter,
                                                           int limit) {
  const auto filtered = filter_sql(filter, 4);
  return in_org(pool_, org, [&](SqlTransaction& transaction) {
    TextMatches matches;
    std::vector<std::optional<std::string>> parameters = {sql(org), {}, std::to_string(limit)};
    parameters.insert(parameters.end(), filtered.parameters.begin(), filtered.parameters.end());

    const auto query = read_text_query(transaction, text);
    const std::string full_text =
        "SELECT p.id FROM products AS p WHERE p.org_id = $1 AND p.search @@ $2::tsquery AND " + filtered.condition +
        " ORDER BY ts_rank_cd(p.search, $2::tsquery) DESC, p.id LIMIT $3";
    const auto find_words = [&](const std::string& words) {
      if (words.empty()) return;
      parameters[1] = words;
      matches.full_text = select_products(transaction, full_text, parameters);
    };
    find_words(query.all);
    const bool all_words_found = !matches.full_text.empty();
    if (!all_words_found) find_words(query.any);

    // Spelling is forgiven generously only where the words as they are were not all found together.
    transaction.exec_params("SELECT set_config('pg_trgm.word_similarity_threshold', $1, true)",
                            all_words_found ? kSimilarityNear : kSimilarityFar);
    parameters[1] = text;
    matches.trigram = select_products(
        transaction,
        "SELECT p.id FROM products AS p WHERE p.org_id = $1 AND p.title_and_brand %> $2::text AND " +
            filtered.condition + " ORDER BY word_similarity($2::text, p.title_and_brand) DESC, p.id LIMIT $3",
        parameters);
    return matches;
  });
}

}  // namespace likeness
