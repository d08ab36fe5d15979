// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// authenticatorGetInfo, CTAP 2.1, 6.4: what holds, and nothing else.
#include "core/fido/authenticator.h"

namespace gokey::fido {
namespace {

constexpr std::int64_t kMaxMessage = 2048;  // more is taken, but no client sends more
constexpr std::int64_t kMinPinLength = 4;
constexpr std::int64_t kFirmwareVersion = 1;

void write_options(wire::CborWriter& out, bool pin_set) {
  out.map(7).text("rk").boolean(true).text("up").boolean(true);
  out.text("credMgmt").boolean(true).text("clientPin").boolean(pin_set);
  out.text("pinUvAuthToken").boolean(true).text("makeCredUvNotRqd").boolean(true);
  out.text("credentialMgmtPreview").boolean(true);
}

void write_algorithm(wire::CborWriter& out, std::int64_t algorithm) {
  out.map(2).text("alg").integer(algorithm).text("type").text("public-key");
}

}  // namespace

void Authenticator::get_info() {
  const vault::FidoState& state = token_.fido();
  wire::CborWriter out;
  out.map(13);
  out.integer(0x01).array(3).text("U2F_V2").text("FIDO_2_0").text("FIDO_2_1");
  out.integer(0x02).array(2).text("credProtect").text("hmac-secret");
  out.integer(0x03).bytes(vault::kAaguid);
  out.integer(0x04);
  write_options(out, state.pin_set);
  out.integer(0x05).integer(kMaxMessage);
  out.integer(0x06).array(2).integer(2).integer(1);
  out.integer(0x07).integer(vault::kMaxCredentialList);
  out.integer(0x08).integer(vault::kMaxCredentialId);
  out.integer(0x09).array(1).text("usb");
  out.integer(0x0A).array(2);
  write_algorithm(out, -7);
  write_algorithm(out, -8);
  out.integer(0x0D).integer(kMinPinLength);
  out.integer(0x0E).integer(kFirmwareVersion);
  out.integer(0x14).integer(static_cast<std::int64_t>(vault::kMaxResident) - state.resident);
  finish(Status::kOk, out.buffer());
}

}  // namespace gokey::fido
