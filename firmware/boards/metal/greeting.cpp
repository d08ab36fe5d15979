// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/metal/greeting.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace gokey::metal {

namespace {

// Behind their length in two bytes.
void put_text(wire::Writer& out, std::string_view text) {
  out.u16(static_cast<std::uint16_t>(text.size())).text(text);
}
wire::Result<std::string> take_text(wire::Reader& in) {
  const auto size = in.u16();
  if (!size) return std::unexpected(size.error());
  const auto text = in.take(*size);
  if (!text) return std::unexpected(text.error());
  return std::string(wire::as_text(*text));
}

}  // namespace

// Serial number, a byte for secure_boot, the damage, then the warnings.
std::vector<std::uint8_t> encode_greeting(const Greeting& greeting) {
  wire::Writer out;
  out.bytes(greeting.serial).u8(greeting.secure_boot ? 1 : 0);
  put_text(out, greeting.damage);
  for (const std::string& warning : greeting.warnings) put_text(out, warning);
  return out.release();
}

wire::Result<Greeting> decode_greeting(wire::Bytes bytes) {
  wire::Reader in(bytes);
  Greeting greeting;
  const auto serial = in.take(greeting.serial.size());
  if (!serial) return std::unexpected(serial.error());
  std::ranges::copy(*serial, greeting.serial.begin());
  const auto secure_boot = in.u8();
  if (!secure_boot) return std::unexpected(secure_boot.error());
  greeting.secure_boot = *secure_boot != 0;
  auto damage = take_text(in);
  if (!damage) return std::unexpected(damage.error());
  greeting.damage = std::move(*damage);
  while (!in.empty()) {
    auto warning = take_text(in);
    if (!warning) return std::unexpected(warning.error());
    greeting.warnings.push_back(std::move(*warning));
  }
  return greeting;
}

}  // namespace gokey::metal
