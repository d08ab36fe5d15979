// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Prints what the token at an address is doing:
//   token-status HOST PORT IDENTITY
// The token must be known already (`gokeyctl host-key pin`): this program trusts nothing by itself.
#include <charconv>
#include <cstring>
#include <iostream>

#include "gokeyctl/config.h"
#include "gokeyctl/console.h"
#include "gokeyctl/version.h"

namespace {

int report(const gokeyctl::Error& error) {
  std::cerr << "token-status: " << error.message << '\n';
  if (!error.hint.empty()) std::cerr << "hint: " << error.hint << '\n';
  return static_cast<int>(error.code);
}

int show(const gokeyctl::TokenStatus& status) {
  std::cout << "token " << status.token.serial << ": "
            << gokeyctl::name(gokeyctl::summarise(status)) << '\n';
  for (const gokeyctl::KeyStatus& key : status.openpgp.keys) {
    std::cout << "  " << gokeyctl::short_name(key.use) << ' ' << key.fingerprint << ' '
              << (key.locked ? "locked" : "unlocked") << '\n';
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::strcmp(argv[1], "--version") == 0) {
    std::cout << "libgokeyctl " << gokeyctl::library_version() << '\n';
    return 0;
  }
  if (argc != 4) {
    std::cerr << "usage: token-status HOST PORT IDENTITY\n";
    return static_cast<int>(gokeyctl::Code::kUsage);
  }
  gokeyctl::ConnectOptions options;
  options.endpoint.host = argv[1];
  std::from_chars(argv[2], argv[2] + std::strlen(argv[2]), options.endpoint.port);
  options.identity = argv[3];

  auto trust = gokeyctl::TrustStore::open(gokeyctl::default_paths().known_tokens());
  if (!trust) return report(trust.error());
  auto console = gokeyctl::Console::connect(options, *trust);
  if (!console) return report(console.error());
  const auto status = console->status();
  if (!status) return report(status.error());
  return show(*status);
}
