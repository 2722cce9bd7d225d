#include "ingest/feed/archive_feed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "domain/photo_names.hpp"
#include "ingest/stage_timer.hpp"

namespace likeness::ingest {
namespace {

constexpr std::array<std::string_view, 5> kFeedEndings = {".tsv", ".csv", ".xml", ".jsonl", ".ndjson"};
constexpr std::string_view kZipSignature = "PK\x03\x04";
constexpr std::size_t kPieceBytes = 64 * 1024;
constexpr int kPhotosBetweenLooks = 20;
constexpr int kMissingPerPage = 200;
constexpr std::size_t kFeedsNamed = 5;

bool is_feed(std::string_view path) {
  const auto lower = to_lower(path);
  const bool hidden = lower.starts_with("__macosx/") || lower.starts_with('.') || lower.find("/.") != std::string::npos;
  return !hidden && std::ranges::any_of(kFeedEndings, [&](auto ending) { return lower.ends_with(ending); });
}

/// "shop/" of "shop/feed.tsv".
std::string_view folder_of(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

/// nullopt where there are more bytes than the bound.
std::optional<Bytes> read_all(ObjectReader& reader, std::size_t bytes_max) {
  Bytes bytes;
  std::vector<std::uint8_t> piece(kPieceBytes);
  while (const auto size = reader.read(piece)) {
    if (bytes.size() + size > bytes_max) return std::nullopt;
    bytes.insert(bytes.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(size));
  }
  return bytes;
}

RawRow row_of(long line, const std::string& path, const PhotoName& photo) {
  RawRow row;
  row.line = line;
  row.values["id"] = {photo.id};
  row.values["title"] = {photo.title};
  row.values["image_link"] = {path};
  if (!photo.category_path.empty()) row.values["product_type"] = {join(photo.category_path, " > ")};
  return row;
}

}  // namespace

bool is_zip(std::span<const std::uint8_t> first_bytes) {
  return first_bytes.size() >= kZipSignature.size() &&
         std::equal(kZipSignature.begin(), kZipSignature.end(), first_bytes.begin());
}

void ArchiveFeed::walk(const std::function<void(const ArchiveEntry&)>& visit) {
  const auto object = parts_.objects.reader(org_, import_.request.object_key);
  parts_.walker.walk(*object, visit);
}

const std::string& ArchiveFeed::find_feed() {
  if (feed_) return *feed_;
  std::vector<std::string> feeds;
  bool any_photo = false;
  walk([&](const ArchiveEntry& entry) {
    if (is_feed(entry.path) && feeds.size() < kFeedsNamed) feeds.push_back(entry.path);
    any_photo = any_photo || name_photo(entry.path);
  });
  if (feeds.size() > 1)
    throw Error(ErrorKind::invalid_argument,
                fmt::format("the archive holds several feeds: send it with one of {}", join(feeds, ", ")));
  if (feeds.empty() && !any_photo)
    throw Error(ErrorKind::invalid_argument,
                "the archive holds neither a feed (.tsv, .csv, .xml, .jsonl) nor photos (.jpg, .png, .webp …)");
  return feed_.emplace(feeds.empty() ? "" : feeds.front());
}

bool ArchiveFeed::read(const FeedReader::OnRow& on_row, const FeedReader::OnFault& on_fault) {
  const auto& feed = find_feed();
  if (feed.empty()) {
    name_photos(on_row);
    return true;
  }
  bool whole = false;
  walk([&](const ArchiveEntry& entry) {
    if (entry.path != feed) return;
    const FeedDescription description{"auto", feed, import_.request.mapping, import_.currency};
    whole = parts_.feed.read(entry.bytes, description, on_row, on_fault);
  });
  return whole;
}

void ArchiveFeed::name_photos(const FeedReader::OnRow& on_row) {
  long line = 0;
  walk([&](const ArchiveEntry& entry) {
    ++line;
    if (const auto photo = name_photo(entry.path)) on_row(row_of(line, entry.path, *photo));
  });
}

void ArchiveFeed::take_photos(const std::function<void()>& go_on) {
  const auto folder = folder_of(find_feed());
  int count = 0;
  walk([&](const ArchiveEntry& entry) {
    if (!entry.path.starts_with(folder) || !name_photo(entry.path)) return;
    take_photo(entry.path.substr(folder.size()), entry.bytes);
    if (++count % kPhotosBetweenLooks == 0) go_on();
  });
  refuse_missing();
}

void ArchiveFeed::take_photo(const std::string& path, ObjectReader& bytes) {
  StageTimer timer(parts_.metrics, Stage::download, 1);
  try {
    const auto photo = read_all(bytes, parts_.photo_bytes_max);
    const auto stored = photo ? parts_.originals.store(org_, *photo)
                              : failure(ErrorKind::too_large,
                                        fmt::format("the photo is over {} megabytes", parts_.photo_bytes_max >> 20));
    if (stored) return parts_.imports.accept_file(org_, import_.id, path, *stored);
    timer.failed();
    parts_.imports.refuse_file(org_, import_.id, path, stored.error().message());
  } catch (const QuotaExceeded& error) {
    timer.failed();
    parts_.imports.refuse_file(org_, import_.id, path, error.message());
  } catch (const Error& error) {
    // No photo of the import waits for it.
    if (error.kind() != ErrorKind::not_found) throw;
  }
}

void ArchiveFeed::refuse_missing() {
  while (true) {
    const auto missing = parts_.imports.wanted_files(org_, import_.id, "", kMissingPerPage);
    if (missing.files.empty()) return;
    for (const auto& file : missing.files)
      parts_.imports.refuse_file(org_, import_.id, file.path, "the archive holds no such photo");
  }
}

}  // namespace likeness::ingest
