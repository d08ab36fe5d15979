// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Boot images of the i.MX6 family: what the boot ROM finds at byte 1024 of an eMMC or SD card, or
// is given over USB (i.MX 6ULL Applications Processor Reference Manual, IMX6ULLRM, 8.7). Addresses
// are of the device's memory.
//
// An image is an image vector table, boot data, device configuration data (register writes that
// bring up the memory), padding, and the program. Image vector table and boot data are
// little-endian but for the lengths in tags, device configuration data is big-endian.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "wire/bytes.h"

namespace gokey::wire {

// One command of the device configuration data (8.7.2).
struct ImxDcdCommand {
  enum class Kind : std::uint8_t { kWrite, kCheck, kNop, kUnlock };
  Kind kind = Kind::kWrite;
  // The command's parameter byte: width of the accesses in bytes (bits 0-2: 1, 2 or 4) and flags
  // (bits 3-4; of a write: 0 value, 1 clear bits, 3 set bits).
  std::uint8_t parameter = 4;
  struct Register {
    std::uint32_t address, value;
    friend bool operator==(const Register&, const Register&) = default;
  };
  std::vector<Register> writes;  // of kWrite
  // Of kCheck: until (*address & mask) is as the flags say, or `count` times.
  std::uint32_t address = 0, mask = 0;
  std::optional<std::uint32_t> count;

  friend bool operator==(const ImxDcdCommand&, const ImxDcdCommand&) = default;
};

inline constexpr std::size_t kImxMaxDcd = 1768;          // bytes, what the boot ROM takes
inline constexpr std::uint32_t kImxMediumOffset = 1024;  // of the image on an eMMC or SD card

struct ImxImage {
  std::uint32_t entry = 0;   // of the program
  std::uint32_t self = 0;    // where the image is loaded: of its first byte
  std::uint32_t start = 0;   // where the ROM loads the medium's first byte
  std::uint32_t length = 0;  // from `start`, with what is before the image and the signature
  bool plugin = false;
  std::uint32_t csf = 0;  // command sequence file, the signature; 0: none
  std::vector<ImxDcdCommand> dcd;
  Bytes dcd_bytes;  // as they stand in the image
};

// kTruncated, kMalformed: not an image, or one whose addresses point outside of it.
[[nodiscard]] Result<ImxImage> parse_imx(Bytes file);
[[nodiscard]] Result<std::vector<ImxDcdCommand>> parse_imx_dcd(Bytes dcd);

struct ImxContent {
  std::uint32_t load = 0;   // where the program's first byte goes
  std::uint32_t entry = 0;  // inside the program
  Bytes program;
  // Registers and values to be written before the image is loaded.
  std::vector<ImxDcdCommand::Register> registers;
  // Room behind the image for a signature, bytes; 0: the image is not to be signed.
  std::uint32_t csf_size = 0;
};

// Byte for byte what U-Boot's mkimage -T imximage makes (IMAGE_VERSION 2, BOOT_FROM sd) but for
// the entry, which mkimage takes to be `load`. kTooLong: more registers than the ROM takes, or an
// image that leaves the address space. kMalformed: an entry outside the program.
[[nodiscard]] Result<std::vector<std::uint8_t>> make_imx(const ImxContent& content);

// The loadable part of an ELF file (System V ABI, 32-bit ARM, little-endian), flat.
struct ImxProgram {
  std::uint32_t load = 0, entry = 0;
  std::vector<std::uint8_t> bytes;  // gaps are zeros
};
// kUnsupported: another class, machine or byte order, or nothing to load. kTooLong: more than
// `limit` bytes from the first to the last one that the file gives.
[[nodiscard]] Result<ImxProgram> read_elf(Bytes file, std::size_t limit);

}  // namespace gokey::wire
