// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/fido/authenticator.h"

#include <utility>

namespace gokey::fido {
namespace {

constexpr std::uint64_t kPresenceMs = 30'000;  // CTAP 2.1, 6: user action timeout

}  // namespace

Status status_of(vault::FidoError error) {
  switch (error) {
    case vault::FidoError::kNone:
      return Status::kOk;
    case vault::FidoError::kNotUsable:
    case vault::FidoError::kNotAllowed:
      return Status::kNotAllowed;
    case vault::FidoError::kPinNotSet:
      return Status::kPinNotSet;
    case vault::FidoError::kPinRequired:
      return Status::kPinRequired;
    case vault::FidoError::kPinInvalid:
      return Status::kPinInvalid;
    case vault::FidoError::kPinBlocked:
      return Status::kPinBlocked;
    case vault::FidoError::kPinAuthBlocked:
      return Status::kPinAuthBlocked;
    case vault::FidoError::kPinAuthInvalid:
      return Status::kPinAuthInvalid;
    case vault::FidoError::kPinPolicy:
      return Status::kPinPolicyViolation;
    case vault::FidoError::kNoCredentials:
      return Status::kNoCredentials;
    case vault::FidoError::kKeyStoreFull:
      return Status::kKeyStoreFull;
    case vault::FidoError::kBadParameter:
      return Status::kInvalidParameter;
    case vault::FidoError::kStorage:
    case vault::FidoError::kFailed:
      return Status::kOther;
  }
  return Status::kOther;
}

void Authenticator::begin(Reply reply) {
  reply_ = std::move(reply);
  guard_ = std::make_unique<token::Token::Guard>();
}

void Authenticator::cbor(wire::Bytes request, Reply reply) {
  begin(std::move(reply));
  if (request.empty()) return finish(Status::kInvalidLength);
  const auto command = static_cast<Command>(request[0]);
  if (command != Command::kGetNextAssertion) next_.reset();
  const bool manages =
      command == Command::kCredentialManagement || command == Command::kCredentialManagementPreview;
  if (!manages) listed_.reset();
  if (!usable() && command != Command::kGetInfo) return finish(Status::kNotAllowed);
  run(command, request.subspan(1));
}

void Authenticator::run(Command command, wire::Bytes parameters) {
  switch (command) {
    case Command::kMakeCredential:
      return make_credential(parameters);
    case Command::kGetAssertion:
      return get_assertion(parameters);
    case Command::kGetInfo:
      return get_info();
    case Command::kClientPin:
      return client_pin(parameters);
    case Command::kReset:
      return reset();
    case Command::kGetNextAssertion:
      return get_next_assertion();
    case Command::kCredentialManagement:
    case Command::kCredentialManagementPreview:
      return credential_management(parameters);
    case Command::kSelection:
      return selection();
  }
  finish(Status::kInvalidCommand);
}

void Authenticator::finish(Status status, wire::Bytes body) {
  const Reply reply = std::exchange(reply_, nullptr);
  guard_.reset();
  waiting_ = false;
  if (!reply) return;
  wire::Writer out;
  reply(out.u8(static_cast<std::uint8_t>(status)).bytes(body).release());
}

void Authenticator::cancel() {
  if (waiting_) token_.cancel_presence();
}

void Authenticator::abandon() {
  reply_ = nullptr;
  guard_.reset();
  if (std::exchange(waiting_, false)) token_.cancel_presence();
}

void Authenticator::power_up() {
  next_.reset();
  listed_.reset();
  token_.request(alive_, token::Origin::kCard, vault::FidoPowerUp{}, nullptr);
}

void Authenticator::ask_any(vault::Request request, Answer then) {
  token_.request(*guard_, token::Origin::kCard, std::move(request),
                 [then = std::move(then)](vault::Response& response) {
                   vault::FidoReply failed;
                   failed.error = vault::FidoError::kFailed;
                   then(response, response.fido ? *response.fido : failed);
                 });
}

void Authenticator::ask(vault::Request request, Answer then) {
  ask_any(std::move(request),
          [this, then = std::move(then)](vault::Response& response, vault::FidoReply& reply) {
            if (reply.error != vault::FidoError::kNone) return finish(reply.error);
            then(response, reply);
          });
}

void Authenticator::with_presence(std::string application, std::function<void()> then) {
  waiting_ = true;
  token_.ask_presence(
      std::move(application), kPresenceMs,
      [this, watch = guard_->watch(), then = std::move(then)](token::Presence::Outcome outcome) {
        if (watch.expired()) return;
        waiting_ = false;
        switch (outcome) {
          case token::Presence::Outcome::kConfirmed:
            return then();
          case token::Presence::Outcome::kTimedOut:
            return finish(Status::kUserActionTimeout);
          case token::Presence::Outcome::kCancelled:
            return finish(Status::kKeepAliveCancel);
        }
      });
}

// CTAP 2.1, 6.1.2 step 1: a platform that lets the person choose a token.
void Authenticator::touch_only(const std::string& application) {
  with_presence(application, [this] {
    finish(token_.fido().pin_set ? Status::kPinInvalid : Status::kPinNotSet);
  });
}

void Authenticator::selection() {
  with_presence("selection", [this] { finish(Status::kOk); });
}

void Authenticator::reset() {
  ask(vault::FidoReset{true}, [this](vault::Response&, vault::FidoReply&) {
    with_presence("reset", [this] {
      ask(vault::FidoReset{false},
          [this](vault::Response&, vault::FidoReply&) { finish(Status::kOk); });
    });
  });
}

}  // namespace gokey::fido
