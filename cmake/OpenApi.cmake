# The HTTP contract: api/openapi.yaml is held to the words that the validator checks (api/lint.py) and compiled in as JSON.
# Sets LIKENESS_OPENAPI_SOURCE.
include_guard(GLOBAL)

foreach(candidate ${CMAKE_SOURCE_DIR}/.venv/bin/python3 python3 /usr/bin/python3)
  execute_process(COMMAND ${candidate} -c "import yaml" RESULT_VARIABLE without_yaml OUTPUT_QUIET ERROR_QUIET)
  if(without_yaml EQUAL 0)
    set(LIKENESS_YAML_PYTHON ${candidate})
    break()
  endif()
endforeach()
if(NOT LIKENESS_YAML_PYTHON)
  message(FATAL_ERROR "no python3 with PyYAML: install python3-yaml")
endif()

set(LIKENESS_OPENAPI ${CMAKE_SOURCE_DIR}/api/openapi.yaml)
set(LIKENESS_OPENAPI_SOURCE ${CMAKE_BINARY_DIR}/generated/openapi_document.cpp)
add_custom_command(
  OUTPUT ${LIKENESS_OPENAPI_SOURCE} ${CMAKE_BINARY_DIR}/generated/openapi.json
  COMMAND ${LIKENESS_YAML_PYTHON} ${CMAKE_SOURCE_DIR}/api/embed.py ${LIKENESS_OPENAPI} ${CMAKE_BINARY_DIR}/generated
  DEPENDS ${LIKENESS_OPENAPI} ${CMAKE_SOURCE_DIR}/api/embed.py ${CMAKE_SOURCE_DIR}/api/expand.py
  COMMENT "Embedding api/openapi.yaml"
  VERBATIM)

add_test(NAME openapi_lint COMMAND ${LIKENESS_YAML_PYTHON} ${CMAKE_SOURCE_DIR}/api/lint.py --self-test ${LIKENESS_OPENAPI})
