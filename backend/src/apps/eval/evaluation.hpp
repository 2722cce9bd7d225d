#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "apps/client/api_session.hpp"
#include "apps/eval/measures.hpp"
#include "apps/eval/query_file.hpp"

namespace likeness::apps {

struct EvaluationRequest {
  std::vector<std::filesystem::path> catalogs;
  std::filesystem::path queries;
  std::string key;  ///< product_id or product_type
  bool regions = false;
  int concurrency = 1;
  bool keep = false;
  bool silent = false;
};

struct Evaluation {
  Measures measures;
  double images_per_s = 0;
  std::string pack;
  std::string org;  ///< short name of the scratch org, for those who keep it
};

/// Imports the catalogues into a scratch org, asks every query through HTTP as a client would, and removes the org
/// unless told to keep it.
Evaluation evaluate(const ServerAddress& server, const EvaluationRequest& request);

}  // namespace likeness::apps
