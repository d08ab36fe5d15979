// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/imx.h"

#include <algorithm>
#include <limits>

namespace gokey::wire {
namespace {

constexpr std::uint8_t kIvtTag = 0xD1, kDcdTag = 0xD2;
constexpr std::uint8_t kVersion = 0x40, kLastVersion = 0x43;
constexpr std::uint8_t kWriteTag = 0xCC, kCheckTag = 0xCF, kNopTag = 0xC0, kUnlockTag = 0xB2;
constexpr std::size_t kIvt = 32, kBootData = 12, kHeader = 4;
constexpr std::size_t kProgramAt = 0xC00;  // mkimage puts it there whatever the DCD's size
constexpr std::size_t kPad = 4096;         // and fills its last page

std::uint32_t little(Bytes bytes, std::size_t at) {
  return bytes[at] | std::uint32_t{bytes[at + 1]} << 8U | std::uint32_t{bytes[at + 2]} << 16U |
         std::uint32_t{bytes[at + 3]} << 24U;
}

void put_little(std::vector<std::uint8_t>& out, std::uint32_t value) {
  for (unsigned i = 0; i < 32; i += 8) out.push_back(static_cast<std::uint8_t>(value >> i));
}

// `size` bytes at an address of the device; kMalformed if they are not in the file.
Result<Bytes> at_address(Bytes file, std::uint32_t self, std::uint32_t address, std::size_t size) {
  if (address < self) return std::unexpected(WireError::kMalformed);
  const std::uint64_t offset = address - self;
  if (offset > file.size() || size > file.size() - offset) {
    return std::unexpected(WireError::kMalformed);
  }
  return file.subspan(static_cast<std::size_t>(offset), size);
}

// A header of tag, length of the whole and version: that length.
Result<std::size_t> tagged(Bytes bytes, std::uint8_t tag) {
  if (bytes.size() < kHeader) return std::unexpected(WireError::kTruncated);
  if (bytes[0] != tag || bytes[3] < kVersion || bytes[3] > kLastVersion) {
    return std::unexpected(WireError::kMalformed);
  }
  return std::size_t{bytes[1]} << 8U | bytes[2];
}

Result<ImxDcdCommand> parse_write(ImxDcdCommand command, Reader body) {
  if (body.remaining() % 8 != 0) return std::unexpected(WireError::kMalformed);
  while (!body.empty()) command.writes.push_back({*body.u32(), *body.u32()});
  return command;
}

Result<ImxDcdCommand> parse_check(ImxDcdCommand command, Reader body) {
  if (body.remaining() != 8 && body.remaining() != 12) {
    return std::unexpected(WireError::kMalformed);
  }
  command.address = *body.u32();
  command.mask = *body.u32();
  if (!body.empty()) command.count = *body.u32();
  return command;
}

// The command at the front of the rest, which goes on behind it.
Result<ImxDcdCommand> parse_command(Reader& rest) {
  const auto tag = rest.u8();
  const auto length = rest.u16();
  const auto parameter = rest.u8();
  if (!parameter || *length < kHeader) return std::unexpected(WireError::kMalformed);
  const auto body = rest.take(*length - kHeader);
  if (!body) return std::unexpected(WireError::kMalformed);
  ImxDcdCommand command;
  command.parameter = *parameter;
  switch (*tag) {
    case kWriteTag:
      return parse_write(std::move(command), Reader(*body));
    case kCheckTag:
      command.kind = ImxDcdCommand::Kind::kCheck;
      return parse_check(std::move(command), Reader(*body));
    case kNopTag:
      command.kind = ImxDcdCommand::Kind::kNop;
      return command;
    case kUnlockTag:
      command.kind = ImxDcdCommand::Kind::kUnlock;
      return command;
    default:
      return std::unexpected(WireError::kUnsupported);
  }
}

std::vector<std::uint8_t> encode_dcd(const std::vector<ImxDcdCommand::Register>& registers) {
  const std::size_t writes = registers.empty() ? 0 : kHeader + 8 * registers.size();
  Writer out;
  out.u8(kDcdTag).u16(static_cast<std::uint16_t>(kHeader + writes)).u8(kVersion);
  if (registers.empty()) return out.release();
  out.u8(kWriteTag).u16(static_cast<std::uint16_t>(writes)).u8(4);
  for (const auto& one : registers) out.u32(one.address).u32(one.value);
  return out.release();
}

}  // namespace

Result<std::vector<ImxDcdCommand>> parse_imx_dcd(Bytes dcd) {
  const auto length = tagged(dcd, kDcdTag);
  if (!length) return std::unexpected(length.error());
  if (*length > dcd.size()) return std::unexpected(WireError::kTruncated);
  if (*length > kImxMaxDcd) return std::unexpected(WireError::kTooLong);
  if (*length < kHeader) return std::unexpected(WireError::kMalformed);
  std::vector<ImxDcdCommand> commands;
  Reader rest(dcd.first(*length).subspan(kHeader));
  while (!rest.empty()) {
    auto command = parse_command(rest);
    if (!command) return std::unexpected(command.error());
    commands.push_back(std::move(*command));
  }
  return commands;
}

Result<ImxImage> parse_imx(Bytes file) {
  const auto ivt = tagged(file, kIvtTag);
  if (!ivt) return std::unexpected(ivt.error());
  if (*ivt != kIvt) return std::unexpected(WireError::kMalformed);
  if (file.size() < kIvt) return std::unexpected(WireError::kTruncated);
  ImxImage image;
  image.entry = little(file, 4);
  image.self = little(file, 20);
  image.csf = little(file, 24);
  const auto boot = at_address(file, image.self, little(file, 16), kBootData);
  if (!boot) return std::unexpected(boot.error());
  image.start = little(*boot, 0);
  image.length = little(*boot, 4);
  image.plugin = (little(*boot, 8) & 1U) != 0;
  // The entry is the first word that the ROM trusts.
  if (!at_address(file, image.self, image.entry, sizeof image.entry)) {
    return std::unexpected(WireError::kMalformed);
  }
  const std::uint32_t dcd = little(file, 12);
  if (dcd == 0) return image;
  const auto header = at_address(file, image.self, dcd, kHeader);
  if (!header) return std::unexpected(header.error());
  const auto length = tagged(*header, kDcdTag);
  if (!length) return std::unexpected(length.error());
  const auto bytes = at_address(file, image.self, dcd, *length);
  if (!bytes) return std::unexpected(bytes.error());
  auto commands = parse_imx_dcd(*bytes);
  if (!commands) return std::unexpected(commands.error());
  image.dcd = std::move(*commands);
  image.dcd_bytes = *bytes;
  return image;
}

Result<std::vector<std::uint8_t>> make_imx(const ImxContent& content) {
  const std::vector<std::uint8_t> dcd = encode_dcd(content.registers);
  if (2 * kHeader + 8 * content.registers.size() > kImxMaxDcd) {
    return std::unexpected(WireError::kTooLong);
  }
  const std::size_t program = (content.program.size() + kPad - 1) / kPad * kPad;
  const std::uint64_t end = content.load + std::uint64_t{program} + content.csf_size;
  if (content.load < kProgramAt + kImxMediumOffset ||
      end > std::numeric_limits<std::uint32_t>::max()) {
    return std::unexpected(WireError::kTooLong);
  }
  if (content.entry < content.load || content.entry - content.load >= content.program.size()) {
    return std::unexpected(WireError::kMalformed);
  }
  const auto self = static_cast<std::uint32_t>(content.load - kProgramAt);
  const auto size = static_cast<std::uint32_t>(kProgramAt + program);

  std::vector<std::uint8_t> out{kIvtTag, 0, kIvt, kVersion};
  out.reserve(size);
  put_little(out, content.entry);
  put_little(out, 0);
  put_little(out, content.registers.empty() ? 0 : self + kIvt + kBootData);
  put_little(out, self + kIvt);
  put_little(out, self);
  put_little(out, content.csf_size == 0 ? 0 : self + size);
  put_little(out, 0);
  put_little(out, self - kImxMediumOffset);
  put_little(out, kImxMediumOffset + size + content.csf_size);
  put_little(out, 0);
  out.insert(out.end(), dcd.begin(), dcd.end());
  out.resize(kProgramAt);
  out.insert(out.end(), content.program.begin(), content.program.end());
  out.resize(size);
  return out;
}

Result<ImxProgram> read_elf(Bytes file, std::size_t limit) {
  constexpr std::uint8_t kIdent[] = {0x7F, 'E', 'L', 'F', 1, 1, 1};  // 32 bits, little-endian
  constexpr std::size_t kElfHeader = 52, kProgramHeader = 32;
  constexpr std::uint32_t kArm = 40, kLoad = 1;
  if (file.size() < kElfHeader) return std::unexpected(WireError::kTruncated);
  const auto half = [&](std::size_t at) { return little(file, at) & 0xFFFFU; };
  if (!std::ranges::equal(file.first(std::size(kIdent)), kIdent) || half(18) != kArm ||
      half(42) != kProgramHeader) {
    return std::unexpected(WireError::kUnsupported);
  }
  struct Segment {
    std::uint32_t address;
    Bytes bytes;
  };
  std::vector<Segment> segments;
  const std::uint64_t table = little(file, 28);
  for (std::uint64_t i = 0; i < half(44); ++i) {
    const std::uint64_t at = table + i * kProgramHeader;
    if (at + kProgramHeader > file.size()) return std::unexpected(WireError::kTruncated);
    const Bytes header = file.subspan(static_cast<std::size_t>(at), kProgramHeader);
    const std::uint64_t offset = little(header, 4);
    const std::uint64_t size = little(header, 16);
    if (little(header, 0) != kLoad || size == 0) continue;
    if (offset + size > file.size()) return std::unexpected(WireError::kTruncated);
    segments.push_back({little(header, 12), file.subspan(static_cast<std::size_t>(offset),
                                                         static_cast<std::size_t>(size))});
  }
  if (segments.empty()) return std::unexpected(WireError::kUnsupported);
  ImxProgram program;
  program.entry = little(file, 24);
  program.load = std::ranges::min(segments, {}, &Segment::address).address;
  for (const Segment& segment : segments) {
    const std::uint64_t at = segment.address - program.load;
    const std::uint64_t end = at + segment.bytes.size();
    if (end > limit) return std::unexpected(WireError::kTooLong);
    if (end > program.bytes.size()) program.bytes.resize(static_cast<std::size_t>(end));
    std::ranges::copy(segment.bytes, program.bytes.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return program;
}

}  // namespace gokey::wire
