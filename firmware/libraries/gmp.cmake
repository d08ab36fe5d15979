# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
# GMP with its assembly for the Cortex-A7 (mpn/arm/v7a/cora7, v6t2, v6): its own configure script picks the files, so it
# is run, once, in the build folder.
include(ExternalProject)
gokey_debian_source(gmp 2:6.2.1+dfsg1-1.1 GMP_DIR)
# Debian's tarball comes without the manual (GFDL), and configure stops for want of its makefile.
if(NOT EXISTS ${GMP_DIR}/doc/Makefile.in)
  file(WRITE ${GMP_DIR}/doc/Makefile.in "all:\n")
endif()

set(libraries_root ${CMAKE_CURRENT_BINARY_DIR}/root)
file(MAKE_DIRECTORY ${libraries_root}/include ${libraries_root}/lib)
string(JOIN " " library_flags ${CMAKE_C_FLAGS} ${GOKEY_PATHLESS} -O2 -ffunction-sections -fdata-sections)
# What configure compiles must also link: nosys.specs gives it the system calls that newlib wants. Its test of the
# compiler looks at nothing but CC.
string(JOIN " " library_compiler ${CMAKE_C_COMPILER} --specs=nosys.specs)

ExternalProject_Add(gmp_build
  SOURCE_DIR ${GMP_DIR}
  DOWNLOAD_COMMAND ""
  BINARY_DIR ${CMAKE_CURRENT_BINARY_DIR}/gmp
  STAMP_DIR ${CMAKE_CURRENT_BINARY_DIR}/gmp-stamp
  TMP_DIR ${CMAKE_CURRENT_BINARY_DIR}/gmp-tmp
  CONFIGURE_COMMAND ${CMAKE_COMMAND} -E env CC_FOR_BUILD=gcc <SOURCE_DIR>/configure -q
    --host=armcortexa7neon-none-eabi --disable-shared --prefix=${libraries_root}
    "CC=${library_compiler}" "CFLAGS=${library_flags}"
  # Installed by the step that builds, whose byproduct the archive is: Ninja looks at it when that step is over, and
  # would link the image anew in the next run only.
  BUILD_COMMAND make -s -j2
  COMMAND ${CMAKE_COMMAND} -E copy_if_different <BINARY_DIR>/gmp.h ${libraries_root}/include/gmp.h
  COMMAND ${CMAKE_COMMAND} -E copy <BINARY_DIR>/.libs/libgmp.a ${libraries_root}/lib/libgmp.a
  BUILD_BYPRODUCTS ${libraries_root}/lib/libgmp.a
  INSTALL_COMMAND ""
  LOG_CONFIGURE ON LOG_BUILD ON LOG_INSTALL ON LOG_OUTPUT_ON_FAILURE ON)

add_library(gmp STATIC IMPORTED GLOBAL)
set_target_properties(gmp PROPERTIES
  IMPORTED_LOCATION ${libraries_root}/lib/libgmp.a
  INTERFACE_INCLUDE_DIRECTORIES ${libraries_root}/include)
add_dependencies(gmp gmp_build)
