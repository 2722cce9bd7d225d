# One static library per folder of backend/src: sources by name, everything compiled with the same warnings and the same
# precompiled header (C++ compiles are slow on two cores).

add_library(likeness_flags INTERFACE)
target_include_directories(likeness_flags INTERFACE ${CMAKE_SOURCE_DIR}/backend/src)
# The baseline is a processor of 2013 or later: AVX2, FMA and F16C.
target_compile_options(likeness_flags INTERFACE -march=x86-64-v3 -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Werror=return-type
                                                -fpch-preprocess)

# likeness_library(NAME SOURCES a.cpp … LINKS target …)
function(likeness_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC likeness_flags ${ARG_LINKS})
  if(NOT name STREQUAL "likeness_base")
    target_precompile_headers(${name} REUSE_FROM likeness_base)
  endif()
endfunction()

# likeness_test(NAME SOURCES a_test.cpp … LINKS target … [LABELS …] [TIMEOUT s]): one GoogleTest program, one CTest entry.
function(likeness_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINKS;LABELS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_LINKS} GTest::gmock_main)
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/backend/tests)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests
                                           BUILD_RPATH "${CMAKE_BINARY_DIR}/lib")
  add_test(NAME ${name} COMMAND ${name})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
    ENVIRONMENT "LIKENESS_SOURCE_DIR=${CMAKE_SOURCE_DIR};LIKENESS_BUILD_DIR=${CMAKE_BINARY_DIR}")
endfunction()
