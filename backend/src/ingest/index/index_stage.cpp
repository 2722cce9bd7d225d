#include "ingest/index/index_stage.hpp"

namespace likeness::ingest {

void IndexStage::run(OrgId org, const Completion& completion) {
  index_.remove(org, pack_, completion.superseded);
  index_.add(org, pack_, completion.added);
}

void IndexStage::refresh_columns(OrgId org, std::span<const ProductId> products) {
  if (!products.empty()) index_.put_columns(org, pack_, catalog_.filter_columns(org, products));
}

void IndexStage::remove(OrgId org, std::span<const VectorId> vectors) {
  if (!vectors.empty()) index_.remove(org, pack_, vectors);
}

void IndexStage::remove_products(OrgId org, std::span<const ProductId> products) {
  if (!products.empty()) index_.remove_products(org, pack_, products);
}

}  // namespace likeness::ingest
