# SPDX-License-Identifier: Apache-2.0
# What every target shares: language level, warnings, hardening, sanitizers, output folders.

if(CMAKE_SYSTEM_NAME STREQUAL "Generic")
  set(GOKEY_BARE_METAL ON)
  set(GOKEY_BOARD "" CACHE STRING "The folder of firmware/boards whose image is built")
  if(NOT GOKEY_BOARD)
    message(FATAL_ERROR "Say which board: cmake --preset firmware-mcimx6ul-evk")
  endif()
  enable_language(ASM)
  # The same image, whatever the folders are called.
  set(GOKEY_PATHLESS -ffile-prefix-map=${CMAKE_SOURCE_DIR}=. -ffile-prefix-map=${CMAKE_BINARY_DIR}=build)
  add_compile_options(${GOKEY_PATHLESS})
else()
  set(GOKEY_BARE_METAL OFF)
endif()

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Build type" FORCE)
endif()

# A release is built as the tests are: -O3 gains nothing here and makes GCC 12 see overflows that are not there.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
# Lines for stack traces; who looks at variables builds with CMAKE_BUILD_TYPE=Debug. To optimise what the sanitizers add
# takes longer than the tests gain by it.
if(GOKEY_SANITIZE AND NOT GOKEY_FUZZ)
  set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O0 -g1 -DNDEBUG")
else()
  set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")
endif()
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
if(NOT GOKEY_BARE_METAL)
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
endif()
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

find_program(GOKEY_CCACHE ccache)
if(GOKEY_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${GOKEY_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${GOKEY_CCACHE})
endif()

# Every target of ours links gokey_options; the firmware and wire/ link gokey_firmware_options.
add_library(gokey_options INTERFACE)
target_compile_options(gokey_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor
  -Werror=unused-result -Werror=return-type)
# GCC 12 warns falsely about string literals joined with temporaries (GCC bug 105651).
target_compile_options(gokey_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(GOKEY_WERROR)
  target_compile_options(gokey_options INTERFACE -Werror)
endif()
if(NOT GOKEY_BARE_METAL)
  target_compile_options(gokey_options INTERFACE -fstack-protector-strong)
  if(CMAKE_BUILD_TYPE MATCHES "Rel" AND NOT GOKEY_SANITIZE)
    target_compile_options(gokey_options INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
  endif()
  target_link_options(gokey_options INTERFACE -Wl,-z,relro,-z,now -Wl,--as-needed)
endif()
if(GOKEY_FUZZ)
  target_compile_options(gokey_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(GOKEY_SANITIZE)
  target_compile_options(gokey_options INTERFACE
    -fsanitize=${GOKEY_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(gokey_options INTERFACE -fsanitize=${GOKEY_SANITIZE})
endif()

add_library(gokey_firmware_options INTERFACE)
target_link_libraries(gokey_firmware_options INTERFACE gokey_options)
target_compile_options(gokey_firmware_options INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions>)
# On the bare metal what parses and copies is a quarter smaller in Thumb; arithmetic is faster in ARM, and drivers and
# start-up name registers. Those targets say so.
if(GOKEY_BARE_METAL)
  target_compile_options(gokey_firmware_options INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:$<IF:$<BOOL:$<TARGET_PROPERTY:GOKEY_ARM>>,-marm,-mthumb>>)
endif()
# UBSan's vptr check and libFuzzer harnesses need type information; every other build goes without.
if(NOT GOKEY_SANITIZE)
  target_compile_options(gokey_firmware_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
endif()
