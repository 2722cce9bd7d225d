# One suite for every vector index: the engines are listed in vector_index_engines.cpp.
set(VECTOR_INDEX_CONTRACT_SOURCES
  vector_index_catalogue.cpp vector_index_change_test.cpp vector_index_engines.cpp vector_index_model_test.cpp
  vector_index_rebuild_test.cpp vector_index_search_test.cpp vector_index_threads_test.cpp)
list(TRANSFORM VECTOR_INDEX_CONTRACT_SOURCES PREPEND ${CMAKE_CURRENT_LIST_DIR}/)
likeness_test(vector_index_contract_test
  SOURCES ${VECTOR_INDEX_CONTRACT_SOURCES}
  LINKS likeness_adapter_embedded
  LABELS contract)
# Filters and queries are written with only the members that matter.
target_compile_options(vector_index_contract_test PRIVATE -Wno-missing-field-initializers)
