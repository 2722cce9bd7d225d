// Exact search of the embedded index, beside two yardsticks measured in the same run: reading the same bytes and doing
// nothing with them (the floor), and the loop that one would write first, over floats (the peer).
#include <benchmark/benchmark.h>
#include <immintrin.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "adapters/embedded/embedded_vector_index.hpp"

namespace likeness::bench {
namespace {

constexpr std::size_t kDimensions = 768;
constexpr int kBrands = 10;
/// What a search asks of the index for 2,000 products.
constexpr int kServerLimit = 6000;

/// The costly part of normal numbers is making them: rows are rotations of a few random ones with a number changed.
class Rows {
 public:
  Rows() {
    std::mt19937 random(1);
    std::normal_distribution<float> number;
    for (auto& row : seeds_) {
      row.resize(kDimensions);
      for (float& value : row) value = number(random);
      normalize(row);
    }
  }
  Vector row(std::size_t index) const {
    Vector row = seeds_[index % seeds_.size()];
    std::ranges::rotate(row, row.begin() + static_cast<std::ptrdiff_t>(index / seeds_.size() % kDimensions));
    row[index % kDimensions] += 0.01f;
    normalize(row);
    return row;
  }

 private:
  std::array<Vector, 64> seeds_;
};

/// One vector and one product a row; a tenth of the products are of each brand.
class IndexOf {
 public:
  explicit IndexOf(std::size_t rows) : query_(Rows().row(rows / 2 + 7)) {
    const Rows source;
    for (std::size_t i = 0; i < rows; ++i) {
      const auto product = ProductId::generate();
      const StoredVector vector{
          VectorId{static_cast<std::int64_t>(i + 1)}, Level::image, product, {}, {}, to_half(source.row(i))};
      const FilterColumns columns{.product_id = product,
                                  .brand = "Brand " + std::to_string(i % kBrands),
                                  .category = "Apparel > Dress",
                                  .variants = {{.price = Money{1000, "EUR"}, .colors = {"red"}, .size = "M"}}};
      index_.put_columns(org_, pack_, {&columns, 1});
      index_.add(org_, pack_, {&vector, 1});
    }
  }
  /// Built once for each size.
  static IndexOf& size(std::size_t rows) {
    static std::map<std::size_t, std::unique_ptr<IndexOf>> built;
    auto& index = built[rows];
    if (!index) index = std::make_unique<IndexOf>(rows);
    return *index;
  }
  std::size_t search(const Filter& filter, int limit, bool exact = false) {
    return index_.search(org_, pack_, {query_, {Level::image}, filter, now(), limit, exact}).size();
  }

 private:
  const OrgId org_ = OrgId::generate();
  const PackKey pack_{"bench", 1};
  Vector query_;
  EmbeddedVectorIndex index_;
};

void report(benchmark::State& state, std::size_t rows, std::size_t bytes_per_number) {
  const double bytes =
      static_cast<double>(state.iterations()) * static_cast<double>(rows * kDimensions * bytes_per_number);
  state.counters["GB"] = benchmark::Counter(bytes / 1e9, benchmark::Counter::kIsRate);
}

void memory_read(benchmark::State& state) {
  const auto rows = static_cast<std::size_t>(state.range(0));
  const std::vector<std::uint64_t> words(rows * kDimensions * sizeof(std::uint16_t) / sizeof(std::uint64_t), 1);
  for (auto _ : state) {
    __m256i sums[4] = {};
    for (std::size_t i = 0; i + 16 <= words.size(); i += 16)
      for (std::size_t lane = 0; lane < 4; ++lane)
        sums[lane] = _mm256_add_epi64(
            sums[lane], _mm256_loadu_si256(reinterpret_cast<const __m256i*>(words.data() + i + lane * 4)));
    for (auto& sum : sums) benchmark::DoNotOptimize(sum);
  }
  report(state, rows, sizeof(std::uint16_t));
}

void exact_scan(benchmark::State& state) {
  const auto rows = static_cast<std::size_t>(state.range(0));
  auto& index = IndexOf::size(rows);
  for (auto _ : state) benchmark::DoNotOptimize(index.search({}, static_cast<int>(state.range(1))));
  report(state, rows, sizeof(std::uint16_t));
}

void exact_scan_of_a_tenth(benchmark::State& state) {
  const auto rows = static_cast<std::size_t>(state.range(0));
  auto& index = IndexOf::size(rows);
  const Filter filter{.brands = {"Brand 3"}};
  const int limit = static_cast<int>(state.range(1));
  if (index.search(filter, static_cast<int>(rows)) != rows / kBrands)
    return state.SkipWithError("the filter is not a tenth");
  for (auto _ : state) benchmark::DoNotOptimize(index.search(filter, limit));
  report(state, rows / kBrands, sizeof(std::uint16_t));
}

void naive_float_loop(benchmark::State& state) {
  const auto rows = static_cast<std::size_t>(state.range(0));
  const auto limit = std::min(rows, static_cast<std::size_t>(state.range(1)));
  const Rows source;
  std::vector<Vector> vectors(rows);
  for (std::size_t i = 0; i < rows; ++i) vectors[i] = source.row(i);
  const auto query = source.row(rows / 2 + 7);
  for (auto _ : state) {
    std::vector<std::pair<float, std::size_t>> scored(rows);
    for (std::size_t i = 0; i < rows; ++i)
      scored[i] = {std::inner_product(query.begin(), query.end(), vectors[i].begin(), 0.0f), i};
    std::ranges::partial_sort(scored, scored.begin() + static_cast<std::ptrdiff_t>(limit), std::greater<>{});
    benchmark::DoNotOptimize(scored.data());
  }
  report(state, rows, sizeof(float));
}

void sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->ArgNames({"rows", "limit"})->Unit(benchmark::kMillisecond);
  for (const long rows : {10'000, 100'000})
    for (const long limit : {100, kServerLimit}) benchmark->Args({rows, limit});
}

BENCHMARK(memory_read)->ArgName("rows")->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(exact_scan)->Apply(sizes);
BENCHMARK(exact_scan_of_a_tenth)->Apply(sizes);
BENCHMARK(naive_float_loop)->Apply(sizes);

}  // namespace
}  // namespace likeness::bench
