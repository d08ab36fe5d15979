// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "boards/sim/options.h"
#include "core/console/session.h"
#include "core/token/token.h"
#include "hal/clock.h"
#include "hal/random.h"
#include "hal/reset.h"

namespace gokey::sim {

// What a console works on; all of it outlives the dialect.
struct ConsoleParts {
  token::Token& token;
  hal::Random& random;
  hal::Reset& reset;
  hal::Clock& clock;
};
[[nodiscard]] std::unique_ptr<console::Dialect> make_dialect(DialectKind kind,
                                                             const ConsoleParts& parts);

}  // namespace gokey::sim
