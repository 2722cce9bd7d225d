#include "gateway/routes/views.hpp"

#include <fmt/format.h>

namespace likeness::gateway {

using nlohmann::json;

namespace {

template <class T>
void put_id(json& document, const char* name, const std::optional<T>& id) {
  if (id) document[name] = id->to_string();
}

template <class T>
json list(const std::vector<T>& items) {
  json array = json::array();
  for (const auto& item : items) array.push_back(view(item));
  return array;
}

}  // namespace

json view(const Box& box) { return {{"x", box.x}, {"y", box.y}, {"width", box.width}, {"height", box.height}}; }

json view(const Region& region) {
  return {{"id", region.id.to_string()},
          {"box", view(region.box)},
          {"label", region.label},
          {"confidence", region.confidence}};
}

json view(const Money& money) {
  const auto text = to_string(money);
  return {{"amount", text.substr(0, text.find(' '))}, {"currency", money.currency}, {"minor", money.minor}};
}

json view(const Variant& variant) {
  const auto& facts = variant.facts;
  json document{{"id", variant.id.to_string()},
                {"external_id", facts.external_id},
                {"availability", to_string(facts.availability)},
                {"colors", facts.colors},
                {"size", facts.size},
                {"attributes", json::array()}};
  for (const auto& [name, values] : facts.attributes)
    document["attributes"].push_back({{"name", name}, {"values", values}});
  if (facts.price) document["price"] = view(*facts.price);
  if (facts.sale_price) document["sale_price"] = view(*facts.sale_price);
  if (facts.sale_from) document["sale_from"] = to_iso8601(*facts.sale_from);
  if (!facts.gtin.empty()) document["gtin"] = facts.gtin;
  if (!facts.mpn.empty()) document["mpn"] = facts.mpn;
  if (facts.sale_until) document["sale_until"] = to_iso8601(*facts.sale_until);
  return document;
}

json view(const Image& image) {
  json colors = json::array();
  for (const auto& [name, share] : image.colors) colors.push_back({{"name", name}, {"share", share}});
  json document{{"id", image.id.to_string()},           {"product_id", image.product_id.to_string()},
                {"location", image.reference.location}, {"role", to_string(image.reference.role)},
                {"position", image.reference.position}, {"state", image.state},
                {"width_px", image.width_px},           {"height_px", image.height_px},
                {"colors", std::move(colors)},          {"color_check", to_string(image.color_check)},
                {"regions", list(image.regions)}};
  if (!image.last_error.empty()) document["last_error"] = image.last_error;
  if (!image.content_sha256.empty()) document["content_sha256"] = image.content_sha256;
  if (image.perceptual_hash)
    document["perceptual_hash"] = fmt::format("{:016x}", static_cast<std::uint64_t>(*image.perceptual_hash));
  return document;
}

json summary(const Product& product) {
  return {
      {"id", product.id.to_string()}, {"external_id", product.external_id},   {"title", product.title},
      {"brand", product.brand},       {"product_type", product.product_type}, {"category_path", product.category_path},
      {"link", product.link},         {"variants", list(product.variants)}};
}

json view(const Product& product) {
  auto document = summary(product);
  document["description"] = product.description;
  document["updated_at"] = to_iso8601(product.updated_at);
  document["images"] = list(product.images);
  return document;
}

json view(const StageProgress& progress) {
  json document{{"stage", to_string(progress.stage)},
                {"in", progress.in},
                {"done", progress.done},
                {"failed", progress.failed},
                {"rate_per_s", progress.rate_per_s}};
  if (progress.eta_s) document["eta_s"] = *progress.eta_s;
  return document;
}

json view(const ImportPreview& preview) {
  json changed = json::array();
  for (const auto& product : preview.changed)
    changed.push_back({{"external_id", product.external_id}, {"fields", product.fields}});
  return {{"created", preview.created}, {"changed", std::move(changed)}, {"removed", preview.removed}};
}

json view(const Import& import) {
  json document{{"id", import.id.to_string()},
                {"source", import.request.source_name},
                {"source_id", import.source_id.to_string()},
                {"filename", import.request.filename},
                {"format", import.request.format},
                {"state", import.state},
                {"created_at", to_iso8601(import.created_at)},
                {"dry_run", import.request.dry_run},
                {"full", import.request.full},
                {"rows", {{"read", import.rows_read}, {"broken", import.rows_broken}}},
                {"products",
                 {{"created", import.products_created},
                  {"changed", import.products_changed},
                  {"unchanged", import.products_unchanged},
                  {"removed", import.products_removed}}},
                {"images",
                 {{"total", import.images_total},
                  {"waiting", import.images_waiting},
                  {"fetching", import.images_fetching},
                  {"understanding", import.images_understanding},
                  {"done", import.images_done},
                  {"dead", import.images_dead},
                  {"off_color", import.images_off_color}}},
                {"texts", {{"total", import.texts_total}, {"done", import.texts_done}}}};
  document["stages"] = list(import.stages);
  if (!import.failure.empty()) document["failure"] = import.failure;
  if (!import.held_up.empty()) document["held_up"] = import.held_up;
  if (import.request.dry_run && import.finished_at) document["preview"] = view(import.preview);
  if (import.finished_at) document["finished_at"] = to_iso8601(*import.finished_at);
  return document;
}

json view(const ImportFault& fault) {
  return {{"line", fault.line},
          {"field", fault.field},
          {"value", fault.value},
          {"reason", fault.reason},
          {"row_kept", fault.row_kept}};
}

json view(const QueryImage& image) {
  return {{"id", image.id.to_string()},   {"width_px", image.width_px},
          {"height_px", image.height_px}, {"expires_at", to_iso8601(image.expires_at)},
          {"detected", image.detected},   {"regions", list(image.regions)}};
}

json view(const Org& org) {
  return {{"id", org.id.to_string()},
          {"slug", org.slug},
          {"name", org.name},
          {"currency", org.currency},
          {"created_at", to_iso8601(org.created_at)}};
}

json view(const Hit& hit) {
  json document{{"product", summary(hit.product)},
                {"variant_id", hit.variant_id.to_string()},
                {"score", hit.score},
                {"confidence", hit.confidence},
                {"band", to_string(hit.band)},
                {"image_score", hit.image_score},
                {"text_score", hit.text_score}};
  put_id(document, "image_id", hit.image_id);
  put_id(document, "region_id", hit.region_id);
  if (hit.box) document["box"] = view(*hit.box);
  return document;
}

json view(const Facet& facet) {
  json values = json::array();
  for (const auto& [value, count] : facet.values) values.push_back({{"value", value}, {"count", count}});
  return {{"name", facet.name}, {"values", std::move(values)}};
}

json view(const SearchAnswer& answer) {
  json document{{"search_id", answer.search_id.to_string()},
                {"took_ms", answer.took_ms},
                {"step_ms", answer.step_ms},
                {"pack", answer.pack.to_string()},
                {"index_time", to_iso8601(answer.index_time)},
                {"found", answer.found},
                {"count_scope", answer.capped ? "capped" : "exact"},
                {"hits", list(answer.hits)},
                {"facets", list(answer.facets)}};
  if (!answer.next_cursor.empty()) document["next_cursor"] = answer.next_cursor;
  return document;
}

}  // namespace likeness::gateway
