# OpenVINO as it is shipped with the program: `model_runtime` copies the libraries that are needed from the wheels in
# .venv into ${CMAKE_BINARY_DIR}/lib, and likeness_openvino is the target to link. Linking the copies gives every
# program a run path to that folder alone: neither .venv nor a TBB of the system is ever looked at. The libraries find
# each other, their plugin and the tokenizer extension by lying side by side.
if(TARGET likeness_openvino)
  return()
endif()

set(LIKENESS_RUNTIME_DIRECTORY ${CMAKE_BINARY_DIR}/lib)
set(OPENVINO_LIBRARIES_DIRECTORY ${LIKENESS_SITE_PACKAGES}/openvino/libs)
file(GLOB LIKENESS_RUNTIME_SOURCES
  ${OPENVINO_LIBRARIES_DIRECTORY}/libopenvino.so.*
  ${OPENVINO_LIBRARIES_DIRECTORY}/libopenvino_intel_cpu_plugin.so
  ${OPENVINO_LIBRARIES_DIRECTORY}/libopenvino_ir_frontend.so.*
  ${OPENVINO_LIBRARIES_DIRECTORY}/libopenvino_onnx_frontend.so.*
  ${OPENVINO_LIBRARIES_DIRECTORY}/libtbb.so.*
  ${OPENVINO_LIBRARIES_DIRECTORY}/libtbbmalloc.so.*
  ${OPENVINO_LIBRARIES_DIRECTORY}/libtbbbind*.so.*
  ${OPENVINO_LIBRARIES_DIRECTORY}/libhwloc.so.*
  ${LIKENESS_SITE_PACKAGES}/openvino_tokenizers/lib/libopenvino_tokenizers.so)

set(LIKENESS_RUNTIME_FILES "")
foreach(source ${LIKENESS_RUNTIME_SOURCES})
  get_filename_component(name ${source} NAME)
  set(copy ${LIKENESS_RUNTIME_DIRECTORY}/${name})
  add_custom_command(OUTPUT ${copy} DEPENDS ${source}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${LIKENESS_RUNTIME_DIRECTORY}
    COMMAND ${CMAKE_COMMAND} -E copy_if_different ${source} ${copy}
    COMMAND ${CMAKE_COMMAND} -E touch_nocreate ${copy}
    COMMENT "Copying ${name}" VERBATIM)
  list(APPEND LIKENESS_RUNTIME_FILES ${copy})
  if(name MATCHES "^libopenvino\\.so\\.")
    set(LIKENESS_OPENVINO_LIBRARY ${copy})
    set(LIKENESS_OPENVINO_SONAME ${name})
  endif()
endforeach()
foreach(needed libopenvino\\.so libopenvino_intel_cpu_plugin libopenvino_ir_frontend libopenvino_onnx_frontend
               libtbb\\.so libopenvino_tokenizers)
  if(NOT LIKENESS_RUNTIME_FILES MATCHES "/${needed}")
    message(FATAL_ERROR "${needed} is not in ${LIKENESS_SITE_PACKAGES}: run `make setup` again")
  endif()
endforeach()
add_custom_target(model_runtime ALL DEPENDS ${LIKENESS_RUNTIME_FILES})

get_target_property(OPENVINO_INCLUDE_DIRECTORIES openvino::runtime INTERFACE_INCLUDE_DIRECTORIES)
add_library(likeness_openvino SHARED IMPORTED GLOBAL)
set_target_properties(likeness_openvino PROPERTIES
  IMPORTED_LOCATION ${LIKENESS_OPENVINO_LIBRARY}
  IMPORTED_SONAME ${LIKENESS_OPENVINO_SONAME}
  INTERFACE_INCLUDE_DIRECTORIES "${OPENVINO_INCLUDE_DIRECTORIES}")
add_dependencies(likeness_openvino model_runtime)
