// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/apdu.h"

#include <gtest/gtest.h>

#include "hex_bytes.h"

namespace gokey::wire {
namespace {

using testing::bytes;
using testing::hex;
using testing::repeated;

struct Parsed {
  std::string data;
  std::uint32_t ne;
  bool extended;
  bool operator==(const Parsed&) const = default;
};

Parsed parse(std::string_view text) {
  const auto input = bytes(text);
  const auto command = parse_command(input);
  EXPECT_TRUE(command.has_value()) << text;
  if (!command) return {};
  EXPECT_EQ(hex(std::span(input).first(4)),
            hex(std::vector<std::uint8_t>{command->cla, command->ins, command->p1, command->p2}));
  return {hex(command->data), command->ne, command->extended};
}

WireError error_of(std::string_view text) {
  const auto input = bytes(text);
  const auto command = parse_command(input);
  EXPECT_FALSE(command.has_value()) << text;
  return command ? WireError::kChecksum : command.error();
}

TEST(CommandApdu, AllSevenCases) {
  EXPECT_EQ(parse("00E60000"), (Parsed{"", 0, false}));                              // 1
  EXPECT_EQ(parse("00CA004F 10"), (Parsed{"", 16, false}));                          // 2S
  EXPECT_EQ(parse("00CA006E 00"), (Parsed{"", 256, false}));                         // 2S
  EXPECT_EQ(parse("00A40400 06 D27600012401"), (Parsed{"D27600012401", 0, false}));  // 3S
  EXPECT_EQ(parse("00478100 02 B600 00"), (Parsed{"B600", 256, false}));             // 4S
  EXPECT_EQ(parse("00CA005E 00 0800"), (Parsed{"", 2048, true}));                    // 2E
  EXPECT_EQ(parse("00CA005E 00 0000"), (Parsed{"", 65536, true}));                   // 2E
  EXPECT_EQ(parse("00880000 00 0002 ABCD"), (Parsed{"ABCD", 0, true}));              // 3E
  EXPECT_EQ(parse("00478100 00 0002 B600 010F"), (Parsed{"B600", 271, true}));       // 4E
}

TEST(CommandApdu, TruncatedAndLyingLengths) {
  EXPECT_EQ(error_of(""), WireError::kTruncated);
  EXPECT_EQ(error_of("00A404"), WireError::kTruncated);
  EXPECT_EQ(error_of("00A40400 06 D276"), WireError::kTruncated);
  EXPECT_EQ(error_of("00A40400 00 06"), WireError::kTruncated);
  EXPECT_EQ(error_of("00880000 00 FFFF 00"), WireError::kTruncated);
  EXPECT_EQ(error_of("00A40400 01 AA 00 00"), WireError::kMalformed);
  EXPECT_EQ(error_of("00880000 00 0001 AA 00"), WireError::kMalformed);  // Le of one byte
  EXPECT_EQ(error_of("00880000 00 0000 0000"), WireError::kMalformed);   // Lc of zero
}

TEST(CommandApdu, LargestExtendedCommand) {
  const auto input = bytes("00880000 00 FFFF" + repeated("5A", 65535) + "0000");
  const auto command = parse_command(input);
  ASSERT_TRUE(command.has_value());
  EXPECT_EQ(command->data.size(), 65535U);
  EXPECT_EQ(command->ne, 65536U);
}

TEST(CommandApdu, EncodedFormsParseBack) {
  for (const char* text :
       {"00E60000", "00CA004F10", "00CA006E00", "00A4040002ABCD", "0047810002B60000",
        "00CA005E000800", "00CA005E000000", "0088000000000155", "00478100000002B600010F"}) {
    const auto input = bytes(text);
    const auto command = parse_command(input);
    ASSERT_TRUE(command.has_value()) << text;
    EXPECT_EQ(hex(encode_command(*command).value()), text);
  }
}

TEST(CommandApdu, LongDataMakesItExtended) {
  const std::vector<std::uint8_t> data(256, 0x11);
  CommandApdu command{0x00, 0x2A, 0x80, 0x86, data, 256, false};
  EXPECT_EQ(hex(encode_command(command).value()), "002A8086000100" + repeated("11", 256) + "0100");
  const std::vector<std::uint8_t> huge(65536);
  command.data = huge;
  EXPECT_EQ(encode_command(command).error(), WireError::kTooLong);
}

TEST(ResponseApdu, SplitsAndJoins) {
  const auto input = bytes("01 02 6310");
  const auto response = parse_response(input);
  ASSERT_TRUE(response.has_value());
  EXPECT_EQ(hex(response->data), "0102");
  EXPECT_EQ(response->sw, 0x6310);
  EXPECT_EQ(hex(encode_response(response->data, response->sw)), "01026310");
  EXPECT_EQ(parse_response(bytes("90")).error(), WireError::kTruncated);
}

TEST(StatusWord, CarriesCounts) {
  EXPECT_EQ(sw::more_data(5), 0x6105);
  EXPECT_EQ(sw::more_data(255), 0x61FF);
  EXPECT_EQ(sw::more_data(256), 0x6100);
  EXPECT_EQ(sw::tries_left(0), 0x63C0);
  EXPECT_EQ(sw::tries_left(3), 0x63C3);
  EXPECT_EQ(sw::tries_left(200), 0x63CF);
}

}  // namespace
}  // namespace gokey::wire
