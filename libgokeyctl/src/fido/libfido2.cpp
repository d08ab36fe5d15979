// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "fido/libfido2.h"

#include <type_traits>

#include <dlfcn.h>

namespace gokeyctl::libfido2 {

// NOLINTNEXTLINE(bugprone-macro-parentheses): a name that is declared
#define GOKEY_DEFINE(name) decltype(&::name) name = nullptr;
GOKEY_LIBFIDO2(GOKEY_DEFINE)
#undef GOKEY_DEFINE

namespace {

// The headers are those of this major version.
constexpr const char* kSoname = "libfido2.so.1";

bool load_once() {
  void* library = dlopen(kSoname, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return false;
  bool all = true;
  const auto find = [&](auto& pointer, const char* symbol) {
    pointer = reinterpret_cast<std::remove_reference_t<decltype(pointer)>>(dlsym(library, symbol));
    all = all && pointer != nullptr;
  };
#define GOKEY_FIND(name) find(name, #name);
  GOKEY_LIBFIDO2(GOKEY_FIND)
#undef GOKEY_FIND
  return all;
}

}  // namespace

bool load() {
  static const bool loaded = load_once();
  return loaded;
}

}  // namespace gokeyctl::libfido2
