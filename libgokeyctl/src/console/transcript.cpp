// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "console/transcript.h"

#include <cstring>

namespace gokeyctl::console {

void Transcript::wipe() {
  explicit_bzero(text_.data(), text_.size());
  text_.clear();
}

}  // namespace gokeyctl::console
