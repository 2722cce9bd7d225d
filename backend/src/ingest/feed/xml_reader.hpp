#pragma once

#include <memory>

#include "ingest/feed/attribute_names.hpp"
#include "ingest/feed/feed_reader.hpp"

namespace likeness::ingest {

/// Reads RSS 2.0 and Atom with Google's attributes (g:…): every <item> or <entry> is a row, and a repeated element
/// keeps all its values. An attribute with Google's prefix wins over the element of the same name of RSS or Atom. Of
/// elements with children, product_detail becomes "section:name:value", structured_title and structured_description
/// their content, texts their words, and the rest, such as shipping, is left out. Encodings: those of the declaration
/// (UTF-8, UTF-16, ISO-8859-1, US-ASCII, Windows-1252).
///
/// The document type may declare nothing, so that no entity can grow or reach outside. Depth and item size are bounded.
/// A document that is not well-formed is a fault with its line; rows before it stay.
class XmlReader final : public FeedReader {
 public:
  XmlReader(AttributeNames names, FeedLimits limits, OnRow on_row, OnFault on_fault);
  ~XmlReader() override;

  void consume(std::span<const std::uint8_t> piece) override;
  bool finish() override;

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace likeness::ingest
