// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "boards/sim/vault_process.h"
#include "wire/bytes.h"

namespace gokey::sim {
namespace {

constexpr std::uint8_t kReady = 1;
constexpr std::uint8_t kFailed = 0;

void put_text(wire::Writer& out, std::string_view text) {
  out.u32(static_cast<std::uint32_t>(text.size())).text(text);
}

wire::Result<std::string> get_text(wire::Reader& in) {
  const auto size = in.u32();
  if (!size) return std::unexpected(size.error());
  const auto bytes = in.take(*size);
  if (!bytes) return std::unexpected(bytes.error());
  return std::string(wire::as_text(*bytes));
}

}  // namespace

std::vector<std::uint8_t> encode_greeting(const Result<Greeting>& greeting) {
  wire::Writer out;
  if (greeting) {
    out.u8(kReady).bytes(greeting->serial).u8(greeting->secure_boot ? 1 : 0);
    put_text(out, greeting->damage);
  } else {
    out.u8(kFailed).u8(static_cast<std::uint8_t>(greeting.error().code));
    put_text(out, greeting.error().what);
    put_text(out, greeting.error().why);
    put_text(out, greeting.error().hint);
  }
  return out.release();
}

Result<Greeting> decode_greeting(std::span<const std::uint8_t> bytes) {
  const auto nonsense = [] {
    return failure(Exit::kInternal, "start the vault process", "it does not say what it should");
  };
  wire::Reader in(bytes);
  const auto kind = in.u8();
  if (!kind) return nonsense();
  if (*kind == kReady) {
    const auto serial = in.take(4);
    const auto secure_boot = in.u8();
    auto damage = get_text(in);
    if (!serial || !secure_boot || !damage) return nonsense();
    Greeting greeting;
    std::ranges::copy(*serial, greeting.serial.begin());
    greeting.secure_boot = *secure_boot != 0;
    greeting.damage = std::move(*damage);
    return greeting;
  }
  const auto code = in.u8();
  const auto what = get_text(in);
  const auto why = get_text(in);
  const auto hint = get_text(in);
  if (!code || !what || !why || !hint) return nonsense();
  return failure(static_cast<Exit>(*code), *what, *why, *hint);
}

}  // namespace gokey::sim
