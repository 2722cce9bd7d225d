#include "apps/client/feed_import.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "apps/client/progress.hpp"

namespace likeness::apps {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::size_t kPhotoBytesMax = 64u << 20;
constexpr auto kServerAbsenceMax = 60s;

bool is_feed(const fs::path& file) {
  for (const auto* extension : {".tsv", ".csv", ".txt", ".xml", ".jsonl", ".ndjson"})
    if (file.extension() == extension) return true;
  return false;
}

fs::path find_feed(const fs::path& given) {
  if (!fs::is_directory(given)) {
    if (!fs::exists(given)) throw Error(ErrorKind::not_found, "there is no file \"" + given.string() + "\"");
    return given;
  }
  std::vector<fs::path> feeds;
  for (const auto& entry : fs::directory_iterator(given))
    if (entry.is_regular_file() && is_feed(entry.path())) feeds.push_back(entry.path());
  if (feeds.size() == 1) return feeds.front();
  throw Error(ErrorKind::invalid_argument, "directory \"" + given.string() + "\" holds " +
                                               std::to_string(feeds.size()) +
                                               " feeds (.tsv, .csv, .xml, .jsonl): name the one to import");
}

/// Sends what the server wants, and remembers what it could not send.
class Uploader {
 public:
  Uploader(ApiSession& session, std::string import_path, fs::path directory)
      : session_(session), import_path_(std::move(import_path)), directory_(fs::canonical(directory)) {}

  /// One page of wanted files; false where there are none.
  template <class AfterEach>
  bool send_page(AfterEach after_each) {
    const auto page = session_.get(import_path_ + "/wanted-files?limit=100");
    for (const auto& file : page.at("files")) {
      send(file.at("path").get<std::string>());
      after_each();
    }
    return !page.at("files").empty();
  }

 private:
  void send(const std::string& path) {
    try {
      session_.put_bytes(import_path_ + "/files?path=" + url_encoded(path), read_photo(path));
    } catch (const Error& error) {
      const auto fault = fault_of(error.kind());
      if (fault == Fault::dependency || fault == Fault::ourselves) throw;
      refuse(path, error.message());
    }
  }

  /// The bytes beside the feed. Messages name the photo as the feed does, for they are kept with the import.
  Bytes read_photo(const std::string& path) const {
    std::error_code error;
    const auto file = fs::canonical(directory_ / path, error);
    if (error || !fs::is_regular_file(file)) throw Error(ErrorKind::not_found, "there is no such file beside the feed");
    if (!file.string().starts_with(directory_.string() + "/"))
      throw Error(ErrorKind::forbidden, "the file lies outside the feed's directory");
    if (fs::file_size(file, error) == 0) throw Error(ErrorKind::corrupt_data, "the file is empty");
    if (access(file.c_str(), R_OK) != 0) throw Error(ErrorKind::forbidden, "the file may not be read");
    return read_file(file, kPhotoBytesMax);
  }

  /// Where the server has noted already that it cannot take the photo, nothing waits under the path any more.
  void refuse(const std::string& path, const std::string& reason) {
    try {
      session_.post(import_path_ + "/missing-files", {{"files", {{{"path", path}, {"reason", reason}}}}});
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::not_found) throw;
    }
  }

  ApiSession& session_;
  const std::string import_path_;
  const fs::path directory_;
};

std::string put_off(const std::string& reason) { return "put off, tried again: " + reason; }

void show(Progress& progress, const json& import) {
  const auto& images = import.at("images");
  const auto count = [&images](const char* name) { return images.at(name).get<long>(); };
  const auto dead = count("dead");
  progress.show("photos", count("done") + dead, count("total"),
                fmt::format("rows {}, to upload {}, to understand {}{}", import.at("rows").at("read").get<long>(),
                            count("waiting"), count("understanding") + count("fetching"),
                            dead > 0 ? fmt::format(", failed {}", dead) : ""));
}

}  // namespace

json import_feed(ApiSession& session, const FeedImportRequest& request) {
  const auto feed = find_feed(request.feed);
  const auto directory = fs::absolute(feed).parent_path();
  const auto source = request.source.empty() ? directory.filename().string() : request.source;
  if (fs::file_size(feed) == 0)
    throw Error(ErrorKind::invalid_argument,
                "the feed \"" + feed.string() + "\" is empty: its first line must name the columns");
  auto import =
      session.post_file("/v1/imports?source=" + url_encoded(source) +
                            "&filename=" + url_encoded(feed.filename().string()) + "&format=" + request.format +
                            (request.mapping.empty() ? "" : "&mapping=" + url_encoded(json(request.mapping).dump())),
                        feed, "application/octet-stream");

  const auto path = "/v1/imports/" + import.at("id").get<std::string>();
  Uploader uploader(session, path, directory);
  Progress progress(request.silent);
  Stopwatch since_answer;
  while (true) {
    try {
      const auto look = [&] {
        import = session.get(path);
        show(progress, import);
        if (import.contains("held_up")) progress.note(put_off(import.at("held_up").get<std::string>()));
        since_answer = Stopwatch();
      };
      const bool sent = uploader.send_page([&] {
        if (since_answer.seconds() > 0.5) look();
      });
      look();
      const auto state = import.at("state").get<std::string>();
      if (state == "done" || state == "failed") break;
      if (sent) progress.note("");
      if (!sent) std::this_thread::sleep_for(200ms);
    } catch (const Error& error) {
      const bool away = error.kind() == ErrorKind::unavailable || error.kind() == ErrorKind::timeout;
      if (away) progress.note(put_off(error.message()));
      if (!away || since_answer.seconds() > std::chrono::duration<double>(kServerAbsenceMax).count()) throw;
      std::this_thread::sleep_for(500ms);
    }
  }
  progress.finish();
  return import;
}

json import_errors(ApiSession& session, const json& import, int limit) {
  return session.get("/v1/imports/" + import.at("id").get<std::string>() + "/errors?limit=" + std::to_string(limit))
      .at("errors");
}

}  // namespace likeness::apps
