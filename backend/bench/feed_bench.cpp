// From a feed's bytes to checked rows, without the database.
#include <benchmark/benchmark.h>

#include "ingest/feed/attribute_names.hpp"
#include "ingest/feed/delimited_reader.hpp"
#include "ingest/normalize/normalize.hpp"

namespace likeness::bench {
namespace {

constexpr int kRows = 10'000;
constexpr std::size_t kPieceBytes = 64 * 1024;

std::string feed(char delimiter) {
  const std::vector<std::string> names{"id",           "title",
                                       "description",  "link",
                                       "image_link",   "additional_image_link",
                                       "availability", "price",
                                       "sale_price",   "sale_price_effective_date",
                                       "brand",        "color",
                                       "size",         "item_group_id",
                                       "product_type"};
  std::string text;
  const auto write = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) text += delimiter;
      const bool quoted = delimiter == ',' && cells[i].find(',') != std::string::npos;
      text += quoted ? '"' + cells[i] + '"' : cells[i];
    }
    text += '\n';
  };
  write(names);
  for (int i = 0; i < kRows; ++i) {
    const auto number = std::to_string(i);
    write({"SKU-" + number, "Summer dress no. " + number + ", knee-length",
           "A light dress of washed linen, made for warm days, with two pockets and a belt of the same cloth.",
           "https://shop.example/p/" + number, "https://shop.example/i/" + number + ".jpg",
           "https://shop.example/i/" + number + "-2.jpg,https://shop.example/i/" + number + "-3.jpg", "in_stock",
           "1,249.00 EUR", "999.00 EUR", "2026-03-01T00:00+0100/2026-03-08T00:00+0100", "Acme", "Red/Navy", "M",
           "GROUP-" + std::to_string(i / 4), "Apparel > Dresses > Summer"});
  }
  return text;
}

std::vector<ingest::RawRow> read(const std::string& text, char delimiter) {
  std::vector<ingest::RawRow> rows;
  ingest::DelimitedReader reader(
      delimiter,
      [](const std::vector<std::string>& header) { return ingest::AttributeNames().resolve_required(header); }, {},
      [&](ingest::RawRow row) { rows.push_back(std::move(row)); },
      [](const ImportFault& fault) { throw Error(ErrorKind::internal, fault.reason); });
  for (std::size_t start = 0; start < text.size(); start += kPieceBytes)
    reader.consume(
        {reinterpret_cast<const std::uint8_t*>(text.data()) + start, std::min(kPieceBytes, text.size() - start)});
  reader.finish();
  return rows;
}

void count_rows(benchmark::State& state) {
  state.counters["rows"] =
      benchmark::Counter(static_cast<double>(state.iterations()) * kRows, benchmark::Counter::kIsRate);
}

void delimited_reader(benchmark::State& state, char delimiter) {
  const auto text = feed(delimiter);
  for (auto _ : state) {
    const auto rows = read(text, delimiter);
    if (rows.size() != kRows) return state.SkipWithError("rows were lost");
  }
  count_rows(state);
  state.counters["MB"] = benchmark::Counter(
      static_cast<double>(state.iterations()) * static_cast<double>(text.size()) / 1e6, benchmark::Counter::kIsRate);
}

void normalize_rows(benchmark::State& state) {
  const auto rows = read(feed('\t'), '\t');
  for (auto _ : state)
    for (const auto& row : rows) {
      auto normalized = ingest::normalize(row);
      if (normalized.rows.empty()) return state.SkipWithError("a row was refused");
      benchmark::DoNotOptimize(normalized);
    }
  count_rows(state);
}

BENCHMARK_CAPTURE(delimited_reader, tsv, '\t')->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(delimited_reader, csv, ',')->Unit(benchmark::kMillisecond);
BENCHMARK(normalize_rows)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace likeness::bench
