// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The console of the original firmware (GoKey daf170a), byte for byte, so that the host side can be
// tested against tokens that still run it: no reply to exec, no exit-status, one terminal shared by
// all sessions, errors only for a person. It has U2F where the record brought a certificate for it,
// as an original image with U2F keys.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/console/session.h"
#include "core/token/token.h"
#include "hal/random.h"
#include "hal/reset.h"

namespace gokey::sim {

class ClassicSession;

struct ClassicWords {
  // The first line of a shell, without line end: "GoKey • tamago/arm (go1.23.5)".
  std::string banner;
  // What `build` prints, lines ended by LF.
  std::string build;
};

class ClassicDialect : public console::Dialect {
 public:
  ClassicDialect(token::Token& token, hal::Random& random, hal::Reset& reset, ClassicWords words);
  ClassicDialect(const ClassicDialect&) = delete;
  ClassicDialect& operator=(const ClassicDialect&) = delete;

  // The session must not outlive the dialect.
  [[nodiscard]] std::unique_ptr<console::Session> open(console::Channel& channel) override;
  [[nodiscard]] bool reports_exec() const override { return false; }
  [[nodiscard]] std::string_view ssh_version() const override { return "Go"; }

 private:
  friend class ClassicSession;

  void log(const token::Event& event);

  token::Token& token_;
  hal::Random& random_;
  hal::Reset& reset_;
  ClassicWords words_;
  // The newest session has the terminal: what older ones print appears there. The newest shell has
  // the log.
  ClassicSession* terminal_owner_ = nullptr;
  ClassicSession* log_owner_ = nullptr;
  token::Token::Subscription subscription_;
};

}  // namespace gokey::sim
