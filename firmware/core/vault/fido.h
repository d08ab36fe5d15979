// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The vault's part of FIDO: answers the requests of fido_messages.h.
#pragma once

#include <expected>
#include <optional>

#include "core/vault/fido_keys.h"
#include "core/vault/fido_pin.h"
#include "core/vault/fido_store.h"
#include "core/vault/messages.h"
#include "hal/clock.h"

namespace gokey::vault {

class Fido {
 public:
  Fido(hal::Store& store, const hal::DeviceKey& device, const hal::Clock& clock,
       hal::Random& random)
      : device_(device),
        clock_(clock),
        random_(random),
        store_(store, device, random),
        agreement_(random),
        token_(clock, random) {}

  // A start. Not usable before start(), nor where state() names a problem; false if the medium
  // could not be read. `certificate`: SHA-256 of the one that is to be there.
  [[nodiscard]] bool open(const RecordId& record, const std::optional<FidoHash>& certificate);
  void start() { started_ = true; }
  void close();
  [[nodiscard]] FidoState state() const;

  [[nodiscard]] Response serve(const FidoRegister& request);
  [[nodiscard]] Response serve(const FidoAuthenticate& request);
  [[nodiscard]] Response serve(const FidoFind& request);
  [[nodiscard]] Response serve(const FidoMake& request);
  [[nodiscard]] Response serve(const FidoAssert& request);
  [[nodiscard]] Response serve(const FidoKeyAgreement& request);
  [[nodiscard]] Response serve(const FidoSetPin& request);
  [[nodiscard]] Response serve(const FidoGetToken& request);
  [[nodiscard]] Response serve(const FidoList& request);
  [[nodiscard]] Response serve(const FidoDelete& request);
  [[nodiscard]] Response serve(const FidoUpdateUser& request);
  [[nodiscard]] Response serve(const FidoReset& request);
  [[nodiscard]] Response serve(const FidoPowerUp& request);

 private:
  void forget_session();
  [[nodiscard]] bool open_attestation(const RecordId& record,
                                      const std::optional<FidoHash>& certificate);

  using Checked = std::expected<void, FidoError>;
  // Whether the user was verified.
  using Verified = std::expected<bool, FidoError>;

  [[nodiscard]] FidoKeys keys() const { return {device_, store_.values().seed}; }
  [[nodiscard]] bool ready() const { return started_ && problem_ == FidoProblem::kNone; }
  [[nodiscard]] FidoError not_ready() const;

  // fido.cpp: credentials
  [[nodiscard]] std::optional<CredentialNote> usable(const FidoHash& rp, wire::Bytes id,
                                                     bool verified) const;
  [[nodiscard]] const FidoCredential* resident(const FidoHash& rp, wire::Bytes id) const;
  [[nodiscard]] Verified verify(const PinAuth& auth, wire::Bytes message, std::uint8_t permission,
                                const FidoHash& rp);
  [[nodiscard]] std::optional<std::uint32_t> count();
  [[nodiscard]] Checked keep(const FidoMake& request, const CredentialId& id);
  [[nodiscard]] std::expected<std::vector<std::uint8_t>, FidoError> hmac_secret(
      const HmacSecretInput& input, const FidoHash& rp, wire::Bytes id, bool verified);
  // Who vouches for a new credential.
  struct Attester {
    crypto::Secret key;  // P-256
    std::vector<std::uint8_t> certificate;
  };
  [[nodiscard]] Attester attester(FidoAlgorithm algorithm, crypto::Secret own_key);
  [[nodiscard]] Response attested(const FidoMake& request, const CredentialId& id,
                                  const CredentialNote& note, bool verified);

  // fido_client_pin.cpp
  [[nodiscard]] Checked check_pin(std::uint8_t protocol, wire::Bytes shared, wire::Bytes encrypted);
  [[nodiscard]] Checked pin_allowed() const;

  // fido_manage.cpp
  [[nodiscard]] bool manages(const PinAuth& auth, wire::Bytes message,
                             const std::optional<FidoHash>& rp);
  [[nodiscard]] std::vector<FidoCredential>::const_iterator find_resident(wire::Bytes id) const;

  const hal::DeviceKey& device_;
  const hal::Clock& clock_;
  hal::Random& random_;
  FidoStore store_;
  KeyAgreement agreement_;
  PinToken token_;
  bool started_ = false;
  FidoProblem problem_ = FidoProblem::kNone;
  bool certificate_lost_ = false;
  std::uint8_t wrong_pins_ = 0;       // in a row, since the start
  std::uint64_t powered_ms_ = 0;      // the start, or the plug
  std::uint64_t reset_until_ms_ = 0;  // begun and to be confirmed
  // What a FidoAssert::next goes on with.
  struct Assertion {
    FidoHash rp{}, client_data{};
    bool present = false;
    bool verified = false;
  };
  std::optional<Assertion> last_;
};

[[nodiscard]] inline Response fido_response(FidoReply reply) {
  Response response;
  response.fido = std::move(reply);
  return response;
}
[[nodiscard]] inline Response fido_refused(FidoError error) {
  FidoReply reply;
  reply.error = error;
  return fido_response(std::move(reply));
}

}  // namespace gokey::vault
