// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// U2F and CTAP 2.1 without their transport: understands requests, asks the vault, waits for the
// person.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/fido/ctap2.h"
#include "core/fido/parameters.h"
#include "core/token/token.h"
#include "hal/clock.h"
#include "wire/apdu.h"
#include "wire/bytes.h"
#include "wire/u2f.h"

namespace gokey::fido {

// What getNextAssertion goes on with.
struct Next {
  vault::FidoHash rp{};
  std::vector<vault::CredentialId> ids;  // the next one last
  std::optional<vault::HmacSecretInput> hmac_secret;
  std::uint64_t until_ms = 0;
};
// What the "next" subcommands of credential management go on with.
struct Listed {
  bool relying_parties = false;
  std::vector<vault::FidoCredential> rest;  // the next one last
};

class Authenticator {
 public:
  // Called once for each request that is not abandoned, perhaps from inside the call that started
  // it.
  using Reply = std::function<void(std::vector<std::uint8_t> answer)>;

  Authenticator(token::Token& token, const hal::Clock& clock) : token_(token), clock_(clock) {}
  Authenticator(const Authenticator&) = delete;
  Authenticator& operator=(const Authenticator&) = delete;

  // One request at a time, whoever asks: not to be called while busy().
  [[nodiscard]] bool busy() const { return static_cast<bool>(reply_); }
  // A CTAP2 command byte with its parameters; the answer is the status byte with its map.
  void cbor(wire::Bytes request, Reply reply);
  // A U2F APDU. Never waits for the person: as long as nobody confirmed the answer is 6985, and the
  // host asks again.
  void message(wire::Bytes apdu, Reply reply);
  // True while a CTAP2 request waits for the person.
  [[nodiscard]] bool waiting() const { return waiting_; }
  // Ends that wait: the request is answered with CTAP2_ERR_KEEPALIVE_CANCEL.
  void cancel();
  // Forgets the request; it is not answered.
  void abandon();
  // The token was plugged in: to CTAP a start.
  void power_up();

  void wink() { token_.wink(); }
  void step(std::uint64_t now_ms) { token_.step(now_ms); }
  [[nodiscard]] std::uint64_t next_deadline() const { return token_.next_deadline(); }

 private:
  struct MakeCredential;
  struct GetAssertion;

  void begin(Reply reply);
  void finish(Status status, wire::Bytes body = {});
  void finish(vault::FidoError error) { finish(status_of(error)); }
  void finish_message(wire::Bytes data, wire::StatusWord sw);
  [[nodiscard]] bool usable() const { return token_.status().fido.initialised; }
  // `then` runs with an answer that is no error.
  using Answer = std::function<void(vault::Response& response, vault::FidoReply& reply)>;
  void ask(vault::Request request, Answer then);
  void ask_any(vault::Request request, Answer then);
  void with_presence(std::string application, std::function<void()> then);
  void touch_only(const std::string& application);

  void run(Command command, wire::Bytes parameters);
  void get_info();
  void selection();
  void reset();
  // make_credential.cpp
  void make_credential(wire::Bytes parameters);
  void make_unless_excluded(const std::shared_ptr<MakeCredential>& asked);
  void make(const std::shared_ptr<MakeCredential>& asked);
  // get_assertion.cpp
  void get_assertion(wire::Bytes parameters);
  void assert_first(const std::shared_ptr<GetAssertion>& asked);
  void get_next_assertion();
  // client_pin.cpp
  void client_pin(wire::Bytes parameters);
  void set_pin(Parameters& in, bool change);
  void get_token(Parameters& in, bool with_permissions);
  // credential_management.cpp
  void credential_management(wire::Bytes parameters);
  void begin_relying_parties(vault::PinAuth auth);
  void begin_credentials(vault::PinAuth auth, const wire::CborValue& map);
  void change_credential(vault::PinAuth auth, const wire::CborValue& map, bool deletes);
  void next_listed(bool relying_parties);
  // u2f.cpp
  void register_key(const wire::CommandApdu& command);
  void authenticate(const wire::CommandApdu& command);
  struct Poll {
    std::uint8_t instruction = 0;
    wire::u2f::Hash application{}, challenge{};
    bool operator==(const Poll&) const = default;
  };
  [[nodiscard]] bool present(const Poll& poll);
  void answer_message(vault::Request request);

  token::Token& token_;
  const hal::Clock& clock_;
  Reply reply_;
  std::unique_ptr<token::Token::Guard> guard_;  // of the request under way
  token::Token::Guard alive_;
  bool waiting_ = false;

  // U2F: who is being asked about, and what was confirmed and not used yet.
  std::optional<Poll> polled_, granted_;
  std::uint64_t granted_until_ms_ = 0;

  // Any other command ends them.
  std::optional<Next> next_;
  std::optional<Listed> listed_;
};

// PublicKeyCredentialUserEntity and PublicKeyCredentialDescriptor.
void write_user(wire::CborWriter& out, const vault::FidoUser& user);
void write_descriptor(wire::CborWriter& out, wire::Bytes id);

}  // namespace gokey::fido
