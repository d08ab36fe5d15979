// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The app's command line. Read before Qt starts: --version and --help need no display.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gokeyctl/console.h"
#include "gokeyctl/error.h"

namespace gokeyctl::gui {

struct Options {
  bool help = false;
  bool version = false;
  std::vector<Endpoint> consoles;  // watched besides the tokens on USB
  std::optional<std::filesystem::path> identity;
  bool trust_new = false;
  bool hidden = false;        // no window at first
  bool new_instance = false;  // beside one that runs already
  bool probe = false;         // LoopProbe
};

// Of main()'s arguments and the environment (GOKEY_DEVICE, GOKEY_IDENTITY). kUsage.
[[nodiscard]] Result<Options> parse_options(int argc, char** argv);
[[nodiscard]] std::string help_text();
[[nodiscard]] std::string version_text();

}  // namespace gokeyctl::gui
