#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace likeness::ingest {

enum class FeedFormat { tsv, csv, xml, jsonl, shopify_csv };
std::string_view to_string(FeedFormat format);

/// The format that is named; for "auto" the one that the feed's first bytes show and, where they show none, its file
/// name. Error{invalid_argument} for a word that is no format, and for archives and compressed files.
FeedFormat feed_format(std::string_view named, std::span<const std::uint8_t> start, std::string_view filename);

}  // namespace likeness::ingest
