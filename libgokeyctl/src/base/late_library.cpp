// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "base/late_library.h"

#include <string>

#include <dlfcn.h>

namespace gokeyctl::base {

LateLibrary::LateLibrary(const char* soname)
    : handle_(dlopen(soname, RTLD_NOW | RTLD_LOCAL)), complete_(handle_ != nullptr) {}

void* LateLibrary::address_of(const char* name) {
  void* const address = handle_ == nullptr ? nullptr : dlsym(handle_, name);
  complete_ = complete_ && address != nullptr;
  return address;
}

Error not_installed(const Sentence& doing, const char* name, const char* package) {
  return Error{.code = Code::kUnsupported,
               .message = say("{}: {}", doing, say("{} is not installed here", name)),
               .hint = std::string("sudo apt install ") + package,
               .details = {{"reason", std::string("no-") + name}},
               .cause = nullptr};
}

}  // namespace gokeyctl::base
