# The page at /docs: files of ours and of the viewer, which npm fetches as api/viewer/package-lock.json pins it.
# Sets LIKENESS_DOCS_SOURCE.
set(LIKENESS_VIEWER ${CMAKE_SOURCE_DIR}/api/viewer)
set(LIKENESS_DOCS_SOURCE ${CMAKE_BINARY_DIR}/generated/docs_assets.cpp)
add_custom_command(
  OUTPUT ${LIKENESS_DOCS_SOURCE}
  COMMAND ${CMAKE_SOURCE_DIR}/tools/setup/npm_ci.sh api/viewer
  COMMAND ${LIKENESS_YAML_PYTHON} ${CMAKE_SOURCE_DIR}/api/embed_viewer.py ${LIKENESS_VIEWER} ${LIKENESS_DOCS_SOURCE}
  DEPENDS ${LIKENESS_VIEWER}/page.html ${LIKENESS_VIEWER}/page.js ${LIKENESS_VIEWER}/page.css
          ${LIKENESS_VIEWER}/package-lock.json ${CMAKE_SOURCE_DIR}/api/embed_viewer.py
          ${CMAKE_SOURCE_DIR}/tools/setup/npm_ci.sh ${CMAKE_SOURCE_DIR}/tools/setup/node_requirements.txt
  COMMENT "Embedding the page at /docs"
  VERBATIM)
