#include <unordered_map>

#include "ingest/feed/attribute_names.hpp"
#include "ingest/feed/shopify_product.hpp"

namespace likeness::ingest {
namespace {

// Old header family first, then the new one.
const std::unordered_map<std::string, std::string>& columns() {
  static const std::unordered_map<std::string, std::string> names = {
      {"handle", "handle"},
      {"title", "title"},
      {"body_(html)", "body"},
      {"body_html", "body"},
      {"vendor", "vendor"},
      {"product_category", "category"},
      {"standard_product_type", "category"},
      {"type", "type"},
      {"custom_product_type", "type"},
      {"tags", "tags"},
      {"published", "published"},
      {"status", "status"},
      {"option1_name", "option1_name"},
      {"option2_name", "option2_name"},
      {"option3_name", "option3_name"},
      {"option1_value", "option1_value"},
      {"option2_value", "option2_value"},
      {"option3_value", "option3_value"},
      {"variant_sku", "sku"},
      {"variant_price", "price"},
      {"variant_compare_at_price", "compare_at_price"},
      {"variant_barcode", "barcode"},
      {"variant_image", "variant_image"},
      {"variant_inventory_tracker", "inventory_tracker"},
      {"variant_inventory_qty", "inventory"},
      {"variant_inventory_policy", "inventory_policy"},
      {"image_src", "image"},
      {"image_position", "image_position"},
      {"google_shopping_/_mpn", "mpn"},
      {"google_shopping_/_gender", "gender"},
      {"google_shopping_/_age_group", "age_group"},
      {"google_shopping_/_condition", "condition"},
      {"google_shopping_/_google_product_category", "category"},

      {"url_handle", "handle"},
      {"description", "body"},
      {"published_on_online_store", "published"},
      {"sku", "sku"},
      {"price", "price"},
      {"price_/_international", "price_international"},
      {"compare_at_price", "compare_at_price"},
      {"barcode", "barcode"},
      {"inventory_tracker", "inventory_tracker"},
      {"inventory_quantity", "inventory"},
      {"continue_selling_when_out_of_stock", "inventory_policy"},
      {"product_image_url", "image"},
      {"variant_image_url", "variant_image"},
      {"gender", "gender"},
      {"age_group", "age_group"},
      {"condition", "condition"},
  };
  return names;
}

}  // namespace

std::string shopify_column(std::string_view column) {
  const auto found = columns().find(canonical_name(column));
  return found == columns().end() ? std::string() : found->second;
}

}  // namespace likeness::ingest
