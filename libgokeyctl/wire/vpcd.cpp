// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/vpcd.h"

#include <algorithm>

namespace gokey::wire {
namespace {

constexpr std::size_t kLengthField = 2;
constexpr std::size_t kMaxContent = 0xFFFF;
// Set aside before the bytes come, whatever the length says: no command with a passphrase is
// longer, so none is copied by a growing buffer.
constexpr std::size_t kReserved = 512;

// A frame may have carried a passphrase; the compiler must not take the writes for idle.
void overwrite(std::vector<std::uint8_t>& bytes) {
  volatile std::uint8_t* at = bytes.data();
  for (std::size_t i = 0; i < bytes.size(); ++i) at[i] = 0;
}

void move_front(std::vector<std::uint8_t>& to, Bytes& from, std::size_t wanted) {
  const std::size_t count = std::min(wanted, from.size());
  const Bytes taken = from.first(count);
  to.insert(to.end(), taken.begin(), taken.end());
  from = from.subspan(count);
}

}  // namespace

VpcdRequest vpcd_request(Bytes frame) {
  if (frame.size() > 1) return VpcdRequest::kApdu;
  if (frame.empty()) return VpcdRequest::kUnknown;
  switch (frame[0]) {
    case 0x00:
      return VpcdRequest::kPowerOff;
    case 0x01:
      return VpcdRequest::kPowerOn;
    case 0x02:
      return VpcdRequest::kReset;
    case 0x04:
      return VpcdRequest::kGetAtr;
    default:
      return VpcdRequest::kUnknown;
  }
}

std::optional<Bytes> VpcdFrameParser::feed(Bytes& input) {
  if (complete_) reset();
  if (buffer_.size() < kLengthField) move_front(buffer_, input, kLengthField - buffer_.size());
  if (buffer_.size() < kLengthField) return std::nullopt;
  const std::size_t length = static_cast<std::size_t>(buffer_[0] << 8U | buffer_[1]);
  buffer_.reserve(kLengthField + std::min(length, kReserved));
  move_front(buffer_, input, kLengthField + length - buffer_.size());
  if (buffer_.size() < kLengthField + length) return std::nullopt;
  complete_ = true;
  return Bytes(buffer_).subspan(kLengthField);
}

void VpcdFrameParser::reset() {
  overwrite(buffer_);
  buffer_.clear();
  complete_ = false;
}

Result<std::vector<std::uint8_t>> encode_vpcd_frame(Bytes content) {
  if (content.size() > kMaxContent) return std::unexpected(WireError::kTooLong);
  Writer out;
  out.u16(static_cast<std::uint16_t>(content.size())).bytes(content);
  return out.release();
}

}  // namespace gokey::wire
