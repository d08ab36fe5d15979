// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/dialects.h"

#include <gnu/libc-version.h>
#include <libssh/libssh.h>
#include <sodium.h>

#include "boards/sim/classic/classic.h"
#include "core/console/native.h"

namespace gokey::sim {
namespace {

console::BuildInfo build_info() {
  return {
      GOKEY_VERSION,
      GOKEY_COMPILER,
      "sim",
      {std::string("libssh ") + ssh_version(0), std::string("libsodium ") + sodium_version_string(),
       std::string("glibc ") + ::gnu_get_libc_version()}};
}

// Of an original token: what its host tools see of the runtime it was built with.
ClassicWords classic_words() {
  return {"GoKey • tamago/arm (go1.23.5)",
          "go\tgo1.23.5\n"
          "path\tgithub.com/usbarmory/GoKey\n"
          "mod\tgithub.com/usbarmory/GoKey\t(devel)\t\n"
          "build\tGOARCH=arm\n"
          "build\tGOOS=tamago\n"};
}

}  // namespace

std::unique_ptr<console::Dialect> make_dialect(DialectKind kind, const ConsoleParts& parts) {
  if (kind == DialectKind::kClassic) {
    return std::make_unique<ClassicDialect>(parts.token, parts.random, parts.reset,
                                            classic_words());
  }
  return std::make_unique<console::NativeDialect>(parts.token, parts.random, parts.reset,
                                                  parts.clock, build_info());
}

}  // namespace gokey::sim
