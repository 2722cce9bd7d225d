#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ingest/feed/feed_reader.hpp"

namespace likeness::ingest {

/// The rows of one handle of a Shopify product CSV, put together. Columns are under the names of shopify_column().
class ShopifyProduct {
 public:
  void add(const RawRow& row);
  /// A row in Google's names for each variant; nothing, but a note, for a product that is not on sale.
  void emit(const FeedReader::OnRow& on_row, const FeedReader::OnFault& on_fault) const;

  bool empty() const { return handle_.empty(); }
  const std::string& handle() const { return handle_; }
  long line() const { return line_; }
  std::size_t bytes() const { return bytes_; }

 private:
  struct PlacedImage {
    int position;
    std::string address;
  };

  std::optional<std::string> reason_to_leave_out() const;
  /// What all its variants share.
  RawRow shared() const;
  void put_options(const RawRow& variant, RawRow& row) const;
  std::string variant_id(const RawRow& variant, std::set<std::string>& used) const;

  std::string handle_;
  long line_ = 0;
  std::size_t bytes_ = 0;
  RawRow product_;  ///< the first row, which alone says what the product is
  std::vector<RawRow> variants_;
  std::vector<PlacedImage> images_;
  std::string option_names_[3];
};

/// "Body (HTML)" and "Description" are both "body", "Variant Price" and "Price" both "price", and so on; "" for a
/// column that is not read.
std::string shopify_column(std::string_view column);

}  // namespace likeness::ingest
