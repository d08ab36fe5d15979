# SPDX-License-Identifier: Apache-2.0
# Sources of a library as Debian 12 patches it, for what has to be compiled with settings of our own. They are unpacked
# into the build folder at configure time and never enter the repository; downloads are kept in GOKEY_SOURCE_CACHE.
#
#   gokey_debian_source(lwip 2.1.3+dfsg1-2 lwip_dir)
if(DEFINED ENV{XDG_CACHE_HOME})
  set(cache "$ENV{XDG_CACHE_HOME}/gokey-sources")
else()
  set(cache "$ENV{HOME}/.cache/gokey-sources")
endif()
set(GOKEY_SOURCE_CACHE "${cache}" CACHE PATH "Where downloaded Debian source packages are kept")
set(GOKEY_DEBIAN_SOURCE_TOOL "${CMAKE_CURRENT_LIST_DIR}/debian-source")

function(gokey_debian_source package version out)
  string(REGEX REPLACE "^[0-9]+:" "" without_epoch "${version}")  # no colon in a path
  set(dir "${CMAKE_BINARY_DIR}/sources/${package}_${without_epoch}")
  if(NOT IS_DIRECTORY "${dir}")
    message(STATUS "Unpacking Debian's source package ${package} ${version}")
    file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/sources")
    execute_process(
      COMMAND "${GOKEY_DEBIAN_SOURCE_TOOL}" "${package}" "${version}" "${dir}" "${GOKEY_SOURCE_CACHE}"
      RESULT_VARIABLE failed ERROR_VARIABLE why)
    if(failed)
      message(FATAL_ERROR "The source package ${package} ${version} is not in ${GOKEY_SOURCE_CACHE} and could not be "
        "downloaded. A machine without network can be given that folder from another one.\n${why}")
    endif()
  endif()
  set(${out} "${dir}" PARENT_SCOPE)
endfunction()
