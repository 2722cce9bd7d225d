#include "ingest/download/download_stage.hpp"

namespace likeness::ingest {

void DownloadStage::run(std::span<const ImageToDownload> batch, const OnDone& on_done) {
  std::vector<FetchRequest> requests;
  requests.reserve(batch.size());
  for (const auto& image : batch) {
    const bool is_here = !image.content_sha256.empty() && originals_.contains(image.org_id, image.content_sha256);
    requests.push_back({.url = image.url, .known = is_here ? image.validators : Validators{}});
  }
  fetcher_.fetch_all(requests, [&](std::size_t index, FetchResult fetched) {
    on_done(index, take(batch[index], std::move(fetched)));
  });
}

DownloadStage::Outcome DownloadStage::take(const ImageToDownload& image, FetchResult fetched) {
  if (!fetched) return std::unexpected(DownloadFailure{std::move(fetched.error())});
  if (fetched->not_modified) {
    // A server need not repeat its validators.
    const auto& said = fetched->validators;
    return DownloadedImage{image.content_sha256,
                           {said.etag.empty() ? image.validators.etag : said.etag,
                            said.last_modified.empty() ? image.validators.last_modified : said.last_modified}};
  }
  try {
    auto stored = originals_.store(image.org_id, fetched->bytes);
    if (!stored) return std::unexpected(DownloadFailure{{stored.error()}});
    return DownloadedImage{std::move(*stored), std::move(fetched->validators)};
  } catch (const Error& error) {
    return std::unexpected(DownloadFailure{{error}, error.kind() == ErrorKind::unavailable});
  }
}

}  // namespace likeness::ingest
