// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/context.h"
#include "commands.h"

// The entry that main.cpp looks up by name.
extern "C" __attribute__((visibility("default"))) int gokeyctl_run(
    const gokeyctl::cli::Invocation* invocation);

int gokeyctl_run(const gokeyctl::cli::Invocation* invocation) {
  return gokeyctl::cli::run(*invocation);
}

static_assert(std::is_same_v<decltype(gokeyctl_run), gokeyctl::cli::CommandsEntry>);
