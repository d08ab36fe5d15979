// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What makes a token personal, as it travels to the console's `provision`
// (docs/console-protocol.md).
//
//   0 magic "GKPV"    4 version u16 = 1    6 zero u16    8 size of the fields u32
//  12 fields: tag u8, size u32, value; tags ascending, each at most once
//
// Numbers are big-endian. The fields hold secrets: what is written here is never copied here.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "wire/bytes.h"
#include "wire/result.h"

namespace gokey::wire {

inline constexpr std::size_t kProvisioningHeader = 12;
// Header and fields. A key with many signatures on it is exported smaller with gpg's
// export-minimal.
inline constexpr std::size_t kMaxProvisioning = std::size_t{256} * 1024;

enum class ProvisioningSnvs : std::uint8_t { kNone = 0, kOn = 1, kSsh = 2 };

// Spans and views lie elsewhere: in the parsed input, or in what is to be written. Empty: not
// given.
struct Provisioning {
  Bytes pgp_secret_key;                             // tag 1: as gpg --export-secret-keys writes it
  std::string_view authorized_keys;                 // tag 2: as sshd's authorized_keys
  std::string_view name;                            // tag 3, DO 5B
  std::string_view language;                        // tag 4, DO 5F2D
  std::string_view sex;                             // tag 5, DO 5F35
  std::string_view url;                             // tag 6, DO 5F50
  ProvisioningSnvs snvs = ProvisioningSnvs::kNone;  // tag 7, u8
  bool signature_pin_once = false;                  // tag 8, u8 0 or 1
  std::uint16_t manufacturer = 0xFF00;              // tag 9, u16
  std::optional<std::uint32_t> now;                 // tag 10, u32: seconds since 1970 UTC
  Bytes attestation_certificate;                    // tag 11: X.509 in DER
  Bytes attestation_key;                            // tag 12: 32 bytes, a scalar of P-256
};

// The size of the whole as its header tells. kMalformed, kUnsupported (version), kTooLong.
[[nodiscard]] Result<std::size_t> provisioning_size(
    std::span<const std::uint8_t, kProvisioningHeader> header);
// The whole, not a byte more. kTruncated, kMalformed, kUnsupported (version, tag), kTooLong.
[[nodiscard]] Result<Provisioning> parse_provisioning(Bytes whole);

namespace detail {

inline constexpr std::size_t kProvisioningField = 5;  // tag and size

// Calls `field` with the tag and value of each field that is given.
template <typename Field>
void each_field(const Provisioning& form, Field&& field) {
  const auto give = [&](std::uint8_t tag, Bytes value) {
    if (!value.empty()) field(tag, value);
  };
  give(1, form.pgp_secret_key);
  give(2, as_bytes(form.authorized_keys));
  give(3, as_bytes(form.name));
  give(4, as_bytes(form.language));
  give(5, as_bytes(form.sex));
  give(6, as_bytes(form.url));
  const std::uint8_t snvs = static_cast<std::uint8_t>(form.snvs);
  give(7, {&snvs, 1});
  const std::uint8_t once = form.signature_pin_once ? 1 : 0;
  give(8, {&once, 1});
  const std::uint8_t manufacturer[] = {static_cast<std::uint8_t>(form.manufacturer >> 8),
                                       static_cast<std::uint8_t>(form.manufacturer)};
  give(9, manufacturer);
  if (form.now) {
    const std::uint8_t now[] = {
        static_cast<std::uint8_t>(*form.now >> 24), static_cast<std::uint8_t>(*form.now >> 16),
        static_cast<std::uint8_t>(*form.now >> 8), static_cast<std::uint8_t>(*form.now)};
    give(10, now);
  }
  give(11, form.attestation_certificate);
  give(12, form.attestation_key);
}

}  // namespace detail

// Bytes that write_provisioning() puts.
[[nodiscard]] std::size_t encoded_size(const Provisioning& form);

// Calls `put` with one piece after the other; the caller keeps them where secrets may be.
template <typename Put>
void write_provisioning(const Provisioning& form, Put&& put) {
  Writer header;
  header.text("GKPV").u16(1).u16(0);
  header.u32(static_cast<std::uint32_t>(encoded_size(form) - kProvisioningHeader));
  put(Bytes(header.buffer()));
  detail::each_field(form, [&](std::uint8_t tag, Bytes value) {
    Writer head;
    head.u8(tag).u32(static_cast<std::uint32_t>(value.size()));
    put(Bytes(head.buffer()));
    put(value);
  });
}

}  // namespace gokey::wire
