#include <gmock/gmock.h>

#include "ingest/normalize/normalize_stage.hpp"
#include "unit/feed_source.hpp"

namespace likeness::ingest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kSamples[] = {"google.tsv",         "google-utf16.tsv", "google.csv",
                                "german-windows.csv", "google-rss.xml",   "google-atom.xml",
                                "products.jsonl",     "shopify-old.csv",  "shopify-new.csv"};

/// What a feed says of each variant, on a line.
std::vector<std::string> facts_of(const StageRead& read) {
  std::vector<std::string> lines;
  NormalizeStage normalize("EUR", [&](NormalizedRow normalized) {
    EXPECT_THAT(normalized.faults, IsEmpty());
    for (const auto& row : normalized.rows) {
      const auto& facts = row.variant;
      lines.push_back(join(
          std::vector<std::string>{
              row.product_external_id, facts.external_id, row.title, row.description, row.brand, row.product_type,
              to_string(facts.price.value()), facts.sale_price ? to_string(*facts.sale_price) : "",
              std::string(to_string(facts.availability)), join(facts.colors, "/"), facts.size, facts.gtin},
          ";"));
      for (const auto& image : row.images) lines.back() += ";" + image.location;
    }
  });
  for (const auto& row : read.rows) normalize.add(row);
  normalize.finish();
  return lines;
}

TEST(FeedSamples, EveryFormatSaysTheSame) {
  for (const auto& name : kSamples) {
    const auto read = read_by_stage(sample_feed(name), {.filename = name});
    EXPECT_TRUE(read.whole);
    EXPECT_THAT(
        facts_of(read),
        ElementsAre("cotton-t-shirt;TEE-RED-S;Cotton T-shirt;Soft cotton, \"super\" light.;Loom;Apparel > Shirts;"
                    "1299.00 EUR;1050.50 EUR;in_stock;red;S;4006381333931;photos/tee-red.png;photos/tee-back.png",
                    "cotton-t-shirt;TEE-RED-L;Cotton T-shirt;Soft cotton, \"super\" light.;Loom;Apparel > Shirts;"
                    "1299.00 EUR;1050.50 EUR;out_of_stock;red;L;;photos/tee-red.png;photos/tee-back.png",
                    "cafe-mug;MUG-1;Caf\u00E9 mug;Holds 0.3 l & keeps warm.;Homely;Household > Kitchen;8.00 EUR;;"
                    "in_stock;blue;;;photos/mug.png",
                    "rubber-duck;DUCK-1;\"Super\" duck;For the bath.;Homely;Household > Toys;5.25 EUR;;in_stock;yellow;"
                    ";;photos/duck.png;photos/duck-2.png"))
        << name;
  }
}

TEST(FeedSamples, AnyPiecesGiveTheSameRows) {
  for (const auto& name : kSamples) {
    const auto bytes = sample_feed(name);
    const auto whole = read_by_stage(bytes);
    for (const std::size_t piece_bytes : {1, 7, 4096}) {
      const auto pieces = read_by_stage(bytes, {}, {}, piece_bytes);
      EXPECT_EQ(lines_of(pieces), lines_of(whole)) << name << " by " << piece_bytes;
      EXPECT_EQ(faults_of(pieces), faults_of(whole)) << name << " by " << piece_bytes;
    }
  }
}

/// Cut anywhere, a feed of any format is read up to the cut, or refused in words.
TEST(FeedSamples, ACutFeedIsReadOrRefused) {
  for (const auto& name : kSamples) {
    const auto bytes = sample_feed(name);
    for (std::size_t size = 0; size < bytes.size(); size += 13) {
      try {
        EXPECT_LE(read_by_stage(bytes.substr(0, size)).rows.size(), 5u);
      } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::invalid_argument) << name << " cut at " << size;
      }
    }
  }
}

}  // namespace
}  // namespace likeness::ingest
