# SPDX-FileCopyrightText: The gokeyctl authors
# SPDX-License-Identifier: Apache-2.0
# nettle and hogweed on that GMP, with the assembly for ARMv6 and NEON.
gokey_debian_source(nettle 3.8.1-2 NETTLE_DIR)
ExternalProject_Add(nettle_build
  DEPENDS gmp_build
  SOURCE_DIR ${NETTLE_DIR}
  DOWNLOAD_COMMAND ""
  BINARY_DIR ${CMAKE_CURRENT_BINARY_DIR}/nettle
  STAMP_DIR ${CMAKE_CURRENT_BINARY_DIR}/nettle-stamp
  TMP_DIR ${CMAKE_CURRENT_BINARY_DIR}/nettle-tmp
  # --host without "armv7a" would leave the assembly out.
  CONFIGURE_COMMAND ${CMAKE_COMMAND} -E env CC_FOR_BUILD=gcc <SOURCE_DIR>/configure -q
    --host=armv7a-none-eabi --disable-shared --disable-documentation --disable-openssl --disable-fat --enable-arm-neon
    --prefix=${libraries_root} --libdir=${libraries_root}/lib
    --with-include-path=${libraries_root}/include --with-lib-path=${libraries_root}/lib
    "CC=${library_compiler}" "CFLAGS=${library_flags}"
  # Not configure's flags: they ask for debugging information, which names this folder.
  BUILD_COMMAND make -s -j2 "CFLAGS=${library_flags}" libnettle.a libhogweed.a
  COMMAND make -s "INSTALL_DATA=install -C -m 644" install-headers install-static
  BUILD_BYPRODUCTS ${libraries_root}/lib/libnettle.a ${libraries_root}/lib/libhogweed.a
  INSTALL_COMMAND ""
  LOG_CONFIGURE ON LOG_BUILD ON LOG_INSTALL ON LOG_OUTPUT_ON_FAILURE ON)

foreach(name nettle hogweed)
  add_library(${name} STATIC IMPORTED GLOBAL)
  set_target_properties(${name} PROPERTIES
    IMPORTED_LOCATION ${libraries_root}/lib/lib${name}.a
    INTERFACE_INCLUDE_DIRECTORIES ${libraries_root}/include)
  add_dependencies(${name} nettle_build)
endforeach()
target_link_libraries(hogweed INTERFACE nettle gmp)
