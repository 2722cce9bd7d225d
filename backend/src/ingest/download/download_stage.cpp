#include "ingest/download/download_stage.hpp"

namespace likeness::ingest {

std::vector<Result<std::string>> DownloadStage::run(std::span<const ImageToDownload> batch) {
  std::vector<Result<std::string>> results;
  results.reserve(batch.size());
  for (const auto& image : batch) results.push_back(download(image));
  return results;
}

Result<std::string> DownloadStage::download(const ImageToDownload& image) {
  const auto body = fetcher_.fetch(image.url);
  if (!body) return std::unexpected(body.error());
  return originals_.store(image.org_id, body->bytes);
}

}  // namespace likeness::ingest
