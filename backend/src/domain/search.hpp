#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/catalog.hpp"
#include "domain/embedding.hpp"
#include "domain/filter.hpp"
#include "domain/ids.hpp"

namespace likeness {

/// Where the picture of a photo search comes from: exactly one of the three.
struct ImageSource {
  std::optional<QueryImageId> query_image_id;
  std::optional<ProductId> product_id;
  std::string url;
  std::optional<Box> box;
};

struct SearchRequest {
  std::optional<ImageSource> image;
  std::string text;
  Filter filter;
  /// Share of the photo in a search by both, 0 (words only) to 1 (photo only).
  double image_weight = 0.5;
  int limit = 20;
  std::vector<std::string> facets;
  /// Answer by the plain reference scan over every vector instead of the engine, to measure the engine against.
  bool exact = false;
};

/// What makes two requests the same search: everything but paging, facets and the choice of engine.
std::string fingerprint(const SearchRequest& request);

/// A product that could be an answer, with the photo that spoke for it. Scores are 0..1; absent terms are 0.
struct Candidate {
  ProductId product_id;
  std::optional<ImageId> image_id;
  std::optional<RegionId> region_id;
  double score = 0;
  double confidence = 0;  ///< calibrated, of the best single piece of evidence
  double image_score = 0;
  double text_score = 0;
};

/// How sure a hit is: exact from a confidence of 0.9, similar from 0.5, else weak.
enum class Band { exact, similar, weak };
std::string_view to_string(Band band);
Band band_of(double confidence);

struct Hit {
  Product product;  ///< without description and without images other than the best
  VariantId variant_id;
  std::optional<ImageId> image_id;
  std::optional<RegionId> region_id;
  std::optional<Box> box;  ///< of the region
  double score = 0;
  double confidence = 0;
  Band band = Band::weak;
  double image_score = 0;
  double text_score = 0;
};

struct FacetValue {
  std::string value;
  int count = 0;
};

struct Facet {
  std::string name;
  std::vector<FacetValue> values;
};

struct SearchAnswer {
  SearchId search_id;
  double took_ms = 0;
  std::map<std::string, double> step_ms;  ///< embed, retrieve, rank, read
  PackKey pack;
  TimePoint index_time;
  int found = 0;
  bool capped = false;  ///< the candidate limit was reached: counts are lower bounds
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::string next_cursor;
};

}  // namespace likeness
