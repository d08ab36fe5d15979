// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The door between the program and its commands. The commands need SSH, PC/SC and what hangs on
// them, which takes longer to load than most answers take to give; so they lie in a module that is
// loaded when one of them runs.
#pragma once

namespace gokeyctl::cli {

struct Invocation;

inline constexpr char kCommandsModule[] = "gokeyctl-commands.so";
inline constexpr char kCommandsEntry[] = "gokeyctl_run";
// Runs one command and returns the exit code.
using CommandsEntry = int(const Invocation* invocation);

}  // namespace gokeyctl::cli
