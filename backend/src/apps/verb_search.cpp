#include <fmt/format.h>

#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/client/api_session.hpp"
#include "apps/client/contact_sheet.hpp"
#include "apps/client/table.hpp"
#include "apps/context.hpp"
#include "base/text.hpp"
#include "domain/filter.hpp"
#include "domain/vision.hpp"

namespace likeness::apps {
namespace {

using nlohmann::json;

constexpr std::size_t kPhotoBytesMax = 64u << 20;

struct SearchOptions {
  std::string photo;
  std::string text;
  std::string box;
  std::vector<std::string> filters;
  double image_weight = 0.5;
  int limit = 10;
  std::string html;
  bool append = false;
};

json parse_box(const std::string& text) {
  const auto parts = split(text, ",");
  Box box;
  double* const fields[] = {&box.x, &box.y, &box.width, &box.height};
  bool valid = parts.size() == 4;
  for (std::size_t i = 0; valid && i < 4; ++i) {
    char* end = nullptr;
    *fields[i] = std::strtod(parts[i].c_str(), &end);
    valid = end == parts[i].c_str() + parts[i].size();
  }
  if (!valid)
    throw Error(ErrorKind::invalid_argument,
                "--box \"" + text + "\": write x,y,w,h in fractions of the photo, such as 0.1,0.2,0.5,0.5");
  if (const auto good = checked(box, "--box"); !good) throw good.error();
  return {{"x", box.x}, {"y", box.y}, {"width", box.width}, {"height", box.height}};
}

json filter_document(ApiSession& session, const std::vector<std::string>& predicates) {
  Filter filter;
  const auto currency = find_org(session, session.org()).at("currency").get<std::string>();
  for (const auto& predicate : predicates) add_predicate(filter, predicate, currency);
  json document = json::object();
  const double unit = std::pow(10, currency_exponent(currency).value_or(2));
  if (filter.price_min_minor) document["price_min"] = static_cast<double>(*filter.price_min_minor) / unit;
  if (filter.price_max_minor) document["price_max"] = static_cast<double>(*filter.price_max_minor) / unit;
  if (!filter.currency.empty()) document["currency"] = filter.currency;
  if (!filter.brands.empty()) document["brands"] = filter.brands;
  if (!filter.categories.empty()) document["categories"] = filter.categories;
  if (!filter.colors.empty()) document["colors"] = filter.colors;
  if (!filter.sizes.empty()) document["sizes"] = filter.sizes;
  for (const auto availability : filter.availabilities) document["availability"].push_back(to_string(availability));
  return document;
}

std::string price_text(const json& hit) {
  for (const auto& variant : hit.at("product").at("variants")) {
    if (variant.at("id") != hit.at("variant_id")) continue;
    const auto& price = variant.contains("sale_price") ? variant["sale_price"] : variant.value("price", json());
    if (price.is_object()) return price.at("amount").get<std::string>() + " " + price.at("currency").get<std::string>();
  }
  return "";
}

void print_hits(const json& answer) {
  std::vector<std::vector<std::string>> rows;
  int place = 0;
  for (const auto& hit : answer.at("hits")) {
    const auto& product = hit.at("product");
    auto title = product.at("title").get<std::string>();
    if (utf8_length(title) > 48) title = title.substr(0, 45) + "…";
    rows.push_back({std::to_string(++place), fmt::format("{:.3f}", hit.at("score").get<double>()),
                    hit.at("band").get<std::string>(), product.at("external_id").get<std::string>(), title,
                    product.at("brand").get<std::string>(), price_text(hit)});
  }
  std::cout << table({"#", "score", "band", "id", "title", "brand", "price"}, rows);
  fmt::print("{} found in {:.0f} ms\n", answer.at("found").get<int>(), answer.at("took_ms").get<double>());
}

ExitCode run(const Context& context, const SearchOptions& options) {
  if (options.photo.empty() && options.text.empty())
    throw Error(ErrorKind::invalid_argument, "give a photo, --text, or both");
  auto session = ApiSession::on_org(context);
  json body{{"limit", options.limit}};
  if (!options.filters.empty()) body["filter"] = filter_document(session, options.filters);
  if (!options.text.empty()) body["text"] = options.text;

  std::string query_image_id;
  if (!options.photo.empty()) {
    const auto uploaded =
        session.post_bytes("/v1/query-images", read_file(options.photo, kPhotoBytesMax), "application/octet-stream");
    query_image_id = uploaded.at("id").get<std::string>();
    json image{{"query_image_id", query_image_id}};
    if (!options.box.empty()) image["box"] = parse_box(options.box);
    if (options.text.empty())
      body.update(image);
    else
      body["image"] = image, body["image_weight"] = options.image_weight;
  }
  const char* path = query_image_id.empty() ? "/v1/search/text"
                     : options.text.empty() ? "/v1/search/image"
                                            : "/v1/search/multi";
  const auto answer = session.post(path, body);
  if (context.json)
    std::cout << answer.dump() << '\n';
  else
    print_hits(answer);
  if (!options.html.empty()) {
    ContactSheet sheet;
    sheet.text = options.text;
    sheet.filters = options.filters;
    sheet.answer = answer;
    if (!query_image_id.empty()) {
      sheet.query_picture = session.get_bytes("/v1/query-images/" + query_image_id + "/picture");
      sheet.regions = session.get("/v1/query-images/" + query_image_id).at("regions");
      if (!options.box.empty()) sheet.box = parse_box(options.box);
    }
    write_contact_sheet(options.html, options.append, sheet, session);
  }
  if (!query_image_id.empty()) session.remove("/v1/query-images/" + query_image_id);
  return ExitCode::ok;
}

}  // namespace

void add_search(CLI::App& app, Context& context) {
  auto* verb = app.add_subcommand("search", "find products by photo, by words, or by both");
  const auto options = std::make_shared<SearchOptions>();
  verb->add_option("PHOTO", options->photo, "photo to search by");
  verb->add_option("--text", options->text, "words to search by");
  verb->add_option("--box", options->box, "part of the photo to search by: x,y,w,h in fractions of it");
  verb->add_option("--filter", options->filters,
                   "brand=…, category=…, color=…, size=…, availability=…, price<=…; may be repeated");
  verb->add_option("--image-weight", options->image_weight, "share of the photo in a search by both")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  verb->add_option("--limit", options->limit, "hits to show")->check(CLI::Range(1, 200))->capture_default_str();
  verb->add_option("--html", options->html, "write the hits as a page with pictures")->type_name("FILE");
  verb->add_flag("--append", options->append, "add to the page of --html instead of replacing it");
  verb->callback([&context, options] { context.run = [&context, options] { return run(context, *options); }; });
}

}  // namespace likeness::apps
