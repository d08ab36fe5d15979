// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/openpgp_packet.h"

namespace gokey::wire {
namespace {

Result<std::size_t> old_length(Reader& reader, unsigned type) {
  switch (type) {
    case 0:
      return reader.u8();
    case 1:
      return reader.u16();
    case 2:
      return reader.u32();
    default:
      return std::unexpected(WireError::kMalformed);
  }
}

Result<std::size_t> new_length(Reader& reader) {
  const auto first = reader.u8();
  if (!first) return std::unexpected(first.error());
  if (*first < 192) return *first;
  if (*first == 255) return reader.u32();
  if (*first >= 224) return std::unexpected(WireError::kMalformed);
  const auto second = reader.u8();
  if (!second) return std::unexpected(second.error());
  return ((*first - 192U) << 8U) + *second + 192U;
}

}  // namespace

Result<OpenPgpPacket> read_openpgp_packet(Reader& reader) {
  const auto header = reader.u8();
  if (!header) return std::unexpected(header.error());
  if ((*header & 0x80U) == 0) return std::unexpected(WireError::kMalformed);
  const bool is_new = (*header & 0x40U) != 0;
  const unsigned tag = is_new ? *header & 0x3FU : (*header >> 2U) & 0x0FU;
  if (tag == 0) return std::unexpected(WireError::kMalformed);

  const auto length = is_new ? new_length(reader) : old_length(reader, *header & 3U);
  if (!length) return std::unexpected(length.error());
  const auto body = reader.take(*length);
  if (!body) return std::unexpected(body.error());
  return OpenPgpPacket{static_cast<OpenPgpTag>(tag), *body};
}

Result<Bytes> read_openpgp_mpi(Reader& reader) {
  const auto bits = reader.u16();
  if (!bits) return std::unexpected(bits.error());
  auto bytes = reader.take((*bits + 7U) / 8U);
  if (!bytes) return std::unexpected(bytes.error());
  Bytes number = *bytes;
  while (!number.empty() && number.front() == 0) number = number.subspan(1);
  return number;
}

}  // namespace gokey::wire
