// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/front/version.h"

#include <array>

namespace gokeyctl::cli {
namespace {

constexpr std::array kFeatures = {"console", "pcsc", "pinentry", "gettext"};

}  // namespace

std::string version_text(bool features) {
  std::string text = "gokeyctl " GOKEYCTL_VERSION " (libgokeyctl " GOKEYCTL_VERSION ")\n";
  if (!features) return text;
  text += "features:";
  for (const char* feature : kFeatures) text += std::string(" ") + feature;
  return text + "\ncompiler: " __VERSION__ "\n";
}

Json version_json() {
  return {{"version", GOKEYCTL_VERSION},
          {"library", GOKEYCTL_VERSION},
          {"features", kFeatures},
          {"compiler", __VERSION__}};
}

}  // namespace gokeyctl::cli
