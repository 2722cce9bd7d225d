#include "adapters/embedded/embedded_vector_index.hpp"
#include "contract/vector_index_suite.hpp"

namespace likeness::contract {

INSTANTIATE_TEST_SUITE_P(Engines, VectorIndexContract,
                         testing::Values(VectorIndexEngine{"Embedded",
                                                           [] { return std::make_unique<EmbeddedVectorIndex>(); }}),
                         [](const auto& engine) { return engine.param.name; });

}  // namespace likeness::contract
