#include "apps/client/photo_list.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "base/uuid.hpp"
#include "domain/photo_names.hpp"

namespace likeness::apps {
namespace {

namespace fs = std::filesystem;

/// Relative, sorted.
std::vector<std::string> photos_below(const fs::path& directory) {
  std::vector<std::string> paths;
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator at(directory, options), end; at != end; ++at) {
    if (at->path().filename().string().starts_with('.') && at->is_directory()) at.disable_recursion_pending();
    const auto path = at->path().lexically_relative(directory).generic_string();
    if (at->is_regular_file() && !at->is_symlink() && is_valid_utf8(path) && name_photo(path)) paths.push_back(path);
  }
  std::ranges::sort(paths);
  return paths;
}

}  // namespace

PhotoList::PhotoList(const fs::path& directory)
    : file_(fs::temp_directory_path() / ("likeness-photos-" + Uuid::generate().to_string() + ".jsonl")) {
  const auto paths = photos_below(directory);
  if (paths.empty())
    throw Error(ErrorKind::invalid_argument,
                "directory \"" + directory.string() + "\" holds neither a feed (.tsv, .csv, .xml, .jsonl) nor photos");
  std::ofstream out(file_, std::ios::binary);
  for (const auto& path : paths) {
    const auto photo = name_photo(path);
    nlohmann::json row{{"id", photo->id}, {"title", photo->title}, {"image_link", path}};
    if (!photo->category_path.empty()) row["product_type"] = join(photo->category_path, " > ");
    out << row.dump() << '\n';
  }
  out.close();
  if (out) return;
  std::error_code ignored;
  fs::remove(file_, ignored);
  throw Error(ErrorKind::unavailable, "the list of photos cannot be written to \"" + file_.string() + "\"");
}

PhotoList::~PhotoList() {
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

}  // namespace likeness::apps
