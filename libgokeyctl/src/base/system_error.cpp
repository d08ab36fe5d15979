// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "base/system_error.h"

#include <cstring>

namespace gokeyctl::base {

Sentence system_error(int number) {
  const char* english = strerrordesc_np(number);  // strerror() would translate at once
  return english != nullptr ? say(english) : say("system error {}", number);
}

}  // namespace gokeyctl::base
