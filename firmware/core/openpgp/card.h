// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The OpenPGP card application, version 3.4.1, without a personalisation side: keys come into the
// token by its record, PW1 is the passphrase of the keys that the command is for, and there is no
// PW3.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/openpgp/answer.h"
#include "core/openpgp/command_chain.h"
#include "core/openpgp/data_objects.h"
#include "core/openpgp/response_queue.h"
#include "core/token/token.h"
#include "hal/random.h"

namespace gokey::openpgp {

struct Options {
  // The original's rules for VERIFY: 82 opens the decryption key alone.
  bool classic = false;
};

// One card in one slot. Keys that VERIFY opened are locked again when the card is reset or loses
// power, and when another application is asked for; keys that the console opened stay open, and
// accept any passphrase here.
class Card {
 public:
  // Gets the response APDU; called once for each command unless the card is reset before.
  using Reply = std::function<void(std::vector<std::uint8_t> response)>;

  Card(token::Token& token, hal::Random& random, Options options = {});
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;

  // Runs one command. `reply` is called from here or, where the vault has to work, later from the
  // loop. A command that comes before the last one was answered gets 6F00 and changes nothing.
  // `apdu` is not kept.
  void process(std::span<const std::uint8_t> apdu, Reply reply);
  [[nodiscard]] bool busy() const { return static_cast<bool>(reply_); }

  // Both end the session: selection, chains, waiting responses, MSE and SELECT DATA are forgotten,
  // the answer to a command under way is dropped.
  void power_off();
  void reset();

  [[nodiscard]] std::vector<std::uint8_t> atr() const;

 private:
  // An answer, or nothing while the vault works.
  using Result = std::optional<Answer>;
  using Handler = Result (Card::*)(const wire::CommandApdu&);
  struct Instruction {
    std::uint8_t ins;
    Handler run;
  };
  static const Instruction kInstructions[];

  Result run(const wire::CommandApdu& command);
  Result run_whole(Handler handler, const wire::CommandApdu& command);
  void finish(Answer answer);
  void ask(vault::Request request, std::function<Answer(vault::Response&)> answer);
  void end_session();
  void start_selection();

  Result select(const wire::CommandApdu& command);
  Result get_data(const wire::CommandApdu& command);
  Result get_next_data(const wire::CommandApdu& command);
  Result select_data(const wire::CommandApdu& command);
  Result get_challenge(const wire::CommandApdu& command);
  Result key_pair(const wire::CommandApdu& command);
  Result manage_security_environment(const wire::CommandApdu& command);
  Result perform_security_operation(const wire::CommandApdu& command);
  Result compute_signature(const wire::CommandApdu& command);
  Result decipher(const wire::CommandApdu& command);
  Result internal_authenticate(const wire::CommandApdu& command);
  Result verify(const wire::CommandApdu& command);
  Result verify_status(vault::KeySet keys) const;
  Result unlock(vault::KeySet locked, wire::Bytes passphrase);
  Result lock(vault::KeySet keys);
  Result need_pw3(const wire::CommandApdu& command);
  Result never_allowed(const wire::CommandApdu& command);

  void key_changed(const token::KeyChanged& event);
  void relock();
  [[nodiscard]] vault::KeySet unlocked(vault::KeySet keys, const token::TokenStatus& status) const;
  [[nodiscard]] const vault::KeyInfo* key(vault::KeyUse use) const;
  [[nodiscard]] vault::KeySet present(vault::KeySet keys) const;
  void note_instruction(std::uint8_t ins);

  token::Token& token_;
  hal::Random& random_;
  Options options_;

  // Of the command under way.
  Reply reply_;
  std::size_t limit_ = 0;  // its Ne
  unsigned session_ = 0;   // counts resets, so that an answer finds out that it comes too late

  // Of the session.
  bool selected_ = false;
  CommandChain chain_;
  ResponseQueue responses_;
  std::uint8_t certificate_ = 0;  // occurrence of 7F21 that SELECT DATA chose
  vault::KeyUse decipher_with_ = vault::KeyUse::kDecryption;
  vault::KeyUse authenticate_with_ = vault::KeyUse::kAuthentication;

  vault::KeySet opened_;   // by VERIFY, and not by the console since
  vault::KeySet opening_;  // by a VERIFY under way
  vault::KeySet closing_;  // by locks under way: no longer open, whatever the status still says
  unsigned locks_ = 0;     // how many of them
  token::Token::Guard guard_;
  token::Token::Subscription events_;
};

}  // namespace gokey::openpgp
