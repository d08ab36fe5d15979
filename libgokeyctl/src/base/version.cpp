// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gokeyctl/version.h"

namespace gokeyctl {

std::string_view library_version() { return GOKEYCTL_VERSION; }

}  // namespace gokeyctl
