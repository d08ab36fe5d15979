// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A shared library that is loaded when it is needed: each that a program is linked with costs every
// start of it, also of the commands that never call it. A room that uses one declares its functions
// under their own names,
//
//   #define GOKEY_LIBUDEV(function) function(udev_new) function(udev_unref) …
//   namespace gokeyctl::libudev {
//   GOKEY_LIBUDEV(GOKEY_LATE_DECLARE)
//   [[nodiscard]] bool load();
//   }
//
// where its header is included, and defines them and load() in one source file:
//
//   GOKEY_LATE_LIBRARY("libudev.so.1", GOKEY_LIBUDEV)
#pragma once

#include <cstring>

#include "gokeyctl/error.h"

namespace gokeyctl::base {

class LateLibrary {
 public:
  // By its name with the major version, which is that of the headers.
  explicit LateLibrary(const char* soname);

  template <typename Function>
  void find(Function*& function, const char* name) {
    void* const address = address_of(name);
    static_assert(sizeof function == sizeof address);
    std::memcpy(&function, &address, sizeof function);
  }
  // It was found, and has all that was asked for.
  [[nodiscard]] bool complete() const { return complete_; }

 private:
  [[nodiscard]] void* address_of(const char* name);

  void* handle_;
  bool complete_;
};

// kUnsupported: "DOING: NAME is not installed here".
[[nodiscard]] Error not_installed(const Sentence& doing, const char* name, const char* package);

}  // namespace gokeyctl::base

// NOLINTBEGIN(bugprone-macro-parentheses): a name that is declared
#define GOKEY_LATE_DECLARE(name) extern decltype(&::name) name;
#define GOKEY_LATE_DEFINE(name) decltype(&::name) name = nullptr;
// NOLINTEND(bugprone-macro-parentheses)
#define GOKEY_LATE_FIND(name) library.find(name, #name);

// False where the library is not installed, or lacks one of the functions. Once true, all of them
// may be called.
#define GOKEY_LATE_LIBRARY(soname, functions)               \
  functions(GOKEY_LATE_DEFINE) bool load() {                \
    static const bool loaded = [] {                         \
      ::gokeyctl::base::LateLibrary library(soname);        \
      functions(GOKEY_LATE_FIND) return library.complete(); \
    }();                                                    \
    return loaded;                                          \
  }
