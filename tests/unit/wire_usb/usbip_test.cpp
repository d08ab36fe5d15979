// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/usbip.h"

#include <gtest/gtest.h>

#include "hex_bytes.h"

namespace gokey::wire {
namespace {

using testing::bytes;
using testing::hex;
using testing::repeated;

std::string words(std::initializer_list<std::uint32_t> values) {
  Writer out;
  for (const std::uint32_t value : values) out.u32(value);
  return hex(out.buffer());
}

TEST(UsbipRequests, ListAndImport) {
  const auto list = parse_usbip_request(bytes("0111 8005 00000000"));
  ASSERT_TRUE(list.has_value());
  EXPECT_EQ(list->size, 8U);
  const auto raw = bytes("0111 8003 00000000 312D31" + repeated("00", 29) + "00000001");
  const auto import = parse_usbip_request(raw);
  ASSERT_TRUE(import.has_value());
  EXPECT_EQ(std::get<UsbipImportRequest>(import->request).bus_id, "1-1");
  EXPECT_EQ(import->size, 40U);
  EXPECT_EQ(parse_usbip_request(Bytes(raw).first(39)).error(), WireError::kTruncated);
  EXPECT_EQ(parse_usbip_request(bytes("0106 8005 00000000")).error(), WireError::kUnsupported);
  EXPECT_EQ(parse_usbip_request(bytes("0111 8001 00000000")).error(), WireError::kUnsupported);
  EXPECT_EQ(parse_usbip_request(bytes("0111 8003 00000000" + repeated("31", 32))).error(),
            WireError::kMalformed);
}

TEST(UsbipCommands, ComeOutWhateverThePieces) {
  // An OUT transfer of three bytes, then an unlink of it.
  const auto stream = bytes(words({1, 7, 0x10002, 0, 1, 0x40, 3, 0, 0, 0, 0, 0}) + "AABBCC" +
                            words({2, 8, 0x10002, 0, 0, 7, 0, 0, 0, 0, 0, 0}));
  for (std::size_t step = 1; step <= stream.size(); ++step) {
    UsbipCommandParser parser;
    std::vector<UsbipCommand> commands;
    for (std::size_t at = 0; at < stream.size(); at += step) {
      Bytes piece = Bytes(stream).subspan(at, std::min(step, stream.size() - at));
      while (true) {
        auto next = parser.feed(piece);
        ASSERT_TRUE(next.has_value());
        if (!*next) break;
        commands.push_back(std::move(**next));
      }
    }
    ASSERT_EQ(commands.size(), 2U);
    const auto& submit = std::get<UsbipSubmit>(commands[0]);
    EXPECT_EQ(submit.sequence, 7U);
    EXPECT_FALSE(submit.in);
    EXPECT_TRUE(submit.zero_packet);
    EXPECT_EQ(hex(submit.data), "AABBCC");
    EXPECT_FALSE(submit.isochronous);
    EXPECT_EQ(std::get<UsbipUnlink>(commands[1]).victim, 7U);
  }
}

WireError error_of(const std::string& stream) {
  const auto raw = bytes(stream);
  Bytes rest = raw;
  UsbipCommandParser parser;
  while (true) {
    auto next = parser.feed(rest);
    if (!next) return next.error();
    if (!*next) return WireError::kTruncated;
  }
}

TEST(UsbipCommands, LyingOnesEndTheStream) {
  EXPECT_EQ(error_of(words({3, 7, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0})), WireError::kMalformed);
  EXPECT_EQ(error_of(words({1, 7, 0, 0, 1, 0, 0x100001, 0, 0, 0, 0, 0})), WireError::kTooLong);
  EXPECT_EQ(error_of(words({1, 7, 0, 1, 1, 0, 0xFFFFFFFF, 0, 0, 0, 0, 0})), WireError::kTooLong);
  EXPECT_EQ(error_of(words({1, 7, 0, 0, 1, 0, 0, 0, 0x401, 0, 0, 0})), WireError::kTooLong);
  EXPECT_EQ(error_of(words({1, 7, 0, 0, 1, 0, 5, 0, 0, 0, 0, 0}) + "AABB"), WireError::kTruncated);
}

TEST(UsbipCommands, IsochronousOnesAreKnownAsSuch) {
  const auto raw = bytes(words({1, 7, 0, 1, 1, 0, 64, 0, 2, 0, 0, 0}) + repeated("00", 32));
  Bytes rest = raw;
  UsbipCommandParser parser;
  auto next = parser.feed(rest);
  ASSERT_TRUE(next.has_value() && next->has_value());
  EXPECT_TRUE(std::get<UsbipSubmit>(**next).isochronous);
  EXPECT_TRUE(rest.empty()) << "with their packet descriptors";
}

TEST(UsbipAnswers, HaveTheirSizes) {
  EXPECT_EQ(encode_usbip_submitted(7, -32, 0, {}).size(), kUsbipHeader);
  EXPECT_EQ(hex(encode_usbip_submitted(7, -32, 2, bytes("AABB"))),
            words({3, 7, 0, 0, 0, 0xFFFFFFE0, 2, 0, 0, 0, 0, 0}) + "AABB");
  EXPECT_EQ(hex(encode_usbip_unlinked(8, -104)),
            words({4, 8, 0, 0, 0, 0xFFFFFF98, 0, 0, 0, 0, 0, 0}));
  UsbipDevice device;
  device.interfaces.resize(3);
  EXPECT_EQ(encode_usbip_list(device).size(), 12U + 312 + 12);
  EXPECT_EQ(encode_usbip_import(UsbipStatus::kOk, device).size(), 8U + 312);
  EXPECT_EQ(hex(encode_usbip_import(UsbipStatus::kBusy, device)), "0111000300000002");
}

}  // namespace
}  // namespace gokey::wire
