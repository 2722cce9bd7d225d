#pragma once

#include <functional>
#include <span>
#include <string>

#include "ingest/download/original_store.hpp"
#include "ports/http_fetcher.hpp"

namespace likeness::ingest {

struct ImageToDownload {
  OrgId org_id;
  std::string url;
  std::string content_sha256 = {};  ///< of the bytes that are here already; empty: none
  Validators validators = {};       ///< that came with them
};

struct DownloadedImage {
  std::string content_sha256;
  Validators validators;
};

struct DownloadFailure : FetchFailure {
  bool ours = false;  ///< our own storage is away or full: the photo and its host are not to blame
};

/// Third stage: a photo's address becomes its bytes in the object store. Photos that are here already are asked for
/// with their validators; where the server says that they are the same, nothing is sent.
class DownloadStage {
 public:
  using Outcome = std::expected<DownloadedImage, DownloadFailure>;
  /// Called on the caller's thread, once per photo, as soon as it is there or is known not to come.
  using OnDone = std::function<void(std::size_t index, Outcome outcome)>;

  DownloadStage(HttpFetcher& fetcher, OriginalStore& originals) : fetcher_(fetcher), originals_(originals) {}

  void run(std::span<const ImageToDownload> batch, const OnDone& on_done);

 private:
  Outcome take(const ImageToDownload& image, FetchResult fetched);

  HttpFetcher& fetcher_;
  OriginalStore& originals_;
};

}  // namespace likeness::ingest
