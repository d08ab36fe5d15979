# SPDX-License-Identifier: Apache-2.0
# A room is a folder with one purpose and one target. Its headers are reachable only through the target:
#
#   gokey_room(core_vault AS core/vault SOURCES vault.cpp … PUBLIC core_crypto PRIVATE wire OPTIONS gokey_firmware_options)
#
# lets others write #include "core/vault/vault.h" once they link core_vault, and not before: each target's include
# path is a folder of its own in the build tree that holds nothing but a link to the room. An arrow that the
# architecture does not have therefore fails to compile.
function(gokey_room target)
  cmake_parse_arguments(ROOM "" "AS" "SOURCES;PUBLIC;PRIVATE;OPTIONS" ${ARGN})
  if(NOT ROOM_OPTIONS)
    set(ROOM_OPTIONS gokey_options)
  endif()
  cmake_path(GET ROOM_AS PARENT_PATH parent)
  set(include_root ${CMAKE_BINARY_DIR}/rooms/${target})
  file(MAKE_DIRECTORY ${include_root}/${parent})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${include_root}/${ROOM_AS} SYMBOLIC)
  if(ROOM_SOURCES)
    add_library(${target} STATIC ${ROOM_SOURCES})
    target_include_directories(${target} PUBLIC ${include_root})
    target_link_libraries(${target} PUBLIC ${ROOM_PUBLIC} PRIVATE ${ROOM_PRIVATE} ${ROOM_OPTIONS})
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE ${include_root})
    target_link_libraries(${target} INTERFACE ${ROOM_PUBLIC})
  endif()
endfunction()
