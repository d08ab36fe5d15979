# SPDX-License-Identifier: Apache-2.0
# gokey_libssh, gokey_libcrypto: the shared libraries; or, in a program whose property GOKEY_SELF_CONTAINED is set,
# Debian's archives of them. A command that scripts call often would spend half of its time on loading the two and the
# seven Kerberos libraries behind libssh. What this asks of whoever gives such a program away is in docs/licences.md;
# that it must be built again when they are updated, in SECURITY.md. Distributions turn it off.
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT GOKEY_SANITIZE)
  set(by_default ON)
else()
  set(by_default OFF)
endif()
option(GOKEY_SELF_CONTAINED_CLI "Link gokeyctl with the archives of libssh and libcrypto" ${by_default})

find_package(libssh 0.10 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(Threads REQUIRED)
add_library(gokey_libcrypto INTERFACE)
add_library(gokey_libssh INTERFACE)
if(GOKEY_SELF_CONTAINED_CLI)
  foreach(name crypto ssh z)
    find_library(GOKEY_LIB${name}_ARCHIVE NAMES lib${name}.a REQUIRED)
    add_library(gokey_archive_${name} STATIC IMPORTED GLOBAL)
    set_target_properties(gokey_archive_${name} PROPERTIES IMPORTED_LOCATION ${GOKEY_LIB${name}_ARCHIVE})
  endforeach()
  target_link_libraries(gokey_archive_crypto INTERFACE ${CMAKE_DL_LIBS} Threads::Threads)
  target_link_libraries(gokey_archive_ssh INTERFACE gokey_without_kerberos gokey_archive_crypto gokey_archive_z)
  set(self_contained $<BOOL:$<TARGET_PROPERTY:GOKEY_SELF_CONTAINED>>)
  target_link_libraries(gokey_libcrypto INTERFACE $<IF:${self_contained},gokey_archive_crypto,OpenSSL::Crypto>)
  target_link_libraries(gokey_libssh INTERFACE $<IF:${self_contained},gokey_archive_ssh,ssh>)
else()
  target_link_libraries(gokey_libcrypto INTERFACE OpenSSL::Crypto)
  target_link_libraries(gokey_libssh INTERFACE ssh)
endif()
