#include "apps/eval/query_file.hpp"

#include <algorithm>

#include "apps/client/api_session.hpp"
#include "base/text.hpp"
#include "ingest/feed/attribute_names.hpp"
#include "ingest/feed/delimited_reader.hpp"

namespace likeness::apps {
namespace {

constexpr std::size_t kFileBytesMax = 256u << 20;

[[noreturn]] void refuse(const std::filesystem::path& file, long line, const std::string& reason) {
  throw Error(ErrorKind::invalid_argument, file.filename().string() + " line " + std::to_string(line) + ": " + reason,
              "--queries");
}

Box parse_box(const std::filesystem::path& file, long line, const std::string& text) {
  const auto numbers = split(text, ",");
  if (numbers.size() != 4) refuse(file, line, "box \"" + text + "\" is not x,y,w,h");
  try {
    const auto box =
        checked({std::stod(numbers[0]), std::stod(numbers[1]), std::stod(numbers[2]), std::stod(numbers[3])}, "box");
    if (box) return *box;
    refuse(file, line, box.error().message());
  } catch (const std::logic_error&) {
    refuse(file, line, "box \"" + text + "\" is not x,y,w,h");
  }
}

}  // namespace

std::vector<LabelledQuery> read_queries(const std::filesystem::path& file, const std::string& key) {
  std::vector<LabelledQuery> queries;
  const auto take = [&](const ingest::RawRow& row) {
    const auto value = [&row](const std::string& name) { return row.first(name); };
    LabelledQuery query;
    if (const auto image = value("image"); !image.empty()) query.image = file.parent_path() / image;
    query.text = value("text");
    if (query.image.empty() && query.text.empty()) refuse(file, row.line, "names neither an image nor a text");
    if (const auto box = value("box"); !box.empty()) query.box = parse_box(file, row.line, box);
    query.right_values = split(value(key), "|");
    if (query.right_values.empty()) refuse(file, row.line, "column " + key + " is empty: what would be right?");
    queries.push_back(std::move(query));
  };
  const auto name_columns = [&](const std::vector<std::string>& header) {
    std::vector<std::string> names;
    for (const auto& column : header) names.push_back(ingest::canonical_name(column));
    if (std::ranges::find(names, key) == names.end())
      throw Error(ErrorKind::invalid_argument,
                  file.filename().string() + " has no column \"" + key +
                      "\"; its first line names: " + std::string(valid_start(join(names, ", "), 200)),
                  "--queries");
    return names;
  };
  ingest::DelimitedReader reader('\0', name_columns, {}, take,
                                 [&](const ImportFault& fault) { refuse(file, fault.line, fault.reason); });
  const auto bytes = read_file(file, kFileBytesMax);
  reader.consume(bytes);
  reader.finish();
  if (queries.empty())
    throw Error(ErrorKind::invalid_argument, file.filename().string() + " holds no queries", "--queries");
  return queries;
}

}  // namespace likeness::apps
