#pragma once

#include <cstddef>

#include "ingest/feed/delimited_reader.hpp"
#include "ingest/feed/shopify_product.hpp"

namespace likeness::ingest {

/// Reads Shopify's product CSV with the old header (Handle, Variant SKU, Image Src …) and the new one (URL handle, SKU,
/// Product image URL …): rows of one handle, which follow each other, are one product, and each of its variants becomes
/// a row in Google's names. Drafts, archived and unpublished products are left out, which is noted. Prices are bare, so
/// they are in the currency of the feed.
class ShopifyReader final : public FeedReader {
 public:
  ShopifyReader(FeedLimits limits, OnRow on_row, OnFault on_fault);

  /// Whether a first line is that of a Shopify product CSV.
  static bool knows_header(std::string_view line);

  void consume(std::span<const std::uint8_t> piece) override { rows_.consume(piece); }
  bool finish() override;

 private:
  void take_row(RawRow row);
  void end_product();

  const FeedLimits limits_;
  OnRow on_row_;
  OnFault on_fault_;
  DelimitedReader rows_;
  ShopifyProduct product_;
  bool is_too_large_ = false;
};

}  // namespace likeness::ingest
