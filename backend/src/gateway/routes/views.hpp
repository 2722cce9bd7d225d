#pragma once

#include <nlohmann/json.hpp>

#include "domain/catalog.hpp"
#include "domain/search.hpp"
#include "ports/identity_store.hpp"
#include "ports/import_store.hpp"
#include "ports/query_image_store.hpp"

namespace likeness::gateway {

/// How our types look on the wire, as api/openapi.yaml describes them.
nlohmann::json view(const Box& box);
nlohmann::json view(const Region& region);
nlohmann::json view(const Money& money);
nlohmann::json view(const Variant& variant);
nlohmann::json view(const Image& image);
/// A product with all that belongs to it.
nlohmann::json view(const Product& product);
/// A product as it stands in a list or a hit: without description and images.
nlohmann::json summary(const Product& product);
nlohmann::json view(const StageProgress& progress);
nlohmann::json view(const ImportPreview& preview);
nlohmann::json view(const Import& import);
nlohmann::json view(const ImportFault& fault);
nlohmann::json view(const QueryImage& image);
nlohmann::json view(const Org& org);
nlohmann::json view(const Hit& hit);
nlohmann::json view(const Facet& facet);
nlohmann::json view(const SearchAnswer& answer);

}  // namespace likeness::gateway
