// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/provisioning.h"

#include <algorithm>

namespace gokey::wire {
namespace {

constexpr std::string_view kMagic = "GKPV";
constexpr std::uint16_t kVersion = 1;
constexpr std::size_t kScalar = 32;

Result<std::uint32_t> number(Bytes value, std::size_t size) {
  if (value.size() != size) return std::unexpected(WireError::kMalformed);
  std::uint32_t read = 0;
  for (const std::uint8_t byte : value) read = (read << 8) | byte;
  return read;
}

// A number that is at most `last`.
Result<std::uint32_t> up_to(Bytes value, std::uint32_t last) {
  const auto read = number(value, 1);
  if (read && *read > last) return std::unexpected(WireError::kMalformed);
  return read;
}

Result<void> take_field(Provisioning& form, std::uint8_t tag, Bytes value) {
  Result<std::uint32_t> read = 0;
  switch (tag) {
    case 1:
      form.pgp_secret_key = value;
      break;
    case 2:
      form.authorized_keys = as_text(value);
      break;
    case 3:
      form.name = as_text(value);
      break;
    case 4:
      form.language = as_text(value);
      break;
    case 5:
      form.sex = as_text(value);
      break;
    case 6:
      form.url = as_text(value);
      break;
    case 7:
      read = up_to(value, 2);
      if (read) form.snvs = static_cast<ProvisioningSnvs>(*read);
      break;
    case 8:
      read = up_to(value, 1);
      if (read) form.signature_pin_once = *read == 1;
      break;
    case 9:
      read = number(value, 2);
      if (read) form.manufacturer = static_cast<std::uint16_t>(*read);
      break;
    case 10:
      read = number(value, 4);
      if (read) form.now = *read;
      break;
    case 11:
      form.attestation_certificate = value;
      break;
    case 12:
      if (value.size() != kScalar) return std::unexpected(WireError::kMalformed);
      form.attestation_key = value;
      break;
    default:
      // Left out silently, what it asks for would be missing from the token.
      return std::unexpected(WireError::kUnsupported);
  }
  if (!read) return std::unexpected(read.error());
  return {};
}

}  // namespace

Result<std::size_t> provisioning_size(std::span<const std::uint8_t, kProvisioningHeader> header) {
  Reader in(header);
  const auto magic = in.take(kMagic.size());
  const auto version = in.u16();
  const auto zero = in.u16();
  const auto size = in.u32();
  if (!magic || as_text(*magic) != kMagic || !version || !zero || !size) {
    return std::unexpected(WireError::kMalformed);
  }
  if (*version != kVersion) return std::unexpected(WireError::kUnsupported);
  if (*zero != 0) return std::unexpected(WireError::kMalformed);
  if (*size > kMaxProvisioning - kProvisioningHeader) return std::unexpected(WireError::kTooLong);
  return kProvisioningHeader + *size;
}

Result<Provisioning> parse_provisioning(Bytes whole) {
  if (whole.size() < kProvisioningHeader) return std::unexpected(WireError::kTruncated);
  const auto size = provisioning_size(whole.first<kProvisioningHeader>());
  if (!size) return std::unexpected(size.error());
  if (whole.size() < *size) return std::unexpected(WireError::kTruncated);
  if (whole.size() > *size) return std::unexpected(WireError::kMalformed);

  Provisioning form;
  Reader in(whole.subspan(kProvisioningHeader));
  std::uint8_t last = 0;
  while (!in.empty()) {
    const auto tag = in.u8();
    const auto length = in.u32();
    if (!tag || !length) return std::unexpected(WireError::kMalformed);
    const auto value = in.take(*length);
    if (!value || value->empty() || *tag <= last) return std::unexpected(WireError::kMalformed);
    last = *tag;
    if (const auto taken = take_field(form, *tag, *value); !taken) {
      return std::unexpected(taken.error());
    }
  }
  return form;
}

std::size_t encoded_size(const Provisioning& form) {
  std::size_t size = kProvisioningHeader;
  detail::each_field(
      form, [&](std::uint8_t, Bytes value) { size += detail::kProvisioningField + value.size(); });
  return size;
}

}  // namespace gokey::wire
