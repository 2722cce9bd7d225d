#pragma once

#include <span>
#include <string>
#include <vector>

#include "ingest/download/original_store.hpp"
#include "ports/http_fetcher.hpp"

namespace likeness::ingest {

struct ImageToDownload {
  OrgId org_id;
  std::string url;
};

/// Third stage: a photo's address becomes its bytes in the object store.
class DownloadStage {
 public:
  DownloadStage(HttpFetcher& fetcher, OriginalStore& originals) : fetcher_(fetcher), originals_(originals) {}

  /// The SHA-256 of each photo's bytes, or why it could not be had; in the order of the batch.
  /// What our own storage throws comes through.
  std::vector<Result<std::string>> run(std::span<const ImageToDownload> batch);

 private:
  Result<std::string> download(const ImageToDownload& image);

  HttpFetcher& fetcher_;
  OriginalStore& originals_;
};

}  // namespace likeness::ingest
