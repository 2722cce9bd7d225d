#include "ingest/feed/feed_stage.hpp"

#include <vector>

namespace likeness::ingest {

void FeedStage::read(ObjectReader& feed, const std::string& format, const DelimitedReader::OnRow& on_row,
                     const DelimitedReader::OnFault& on_fault) const {
  const char delimiter = format == "tsv" ? '\t' : format == "csv" ? ',' : '\0';
  DelimitedReader reader(delimiter, {"id", "title", "image_link"}, limits_, on_row, on_fault);
  std::vector<std::uint8_t> buffer(64 * 1024);
  while (const auto size = feed.read(buffer)) reader.consume({buffer.data(), size});
  reader.finish();
}

}  // namespace likeness::ingest
