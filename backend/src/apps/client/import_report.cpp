#include "apps/client/import_report.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "apps/client/feed_import.hpp"

namespace likeness::apps {
namespace {

using nlohmann::json;

void print_preview(const json& import) {
  const auto& preview = import.at("preview");
  const auto print_ids = [&](const char* outcome, const char* sign) {
    for (const auto& id : preview.at(outcome)) fmt::print("  {} {}\n", sign, id.get<std::string>());
  };
  print_ids("created", "new    ");
  for (const auto& product : preview.at("changed"))
    fmt::print("  changed {}: {}\n", product.at("external_id").get<std::string>(),
               fmt::join(product.at("fields").get<std::vector<std::string>>(), ", "));
  print_ids("removed", "removed");
}

}  // namespace

void print_import(const json& import) {
  const auto& rows = import.at("rows");
  const auto& products = import.at("products");
  const auto& images = import.at("images");
  const auto count = [](const json& of, const char* name) { return of.at(name).get<long>(); };
  const bool dry = import.at("dry_run").get<bool>();
  fmt::print("{} {}: {} rows read, {} broken; {}products new {}, changed {}, unchanged {}, removed {}",
             import.at("filename").get<std::string>(), import.at("state").get<std::string>(), count(rows, "read"),
             count(rows, "broken"), dry ? "would be: " : "", count(products, "created"), count(products, "changed"),
             count(products, "unchanged"), count(products, "removed"));
  if (dry)
    fmt::print("\n");
  else
    fmt::print("; {} photos searchable, {} failed\n", count(images, "done"), count(images, "dead"));
  if (import.contains("preview")) print_preview(import);
}

void print_faults(const json& errors) {
  for (const auto& error : errors) {
    const auto line = error.at("line").get<long>();
    const auto value = error.at("value").get<std::string>();
    fmt::print("  {}{}{}: {}\n", line > 0 ? fmt::format("line {}, ", line) : "", error.at("field").get<std::string>(),
               value.empty() ? "" : " \"" + value + "\"", error.at("reason").get<std::string>());
  }
}

void write_error_report(ApiSession& session, const std::string& import_id, const std::filesystem::path& file) {
  std::ofstream out(file, std::ios::binary);
  std::string cursor;
  do {
    const auto part =
        session.get_answer("/v1/imports/" + import_id + "/errors.csv" + (cursor.empty() ? "" : "?cursor=" + cursor));
    out << part.body;
    cursor = part.header("likeness-next-cursor");
  } while (!cursor.empty());
  if (!out.flush())
    throw Error(ErrorKind::invalid_argument, "the error report cannot be written to \"" + file.string() + "\"");
}

ExitCode conclude(const json& import, bool silent) {
  const auto state = import.at("state").get<std::string>();
  const auto say = [&](const std::string& text) {
    if (!silent) fmt::print(stderr, "likeness: {}\n", text);
  };
  if (!is_over(import)) {
    const auto id = import.at("id").get<std::string>();
    say(fmt::format(
        "the import goes on at the server: `likeness imports show {}` tells how far it is, `likeness imports "
        "follow {}` sends what photos are wanted still, `likeness imports cancel {}` ends it",
        id, id, id));
    return ExitCode::partial;
  }
  if (state == "failed" || state == "stopped" || state == "cancelled") {
    const auto reason = import.value("failure", "the import was " + state);
    say(reason);
    return state == "cancelled" ? ExitCode::partial : ExitCode::refused;
  }
  const bool whole = import.at("rows").at("broken") == 0 && import.at("images").at("dead") == 0;
  return whole ? ExitCode::ok : ExitCode::partial;
}

}  // namespace likeness::apps
