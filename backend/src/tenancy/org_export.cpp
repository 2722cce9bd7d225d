#include "tenancy/org_export.hpp"

#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "domain/object_keys.hpp"

namespace likeness::tenancy {
namespace {

using nlohmann::json;

constexpr char kFormat[] = "likeness-export/1";

std::span<const std::uint8_t> bytes_of(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// Passes an object on and keeps its size and digest.
class MeasuredWriter final : public ObjectWriter {
 public:
  struct Measure {
    std::uint64_t bytes = 0;
    std::unique_ptr<DigestStream> digest;
  };

  MeasuredWriter(std::unique_ptr<ObjectWriter> into, Measure& measure) : into_(std::move(into)), measure_(measure) {}
  void write(std::span<const std::uint8_t> piece) override {
    measure_.bytes += piece.size();
    measure_.digest->update(piece);
    into_->write(piece);
  }
  void finish() override { into_->finish(); }

 private:
  std::unique_ptr<ObjectWriter> into_;
  Measure& measure_;
};

/// One export while it is being written.
class Archive {
 public:
  Archive(const OrgExport::Parts& parts, const OrgExportOptions& options, HeldOperation& held)
      : parts_(parts),
        options_(options),
        held_(held),
        org_(held.operation().org_id),
        measure_{0, parts.digest.sha256_stream()},
        writer_(parts.format.writer(
            std::make_unique<MeasuredWriter>(parts.objects.writer(org_, export_key(held.operation().id)), measure_))) {}

  json write() {
    held_.begin("writing", parts_.source.count(org_));
    manifest_ = {{"format", kFormat},
                 {"org_id", org_.to_string()},
                 {"made_at", to_iso8601(now())},
                 {"parts", json::array()},
                 {"counts", json::object()}};
    for (const auto& part : parts_.source.parts()) write_part(part);
    write_photos();
    const auto text = manifest_.dump(2) + "\n";
    writer_->begin_file("manifest.json", std::nullopt);
    writer_->write(bytes_of(text));
    writer_->finish();
    return {{"bytes", measure_.bytes}, {"sha256", measure_.digest->finish_hex()}, {"counts", manifest_.at("counts")}};
  }

 private:
  void write_part(const std::string& part) {
    const auto path = part + ".jsonl";
    const auto digest = parts_.digest.sha256_stream();
    std::uint64_t bytes = 0;
    writer_->begin_file(path, std::nullopt);
    for (std::optional<std::string> after = ""; after;) {
      auto page = parts_.source.page(org_, part, *after, options_.rows_per_page);
      for (auto& line : page.lines) {
        line += '\n';
        digest->update(bytes_of(line));
        writer_->write(bytes_of(line));
        bytes += line.size();
      }
      for (const auto& [name, count] : page.counts) add_count(name, count);
      held_.advance(std::ssize(page.lines));
      after = std::move(page.next_after);
    }
    manifest_["parts"].push_back({{"path", path}, {"bytes", bytes}, {"sha256", digest->finish_hex()}});
  }

  void write_photos() {
    add_count("photos", 0);
    add_count("photos_missing", 0);
    std::string after;
    while (true) {
      const auto digests = parts_.source.photos_after(org_, after, options_.rows_per_page);
      if (digests.empty()) return;
      for (const auto& digest : digests) {
        write_photo(digest);
        held_.advance(1);
      }
      after = digests.back();
    }
  }

  /// A photo that was replaced meanwhile is not there any more.
  void write_photo(const std::string& digest) {
    Bytes bytes;
    try {
      bytes = parts_.objects.get(org_, original_key(digest));
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::not_found) throw;
      return add_count("photos_missing", 1);
    }
    if (parts_.digest.sha256_hex(bytes) != digest)
      throw Error(ErrorKind::corrupt_data, "the bytes of photo " + digest + " are damaged");
    writer_->begin_file("photos/" + digest, bytes.size());
    writer_->write(bytes);
    add_count("photos", 1);
  }

  void add_count(const std::string& name, long count) {
    auto& counts = manifest_["counts"];
    counts[name] = counts.value(name, 0L) + count;
  }

  const OrgExport::Parts& parts_;
  const OrgExportOptions& options_;
  HeldOperation& held_;
  const OrgId org_;
  MeasuredWriter::Measure measure_;
  std::unique_ptr<ArchiveWriter> writer_;
  json manifest_;
};

}  // namespace

OperationOutcome OrgExport::run(HeldOperation& held) {
  const auto result = Archive(parts_, options_, held).write();
  return {result.dump(), now() + options_.kept};
}

}  // namespace likeness::tenancy
