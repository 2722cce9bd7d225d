#include "gateway/routes/search_json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/text.hpp"

namespace likeness::gateway {
namespace {

using nlohmann::json;

Box read_box(const json& box, std::string_view field) {
  const auto checked_box = checked({box.at("x").get<double>(), box.at("y").get<double>(), box.at("width").get<double>(),
                                    box.at("height").get<double>()},
                                   field);
  if (!checked_box) throw checked_box.error();
  return *checked_box;
}

ImageSource read_source(const json& body, const std::string& prefix) {
  ImageSource source;
  int named = 0;
  if (body.contains("query_image_id")) {
    source.query_image_id = QueryImageId::parse(body["query_image_id"].get<std::string>(), prefix + "query_image_id");
    ++named;
  }
  if (body.contains("product_id")) {
    source.product_id = ProductId::parse(body["product_id"].get<std::string>(), prefix + "product_id");
    ++named;
  }
  if (body.contains("url")) {
    source.url = body["url"].get<std::string>();
    ++named;
  }
  if (named != 1)
    throw Error(ErrorKind::invalid_argument, "name the photo by exactly one of query_image_id, product_id and url",
                prefix + "query_image_id");
  if (body.contains("box")) source.box = read_box(body["box"], prefix + "box");
  return source;
}

std::int64_t minor_units(double amount, const std::string& currency, std::string_view field) {
  const auto exponent = currency_exponent(currency);
  if (!exponent) throw Error(ErrorKind::invalid_argument, exponent.error().message(), "filter.currency");
  const double minor = amount * std::pow(10, *exponent);
  if (!(minor >= 0 && minor < 1e15))
    throw Error(ErrorKind::invalid_argument, "the price is out of range", std::string(field));
  return std::llround(minor);
}

Filter read_filter(const json& body, const std::string& default_currency) {
  Filter filter;
  const auto strings = [&body](const char* name) { return body.value(name, std::vector<std::string>{}); };
  filter.currency = body.value("currency", default_currency);
  if (body.contains("price_min"))
    filter.price_min_minor = minor_units(body["price_min"].get<double>(), filter.currency, "filter.price_min");
  if (body.contains("price_max"))
    filter.price_max_minor = minor_units(body["price_max"].get<double>(), filter.currency, "filter.price_max");
  filter.brands = strings("brands");
  filter.categories = strings("categories");
  filter.colors = strings("colors");
  filter.sizes = strings("sizes");
  for (const auto& word : strings("availability"))
    if (const auto availability = parse_availability(word)) filter.availabilities.push_back(*availability);
  return filter;
}

}  // namespace

SearchRequest read_search_request(const json& body, const std::string& default_currency) {
  SearchRequest request;
  if (body.contains("image"))
    request.image = read_source(body["image"], "image.");
  else if (!body.contains("text"))
    request.image = read_source(body, "");
  if (body.contains("text")) {
    request.text = trim(body["text"].get<std::string>());
    if (request.text.empty()) throw Error(ErrorKind::invalid_argument, "text holds no words", "text");
  }
  if (body.contains("filter")) request.filter = read_filter(body["filter"], default_currency);
  request.image_weight = body.value("image_weight", 0.5);
  request.limit = body.value("limit", 20);
  request.facets = body.value("facets", std::vector<std::string>{});
  request.exact = body.value("exact", false);
  return request;
}

}  // namespace likeness::gateway
