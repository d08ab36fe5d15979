// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// U2F raw messages (FIDO U2F Raw Message Formats 1.2), 3 to 5.
#include "wire/u2f.h"

#include <utility>

#include "core/fido/authenticator.h"
#include "wire/hex.h"

namespace gokey::fido {
namespace {

namespace sw = wire::sw;

constexpr std::uint64_t kPresenceMs = 10'000;  // as the original
constexpr std::string_view kVersion = "U2F_V2";

}  // namespace

void Authenticator::message(wire::Bytes apdu, Reply reply) {
  begin(std::move(reply));
  const auto command = wire::parse_command(apdu);
  if (!command) return finish_message({}, sw::kWrongLength);
  if (command->cla != 0) return finish_message({}, sw::kClassNotSupported);
  switch (static_cast<wire::u2f::Instruction>(command->ins)) {
    case wire::u2f::Instruction::kRegister:
      return register_key(*command);
    case wire::u2f::Instruction::kAuthenticate:
      return authenticate(*command);
    case wire::u2f::Instruction::kVersion:
      if (!command->data.empty()) return finish_message({}, sw::kWrongLength);
      return finish_message(wire::as_bytes(kVersion), sw::kOk);
  }
  finish_message({}, sw::kInstructionNotSupported);
}

void Authenticator::finish_message(wire::Bytes data, wire::StatusWord status) {
  const Reply reply = std::exchange(reply_, nullptr);
  guard_.reset();
  if (reply) reply(wire::encode_response(data, status));
}

// One confirmation for one request, which the host repeats until then.
bool Authenticator::present(const Poll& poll) {
  if (!token_.status().fido.presence_test) return true;
  if (granted_ == poll && clock_.now_ms() < granted_until_ms_) {
    granted_.reset();
    return true;
  }
  if (polled_ == poll) return false;
  granted_.reset();
  token_.ask_presence(wire::to_hex(poll.application), kPresenceMs,
                      [this, watch = alive_.watch(), poll](token::Presence::Outcome outcome) {
                        if (watch.expired()) return;
                        if (polled_ == poll) polled_.reset();
                        if (outcome != token::Presence::Outcome::kConfirmed) return;
                        granted_ = poll;
                        granted_until_ms_ = clock_.now_ms() + kPresenceMs;
                      });
  polled_ = poll;
  return false;
}

void Authenticator::register_key(const wire::CommandApdu& command) {
  const auto asked = wire::u2f::parse_register(command.data);
  if (!asked) return finish_message({}, sw::kWrongLength);
  if (!usable()) return finish_message({}, sw::kNoPreciseDiagnosis);
  if (!present({command.ins, asked->application, asked->challenge})) {
    return finish_message({}, sw::kConditionsOfUseNotSatisfied);
  }
  answer_message(vault::FidoRegister{asked->application, asked->challenge});
}

void Authenticator::authenticate(const wire::CommandApdu& command) {
  const auto asked = wire::u2f::parse_authenticate(command.data);
  if (!asked) return finish_message({}, sw::kWrongLength);
  if (!usable()) return finish_message({}, sw::kIncorrectData);
  vault::FidoFind find;
  find.rp = asked->application;
  find.where = vault::FidoFind::Where::kListed;
  find.ids.emplace_back(asked->key_handle.begin(), asked->key_handle.end());
  vault::FidoAuthenticate request{asked->application, asked->challenge, find.ids.front(), true};
  const auto control = static_cast<wire::u2f::Control>(command.p1);
  const Poll poll{command.ins, asked->application, asked->challenge};
  ask_any(std::move(find), [this, control, poll, request = std::move(request)](
                               vault::Response&, vault::FidoReply& reply) mutable {
    const bool ours = reply.error == vault::FidoError::kNone && !reply.credentials.empty() &&
                      reply.credentials[0].algorithm == vault::FidoAlgorithm::kEs256;
    if (!ours) return finish_message({}, sw::kIncorrectData);
    switch (control) {
      case wire::u2f::Control::kCheckOnly:
        return finish_message({}, sw::kConditionsOfUseNotSatisfied);
      case wire::u2f::Control::kDontEnforcePresence:
        request.present = false;
        return answer_message(std::move(request));
      case wire::u2f::Control::kEnforcePresence:
        if (!present(poll)) return finish_message({}, sw::kConditionsOfUseNotSatisfied);
        return answer_message(std::move(request));
    }
    finish_message({}, sw::kIncorrectP1P2);
  });
}

void Authenticator::answer_message(vault::Request request) {
  ask_any(std::move(request), [this](vault::Response& response, vault::FidoReply& reply) {
    switch (reply.error) {
      case vault::FidoError::kNone:
        return finish_message(response.data.bytes(), sw::kOk);
      case vault::FidoError::kNoCredentials:
        return finish_message({}, sw::kIncorrectData);
      case vault::FidoError::kStorage:
        return finish_message({}, sw::kMemoryFailure);
      default:
        finish_message({}, sw::kNoPreciseDiagnosis);
    }
  });
}

}  // namespace gokey::fido
