// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/ntb.h"

#include <gtest/gtest.h>

#include "little_endian.h"

namespace gokey::wire {
namespace {

using testing::bytes;
using testing::put;
using Block = std::vector<std::uint8_t>;

std::vector<std::string> texts(const Result<std::vector<Bytes>>& datagrams) {
  std::vector<std::string> out;
  if (!datagrams) return {"refused"};
  for (const Bytes one : *datagrams) out.emplace_back(as_text(one));
  return out;
}

// Header at 0, table at 12 with its entries at 20 and 24, "abcd" at 32, "efghij" at 36.
Block two_datagrams() {
  return bytes(
      "4E434D48 0C00 0100 2A00 0C00"  // NCMH, 12 bytes, sequence 1, 42 bytes, table at 12
      "4E434D30 1400 0000 2000 0400 2400 0600 0000 0000"  // NCM0, 20 bytes, the last table
      "61626364 65666768696A");
}

TEST(Ntb16, IsReadAsTheSpecificationDrawsIt) {
  EXPECT_EQ(texts(parse_ntb(two_datagrams(), NtbFormat::k16)),
            (std::vector<std::string>{"abcd", "efghij"}));
}

TEST(Ntb16, MayBePadded) {
  Block block = two_datagrams();
  block.resize(512);
  EXPECT_EQ(texts(parse_ntb(block, NtbFormat::k16)).size(), 2U);
  put(block, 8, 512, 2);  // as Linux does it
  EXPECT_EQ(texts(parse_ntb(block, NtbFormat::k16)).size(), 2U);
  put(block, 8, 0, 2);  // as long as the transfer
  EXPECT_EQ(texts(parse_ntb(block, NtbFormat::k16)).size(), 2U);
}

TEST(Ntb16, MayHaveSeveralTables) {
  Block block = two_datagrams();
  block.resize(44);
  const Block more = bytes("4E434D30 1000 0000 2C00 0000 0000 0000");
  block.insert(block.end(), more.begin(), more.end());
  put(block, 8, 60, 2);
  put(block, 18, 44, 2);  // the next table
  EXPECT_EQ(texts(parse_ntb(block, NtbFormat::k16)).size(), 2U);
}

struct Lie {
  const char* what;
  std::size_t at;
  std::uint32_t value;
  std::size_t size;
  WireError answer;
};

class Ntb16Lies : public ::testing::TestWithParam<Lie> {};

TEST_P(Ntb16Lies, RefuseTheWholeBlock) {
  Block block = two_datagrams();
  put(block, GetParam().at, GetParam().value, GetParam().size);
  const auto read = parse_ntb(block, NtbFormat::k16);
  ASSERT_FALSE(read) << GetParam().what;
  EXPECT_EQ(read.error(), GetParam().answer) << GetParam().what;
}

INSTANTIATE_TEST_SUITE_P(
    All, Ntb16Lies,
    ::testing::Values(Lie{"another signature", 0, 0x686D636E, 4, WireError::kMalformed},
                      Lie{"another header length", 4, 16, 2, WireError::kMalformed},
                      Lie{"a block longer than the transfer", 8, 43, 2, WireError::kTruncated},
                      Lie{"a block that ends before its last datagram", 8, 41, 2,
                          WireError::kMalformed},
                      Lie{"a block shorter than its header", 8, 4, 2, WireError::kMalformed},
                      Lie{"a table in the header", 10, 8, 2, WireError::kUnsupported},
                      Lie{"a table at an odd place", 10, 14, 2, WireError::kMalformed},
                      Lie{"a table behind the block", 10, 60, 2, WireError::kMalformed},
                      Lie{"datagrams with a CRC", 12, 0x314D434E, 4, WireError::kUnsupported},
                      Lie{"a table without room for its end", 16, 12, 2, WireError::kMalformed},
                      Lie{"a table of an odd length", 16, 18, 2, WireError::kMalformed},
                      Lie{"a table longer than the block", 16, 0xFFFC, 2, WireError::kMalformed},
                      Lie{"a table that leads to itself", 18, 12, 2, WireError::kMalformed},
                      Lie{"a table that leads into another", 18, 16, 2, WireError::kUnsupported},
                      Lie{"a datagram behind the block", 20, 60, 2, WireError::kMalformed},
                      Lie{"a datagram over the header", 20, 4, 2, WireError::kMalformed},
                      Lie{"a datagram over the table", 20, 28, 2, WireError::kMalformed},
                      Lie{"a datagram over the other one", 22, 5, 2, WireError::kMalformed},
                      Lie{"the same datagram twice", 24, 32, 2, WireError::kMalformed},
                      Lie{"a datagram too long for Ethernet", 22, 1515, 2, WireError::kTooLong}));

TEST(Ntb16, EveryTruncationIsRefused) {
  const Block block = two_datagrams();
  for (std::size_t size = 0; size < block.size(); ++size) {
    EXPECT_FALSE(parse_ntb(Bytes(block).first(size), NtbFormat::k16)) << size;
  }
}

TEST(Ntb, CountsDatagrams) {
  NtbBuilder builder(NtbFormat::k16, 16384, 64);
  for (int i = 0; i < 33; ++i) ASSERT_TRUE(builder.add(as_bytes("datagram")));
  const Block block = builder.finish(0);
  EXPECT_TRUE(parse_ntb(block, NtbFormat::k16, {.datagrams = 33}));
  EXPECT_EQ(parse_ntb(block, NtbFormat::k16, {.datagrams = 32}).error(), WireError::kTooLong);
}

class NtbFormats : public ::testing::TestWithParam<NtbFormat> {};
INSTANTIATE_TEST_SUITE_P(Both, NtbFormats, ::testing::Values(NtbFormat::k16, NtbFormat::k32));

TEST_P(NtbFormats, GiveBackWhatWasPutIn) {
  NtbBuilder builder(GetParam(), 2048, 32);
  EXPECT_TRUE(builder.empty());
  const std::vector<std::string> in{"a", "bc", "def", "ghij", "klmno"};
  for (const auto& one : in) ASSERT_TRUE(builder.add(as_bytes(one)));
  EXPECT_EQ(texts(parse_ntb(builder.finish(0xABCD), GetParam())), in);
  EXPECT_TRUE(builder.empty());
}

TEST_P(NtbFormats, AreNotTakenForEachOther) {
  NtbBuilder builder(GetParam(), 2048, 32);
  ASSERT_TRUE(builder.add(as_bytes("datagram")));
  const auto other = GetParam() == NtbFormat::k16 ? NtbFormat::k32 : NtbFormat::k16;
  EXPECT_FALSE(parse_ntb(builder.finish(0), other));
}

TEST_P(NtbFormats, NeverGrowBeyondTheirLimit) {
  for (std::size_t limit = 64; limit < 400; ++limit) {
    NtbBuilder builder(GetParam(), limit, 1000);
    const Block datagram(7, 0x55);
    std::size_t count = 0;
    while (builder.add(datagram)) ++count;
    const Block block = builder.finish(0);
    EXPECT_LE(block.size(), limit);
    EXPECT_EQ(texts(parse_ntb(block, GetParam())).size(), count);
  }
}

}  // namespace
}  // namespace gokey::wire
