#include "ingest/feed/feed_stage.hpp"

#include <memory>
#include <vector>

#include "ingest/feed/delimited_reader.hpp"
#include "ingest/feed/feed_format.hpp"
#include "ingest/feed/json_lines_reader.hpp"
#include "ingest/feed/shopify_reader.hpp"
#include "ingest/feed/text_decoder.hpp"
#include "ingest/feed/xml_reader.hpp"

namespace likeness::ingest {
namespace {

constexpr std::size_t kPieceBytes = 64 * 1024;

/// Fills the buffer as far as the feed reaches, however small the pieces that the store hands out.
std::size_t fill(ObjectReader& feed, std::span<std::uint8_t> buffer) {
  std::size_t filled = 0;
  while (filled < buffer.size()) {
    const auto size = feed.read(buffer.subspan(filled));
    if (size == 0) break;
    filled += size;
  }
  return filled;
}

std::unique_ptr<FeedReader> reader_of(FeedFormat format, const ColumnMapping& mapping, FeedLimits limits,
                                      const FeedReader::OnRow& on_row, const FeedReader::OnFault& on_fault) {
  AttributeNames names(mapping);
  switch (format) {
    case FeedFormat::xml:
      return std::make_unique<XmlReader>(std::move(names), limits, on_row, on_fault);
    case FeedFormat::jsonl:
      return std::make_unique<JsonLinesReader>(std::move(names), limits, on_row, on_fault);
    case FeedFormat::shopify_csv:
      return std::make_unique<ShopifyReader>(limits, on_row, on_fault);
    case FeedFormat::tsv:
    case FeedFormat::csv:
      break;
  }
  const auto name_columns = [names = std::move(names)](const std::vector<std::string>& header) {
    return names.resolve_required(header);
  };
  return std::make_unique<DelimitedReader>(format == FeedFormat::tsv ? '\t' : '\0', name_columns, limits, on_row,
                                           on_fault);
}

}  // namespace

bool FeedStage::read(ObjectReader& feed, const FeedDescription& description, const FeedReader::OnRow& on_row,
                     const FeedReader::OnFault& on_fault) const {
  std::vector<std::uint8_t> buffer(kPieceBytes);
  std::span<const std::uint8_t> piece(buffer.data(), fill(feed, buffer));
  const auto format = feed_format(description.format, piece, description.filename);
  const auto reader = reader_of(format, description.mapping, limits_, on_row, on_fault);
  TextDecoder decoder([&reader](std::string_view text) {
    reader->consume({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
  });
  for (; !piece.empty(); piece = {buffer.data(), feed.read(buffer)}) {
    // An XML document says its encoding itself.
    if (format == FeedFormat::xml)
      reader->consume(piece);
    else
      decoder.consume(piece);
  }
  decoder.finish();
  return reader->finish();
}

}  // namespace likeness::ingest
