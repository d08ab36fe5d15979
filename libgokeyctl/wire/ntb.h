// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// NCM Transfer Blocks: several Ethernet frames in one USB transfer (Universal Serial Bus
// Communications Class Subclass Specification for Network Control Model Devices, revision 1.0,
// chapter 3). A block has a header (NTH), one or more tables of datagrams (NDP), and the datagrams,
// anywhere in it. All numbers are little-endian; the 32-bit kind has wider ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "wire/bytes.h"

namespace gokey::wire {

enum class NtbFormat : std::uint8_t { k16 = 0, k32 = 1 };  // as SET_NTB_FORMAT numbers them

struct NtbLimits {
  std::size_t datagrams = 64;        // in one block
  std::size_t datagram_size = 1514;  // bytes
};

// The datagrams of a block, in order, as views into it. Bytes behind the block's own length are
// ignored. kTruncated: the block is longer than what is there. kUnsupported: datagrams with a CRC,
// or a table of another kind. kMalformed: anything that lies outside the block or over something
// else, and tables that lead to one another in a circle. One bad part refuses the whole block.
[[nodiscard]] Result<std::vector<Bytes>> parse_ntb(Bytes block, NtbFormat format,
                                                   const NtbLimits& limits = {});

// Where datagrams and tables begin: at multiples of this.
inline constexpr std::size_t kNtbAlignment = 4;

// Puts datagrams together into blocks.
class NtbBuilder {
 public:
  // No block will be longer than `max_size` bytes or hold more than `max_datagrams`.
  NtbBuilder(NtbFormat format, std::size_t max_size, std::size_t max_datagrams);

  // False if the block has no room for it.
  [[nodiscard]] bool add(Bytes datagram);
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  // The block so far, and begins the next one.
  [[nodiscard]] std::vector<std::uint8_t> finish(std::uint16_t sequence);

 private:
  struct Entry {
    std::size_t offset, size;
  };
  void begin();
  [[nodiscard]] std::size_t table_size(std::size_t entries) const;

  NtbFormat format_;
  std::size_t max_size_, max_datagrams_;
  std::vector<std::uint8_t> block_;
  std::vector<Entry> entries_;
};

}  // namespace gokey::wire
