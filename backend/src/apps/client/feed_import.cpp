#include "apps/client/feed_import.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "apps/client/photo_list.hpp"
#include "apps/client/progress.hpp"
#include "apps/stop_signal.hpp"

namespace likeness::apps {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::size_t kPhotoBytesMax = 64u << 20;
constexpr std::size_t kFirstLineBytesMax = 64u << 10;
constexpr auto kServerAbsenceMax = 60s;

/// A text file is one where its first line has columns.
bool is_feed(const fs::path& file) {
  for (const auto* extension : {".tsv", ".csv", ".xml", ".jsonl", ".ndjson"})
    if (file.extension() == extension) return true;
  if (file.extension() != ".txt") return false;
  std::ifstream stream(file, std::ios::binary);
  std::string start(kFirstLineBytesMax, '\0');
  stream.read(start.data(), static_cast<std::streamsize>(start.size()));
  start.resize(static_cast<std::size_t>(stream.gcount()));
  return start.substr(0, start.find('\n')).find('\t') != std::string::npos;
}

/// The feed in a directory; nullopt where there is none and its photos are to be imported by their names.
std::optional<fs::path> find_feed(const fs::path& given) {
  if (!fs::is_directory(given)) {
    if (!fs::exists(given)) throw Error(ErrorKind::not_found, "there is no file \"" + given.string() + "\"");
    return given;
  }
  std::vector<fs::path> feeds;
  for (const auto& entry : fs::directory_iterator(given))
    if (entry.is_regular_file() && is_feed(entry.path())) feeds.push_back(entry.path());
  if (feeds.size() == 1) return feeds.front();
  if (feeds.empty()) return std::nullopt;
  throw Error(ErrorKind::invalid_argument, "directory \"" + given.string() + "\" holds " +
                                               std::to_string(feeds.size()) +
                                               " feeds (.tsv, .csv, .xml, .jsonl): name the one to import");
}

/// Sends what the server wants, and remembers what it could not send.
class Uploader {
 public:
  Uploader(ApiSession& session, std::string import_path, fs::path directory)
      : session_(session), import_path_(std::move(import_path)), directory_(fs::canonical(directory)) {}

  /// One page of wanted files, until `after_each` says false; false where there are none.
  template <class AfterEach>
  bool send_page(AfterEach after_each) {
    const auto page = session_.get(import_path_ + "/wanted-files?limit=100");
    for (const auto& file : page.at("files")) {
      send(file.at("path").get<std::string>());
      if (!after_each()) break;
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

/// "feed 5300/s, 12 s left" of each stage that moves.
std::string moving_stages(const json& import) {
  std::string text;
  for (const auto& stage : import.at("stages")) {
    const auto rate = stage.at("rate_per_s").get<double>();
    if (rate <= 0 || !stage.contains("eta_s") || stage.at("eta_s").get<double>() <= 0) continue;
    text += fmt::format(", {} {:.0f}/s {:.0f} s left", stage.at("stage").get<std::string>(), rate,
                        stage.at("eta_s").get<double>());
  }
  return text;
}

void show(Progress& progress, const json& import) {
  const auto& images = import.at("images");
  const auto count = [&images](const char* name) { return images.at(name).get<long>(); };
  const auto dead = count("dead");
  const auto state = import.at("state").get<std::string>();
  progress.show("photos", count("done") + dead, count("total"),
                fmt::format("{}rows {}, to upload {}, to understand {}{}{}", state == "paused" ? "paused, " : "",
                            import.at("rows").at("read").get<long>(), count("waiting"),
                            count("understanding") + count("fetching"),
                            dead > 0 ? fmt::format(", failed {}", dead) : "", moving_stages(import)));
}

std::string start_path(const FeedImportRequest& request, const std::string& filename, const std::string& source) {
  auto path =
      "/v1/imports?source=" + url_encoded(source) + "&filename=" + url_encoded(filename) + "&format=" + request.format;
  if (!request.mapping.empty()) path += "&mapping=" + url_encoded(json(request.mapping).dump());
  if (request.delta) path += "&mode=delta";
  if (request.dry_run) path += "&dry_run=true";
  if (request.allow_mass_delete) path += "&allow_mass_delete=true";
  return path;
}

}  // namespace

bool is_over(const json& import) {
  const auto state = import.at("state").get<std::string>();
  return state != "reading" && state != "working" && state != "paused";
}

json follow_import(ApiSession& session, const std::string& id, const fs::path& directory, bool silent) {
  const auto path = "/v1/imports/" + id;
  StopSignal stop_signal;
  Uploader uploader(session, path, directory);
  Progress progress(silent);
  Stopwatch since_answer;
  json import;
  bool interrupted = false;
  while (!interrupted) {
    try {
      const auto look = [&] {
        import = session.get(path);
        show(progress, import);
        if (import.contains("held_up")) progress.note(put_off(import.at("held_up").get<std::string>()));
        since_answer = Stopwatch();
      };
      const bool sent = uploader.send_page([&] {
        interrupted = interrupted || stop_signal.wait(0ms);
        if (since_answer.seconds() > 0.5) look();
        return !interrupted;
      });
      const bool stopped_before = !import.is_null() && import.at("state") == "stopped";
      look();
      // A stopped import takes photos all the same: they are sent before its question is shown.
      if (is_over(import) && (import.at("state") != "stopped" || (stopped_before && !sent))) break;
      if (sent) progress.note("");
      interrupted = interrupted || stop_signal.wait(sent ? 0ms : 200ms);
    } catch (const Error& error) {
      const bool away = error.kind() == ErrorKind::unavailable || error.kind() == ErrorKind::timeout;
      if (away) progress.note(put_off(error.message()));
      if (!away || since_answer.seconds() > std::chrono::duration<double>(kServerAbsenceMax).count()) throw;
      interrupted = stop_signal.wait(500ms);
    }
  }
  progress.finish();
  return import;
}

json import_feed(ApiSession& session, const FeedImportRequest& request) {
  const auto given = find_feed(request.feed);
  const auto photo_list = given ? nullptr : std::make_unique<PhotoList>(request.feed);
  const auto feed = given ? *given : photo_list->file();
  const auto directory = given ? fs::absolute(feed).parent_path() : fs::canonical(request.feed);
  const auto filename = (given ? feed : directory).filename().string();
  const auto source = request.source.empty() ? directory.filename().string() : request.source;
  if (fs::file_size(feed) == 0)
    throw Error(ErrorKind::invalid_argument,
                "the feed \"" + feed.string() + "\" is empty: its first line must name the columns");
  const auto import = session.post_file(start_path(request, filename, source), feed, "application/octet-stream");
  return follow_import(session, import.at("id").get<std::string>(), directory, request.silent);
}

json import_errors(ApiSession& session, const json& import, int limit) {
  return session.get("/v1/imports/" + import.at("id").get<std::string>() + "/errors?limit=" + std::to_string(limit))
      .at("errors");
}

}  // namespace likeness::apps
