#include "ingest/feed/feed_format.hpp"

#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "ingest/feed/shopify_reader.hpp"
#include "ingest/feed/text_decoder.hpp"

namespace likeness::ingest {
namespace {

constexpr FeedFormat kFormats[] = {FeedFormat::tsv, FeedFormat::csv, FeedFormat::xml, FeedFormat::jsonl,
                                   FeedFormat::shopify_csv};

void refuse_archive(std::string_view start) {
  const char* kind = start.starts_with("PK\x03\x04") ? "a zip archive"
                     : start.starts_with("\x1F\x8B") ? "compressed by gzip"
                     : start.starts_with("%PDF-")    ? "a PDF document"
                                                     : nullptr;
  if (kind != nullptr)
    throw Error(ErrorKind::invalid_argument,
                std::string("the feed is ") + kind + ": send the TSV, CSV, XML or JSON Lines file itself", "format");
}

FeedFormat by_filename(std::string_view filename) {
  const auto name = to_lower(filename);
  if (name.ends_with(".xml") || name.ends_with(".rss") || name.ends_with(".atom")) return FeedFormat::xml;
  if (name.ends_with(".jsonl") || name.ends_with(".ndjson") || name.ends_with(".json")) return FeedFormat::jsonl;
  return FeedFormat::csv;
}

}  // namespace

std::string_view to_string(FeedFormat format) {
  switch (format) {
    case FeedFormat::tsv:
      return "tsv";
    case FeedFormat::csv:
      return "csv";
    case FeedFormat::xml:
      return "xml";
    case FeedFormat::jsonl:
      return "jsonl";
    case FeedFormat::shopify_csv:
      return "shopify_csv";
  }
  std::unreachable();
}

FeedFormat feed_format(std::string_view named, std::span<const std::uint8_t> start, std::string_view filename) {
  refuse_archive({reinterpret_cast<const char*>(start.data()), start.size()});
  for (const auto format : kFormats)
    if (named == to_string(format)) return format;
  if (named != "auto")
    throw Error(ErrorKind::invalid_argument,
                "\"" + std::string(valid_start(named, 60)) +
                    "\" is no feed format; formats are auto, tsv, csv, xml, jsonl, shopify_csv",
                "format");
  std::string text;
  TextDecoder decoder([&text](std::string_view piece) { text += piece; });
  decoder.consume(start);
  decoder.finish();
  const auto shown = trim(text);
  if (shown.starts_with('<')) return FeedFormat::xml;
  if (shown.starts_with('{') || shown.starts_with('[')) return FeedFormat::jsonl;
  if (ShopifyReader::knows_header(shown.substr(0, shown.find('\n')))) return FeedFormat::shopify_csv;
  // Which delimiter a table has is for its reader to find out.
  return shown.empty() ? by_filename(filename) : FeedFormat::csv;
}

}  // namespace likeness::ingest
