// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/classic/classic.h"

#include <optional>
#include <utility>

#include "boards/sim/classic/classic_session.h"
#include "core/console/status_text.h"

namespace gokey::sim {

ClassicDialect::ClassicDialect(token::Token& token, hal::Random& random, hal::Reset& reset,
                               ClassicWords words)
    : token_(token),
      random_(random),
      reset_(reset),
      words_(std::move(words)),
      subscription_(token.subscribe([this](const token::Event& event) { log(event); })) {}

std::unique_ptr<console::Session> ClassicDialect::open(console::Channel& channel) {
  return std::make_unique<ClassicSession>(channel, *this);
}

void ClassicDialect::log(const token::Event& event) {
  if (log_owner_ == nullptr) return;
  if (std::holds_alternative<token::Initialised>(event)) {
    log_owner_->print(console::initialised_log(token_.status()));
  } else if (std::holds_alternative<token::FidoInitialised>(event)) {
    log_owner_->print(console::fido_initialised_log(token_.status()));
  } else if (const std::optional<std::string> line = console::log_line(event)) {
    log_owner_->print(*line);
  }
}

}  // namespace gokey::sim
