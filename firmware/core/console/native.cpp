// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/console/native.h"

#include <utility>

#include "core/console/native_session.h"

namespace gokey::console {

NativeDialect::NativeDialect(token::Token& token, hal::Random& random, hal::Reset& reset,
                             const hal::Clock& clock, BuildInfo build)
    : device_{token, random, reset, clock, std::move(build)},
      ssh_version_("gokey_" + device_.build.version) {}

std::unique_ptr<Session> NativeDialect::open(Channel& channel) {
  return std::make_unique<NativeSession>(channel, device_);
}

}  // namespace gokey::console
