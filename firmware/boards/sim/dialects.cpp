// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/dialects.h"

#include <gnu/libc-version.h>
#include <libssh/libssh.h>
#include <sodium.h>

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

}  // namespace

std::unique_ptr<console::Dialect> make_dialect(DialectKind, const ConsoleParts& parts) {
  return std::make_unique<console::NativeDialect>(parts.token, parts.random, parts.reset,
                                                  parts.clock, build_info());
}

}  // namespace gokey::sim
