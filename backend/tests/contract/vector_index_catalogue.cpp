#include "contract/vector_index_catalogue.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace likeness::contract {
namespace {

constexpr float kRounding = 1e-4f;
const std::vector<std::string> kBrands{"Acme", "Bolt", "Coral", "Dune", "Ember"};
const std::vector<std::string> kCategories{"Apparel", "Apparel > Dress", "Apparel > Dress > Summer", "Home",
                                           "Home > Cup"};
const std::vector<std::string> kColors{"red", "blue", "green", "white", "black"};
const std::vector<std::string> kSizes{"S", "M", "L"};

std::vector<std::string> some(const std::vector<std::string>& words, unsigned count_max, std::mt19937& random) {
  std::vector<std::string> chosen;
  for (auto count = random() % (count_max + 1); count > 0; --count) chosen.push_back(words[random() % words.size()]);
  return chosen;
}

}  // namespace

std::size_t dimensions_of(Level level) { return level == Level::text ? kTextDimensions : kImageDimensions; }

Vector random_vector(std::size_t size, std::mt19937& random) {
  std::normal_distribution<float> number;
  Vector vector(size);
  for (float& value : vector) value = number(random);
  normalize(vector);
  return vector;
}

StoredVector stored(std::int64_t id, Level level, ProductId product, const Vector& vector) {
  const auto number = static_cast<std::uint64_t>(id);
  StoredVector stored{VectorId{id}, level, product, {}, {}, to_half(vector)};
  if (level != Level::text) stored.image_id = id_of<ImageId>(number);
  if (level == Level::region) stored.region_id = id_of<RegionId>(number);
  return stored;
}

Filter random_filter(std::mt19937& random) {
  Filter filter;
  const auto one_in = [&](unsigned times) { return random() % times == 0; };
  if (one_in(3)) filter.brands = some(kBrands, 3, random);
  if (one_in(4)) filter.categories = some(kCategories, 2, random);
  if (one_in(3)) filter.colors = some(kColors, 2, random);
  if (one_in(4)) filter.sizes = some(kSizes, 2, random);
  if (one_in(5)) filter.availabilities = {Availability::in_stock};
  if (one_in(3)) filter.price_max_minor = static_cast<std::int64_t>(random() % 100);
  if (one_in(4)) filter.price_min_minor = static_cast<std::int64_t>(random() % 60);
  filter.currency = one_in(10) ? "USD" : "EUR";
  return filter;
}

FilterColumns random_columns(ProductId product, std::mt19937& random) {
  FilterColumns columns{.product_id = product,
                        .brand = kBrands[random() % kBrands.size()],
                        .category = kCategories[random() % kCategories.size()],
                        .photo_colors = some(kColors, 2, random)};
  for (unsigned i = random() % 3 + 1; i > 0; --i) {
    VariantColumns variant{.id = VariantId{},
                           .availability = random() % 4 == 0 ? Availability::out_of_stock : Availability::in_stock,
                           .colors = some(kColors, 1, random),
                           .size = kSizes[random() % kSizes.size()]};
    if (random() % 10 != 0) variant.price = Money{static_cast<std::int64_t>(random() % 100), "EUR"};
    if (random() % 5 == 0) {
      variant.sale_price = Money{static_cast<std::int64_t>(random() % 20), "EUR"};
      variant.sale_until = kNow + std::chrono::hours(static_cast<int>(random() % 3) - 1);
    }
    columns.variants.push_back(std::move(variant));
  }
  return columns;
}

Catalogue Catalogue::random(int products, unsigned seed) {
  std::mt19937 random(seed);
  Catalogue catalogue;
  std::int64_t next_id = 1;
  for (int i = 1; i <= products; ++i) {
    const auto product = id_of<ProductId>(static_cast<std::uint64_t>(i));
    catalogue.columns.push_back(random_columns(product, random));
    const auto add = [&](Level level, unsigned count) {
      for (; count > 0; --count)
        catalogue.vectors.push_back(stored(next_id++, level, product, random_vector(dimensions_of(level), random)));
    };
    add(Level::image, random() % 2 + 1);
    add(Level::region, random() % 3);
    add(Level::text, 1);
  }
  return catalogue;
}

const FilterColumns* Catalogue::columns_of(ProductId product) const {
  const auto found = std::ranges::find(columns, product, &FilterColumns::product_id);
  return found == columns.end() ? nullptr : &*found;
}

std::vector<VectorHit> Catalogue::all_hits(const VectorQuery& query) const {
  std::unordered_set<ProductId> passing;
  for (const auto& product : columns)
    if (matches(query.filter, product, query.at)) passing.insert(product.product_id);
  std::vector<VectorHit> hits;
  for (const auto& vector : vectors) {
    if (std::ranges::find(query.levels, vector.level) == query.levels.end()) continue;
    if (!query.filter.empty() && !passing.contains(vector.product_id)) continue;
    const auto numbers = to_float(vector.vector);
    if (numbers.size() != query.vector.size()) continue;
    double cosine = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) cosine += double{numbers[i]} * double{query.vector[i]};
    hits.push_back(
        {vector.id, vector.level, vector.product_id, vector.image_id, vector.region_id, static_cast<float>(cosine)});
  }
  std::ranges::stable_sort(hits, std::greater<>{}, &VectorHit::cosine);
  return hits;
}

void expect_answer(const std::vector<VectorHit>& hits, const std::vector<VectorHit>& all, const VectorQuery& query) {
  ASSERT_EQ(hits.size(), std::min(all.size(), static_cast<std::size_t>(query.limit)));
  std::unordered_map<VectorId, const VectorHit*> expected;
  for (const auto& hit : all) expected.emplace(hit.id, &hit);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    ASSERT_NEAR(hits[i].cosine, all[i].cosine, kRounding) << "place " << i;
    const auto found = expected.find(hits[i].id);
    ASSERT_NE(found, expected.end()) << "place " << i << " may not be there, or is there twice";
    ASSERT_NEAR(hits[i].cosine, found->second->cosine, kRounding);
    ASSERT_EQ(hits[i].level, found->second->level);
    ASSERT_EQ(hits[i].product_id, found->second->product_id);
    ASSERT_EQ(hits[i].image_id, found->second->image_id);
    ASSERT_EQ(hits[i].region_id, found->second->region_id);
    expected.erase(found);
  }
}

std::vector<std::int64_t> ids_of(const std::vector<VectorHit>& hits) {
  std::vector<std::int64_t> ids;
  for (const auto& hit : hits) ids.push_back(static_cast<std::int64_t>(hit.id));
  return ids;
}

}  // namespace likeness::contract
