// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <cstdio>

#include <sodium.h>

#include "boards/sim/failure.h"
#include "boards/sim/options.h"
#include "boards/sim/posix.h"
#include "boards/sim/provision.h"
#include "boards/sim/simulator.h"

namespace {

using namespace gokey::sim;

int run(const Message& message) {
  std::fputs(message.text.c_str(), stdout);
  return 0;
}

int run(const ProvisionOptions& options) {
  const auto summary = provision(options);
  if (!summary) return report(summary.error());
  std::fputs(summary->c_str(), stdout);
  return 0;
}

int run(const RunOptions& options) {
  const auto ended = run_simulator(options);
  return ended ? 0 : report(ended.error());
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  deny_inspection();
  if (sodium_init() < 0) return report({Exit::kInternal, "start", "libsodium does not start", {}});
  const auto options = parse_options(argc, argv);
  if (!options) return report(options.error());
  return std::visit([](const auto& chosen) { return run(chosen); }, *options);
}
