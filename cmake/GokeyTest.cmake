# SPDX-License-Identifier: Apache-2.0
# Unit tests and fuzzers, one executable per room.
#
#   gokey_test(wire_test SOURCES tlv_test.cpp … LIBS wire)
#   gokey_fuzzer(fuzz_tlv SOURCE tlv.cpp CORPUS corpus/tlv LIBS wire)
#
# A fuzzer is libFuzzer's with GOKEY_FUZZ; in every other build its harness replays its corpus as a test, so that the
# harness and the seeds cannot rot. MAX_LEN is the longest input worth trying, 1024 bytes unless told.
include(GoogleTest)
find_package(GTest REQUIRED)

function(gokey_test target)
  cmake_parse_arguments(T "" "" "SOURCES;LIBS" ${ARGN})
  add_executable(${target} ${T_SOURCES})
  target_link_libraries(${target} PRIVATE ${T_LIBS} GTest::gtest GTest::gtest_main gokey_options)
  if(NOT GOKEY_SANITIZE)
    target_compile_options(${target} PRIVATE -O1) # -O2 takes 1.4 times as long to compile
  endif()
  target_compile_definitions(${target} PRIVATE GOKEY_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
  gtest_discover_tests(${target} PROPERTIES LABELS unit DISCOVERY_TIMEOUT 60)
endfunction()

function(gokey_fuzzer target)
  cmake_parse_arguments(F "" "SOURCE;CORPUS;MAX_LEN" "LIBS" ${ARGN})
  add_executable(${target} ${F_SOURCE})
  target_link_libraries(${target} PRIVATE ${F_LIBS} gokey_options)
  if(GOKEY_FUZZ)
    target_link_options(${target} PRIVATE -fsanitize=fuzzer)
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzzers)
    if(NOT F_MAX_LEN)
      set(F_MAX_LEN 1024)
    endif()
    # For ./dev fuzz.
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/fuzzers/${target}.options
         CONTENT "-max_len=${F_MAX_LEN}\n${CMAKE_CURRENT_SOURCE_DIR}/${F_CORPUS}\n")
  else()
    target_sources(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests/fuzz/replay.cpp)
  endif()
  if(GOKEY_FUZZ)
    add_test(NAME ${target} COMMAND ${target} -runs=0 ${CMAKE_CURRENT_SOURCE_DIR}/${F_CORPUS})
  else()
    add_test(NAME ${target} COMMAND ${target} ${CMAKE_CURRENT_SOURCE_DIR}/${F_CORPUS})
  endif()
  set_tests_properties(${target} PROPERTIES LABELS "unit;corpus")
endfunction()
