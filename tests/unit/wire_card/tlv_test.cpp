// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/tlv.h"

#include <gtest/gtest.h>

#include "hex_bytes.h"

namespace gokey::wire {
namespace {

using testing::bytes;
using testing::hex;
using testing::repeated;

std::string walk(std::string_view text) {
  const auto input = bytes(text);
  TlvReader reader(input);
  std::string out;
  while (!reader.empty()) {
    const auto object = reader.next();
    if (!object) return out + "error " + std::to_string(static_cast<int>(object.error()));
    char tag[16];
    std::snprintf(tag, sizeof tag, "%X=", object->tag);
    out += tag + hex(object->value) + " ";
  }
  return out;
}

std::string error(WireError code) { return "error " + std::to_string(static_cast<int>(code)); }

TEST(Tlv, ReadsTagsOfAllSizes) {
  EXPECT_EQ(walk("5C 02 7F21  7F49 01 AA  5F8101 00  1F818101 01 BB"),
            "5C=7F21 7F49=AA 5F8101= 1F818101=BB ");
}

TEST(Tlv, ReadsLengthsOfAllForms) {
  EXPECT_EQ(walk("86 7F" + repeated("11", 127)), "86=" + repeated("11", 127) + " ");
  EXPECT_EQ(walk("86 81 80" + repeated("11", 128)), "86=" + repeated("11", 128) + " ");
  EXPECT_EQ(walk("86 82 0100" + repeated("11", 256)), "86=" + repeated("11", 256) + " ");
  EXPECT_EQ(walk("86 81 01 AA 87 82 0001 BB"), "86=AA 87=BB ");
}

TEST(Tlv, RefusesWhatIsNotThere) {
  EXPECT_EQ(walk("86"), error(WireError::kTruncated));
  EXPECT_EQ(walk("7F"), error(WireError::kTruncated));
  EXPECT_EQ(walk("86 02 AA"), error(WireError::kTruncated));
  EXPECT_EQ(walk("86 81"), error(WireError::kTruncated));
  EXPECT_EQ(walk("86 82 01"), error(WireError::kTruncated));
  EXPECT_EQ(walk("86 82 FFFF AA"), error(WireError::kTruncated));
  EXPECT_EQ(walk("5C 00 86 05 AA"), "5C= " + error(WireError::kTruncated));
}

TEST(Tlv, RefusesFormsItDoesNotKnow) {
  EXPECT_EQ(walk("00 00"), error(WireError::kMalformed));
  EXPECT_EQ(walk("86 80 0000"), error(WireError::kMalformed));  // indefinite
  EXPECT_EQ(walk("86 83 000001 AA"), error(WireError::kTooLong));
  EXPECT_EQ(walk("86 84 FFFFFFFF"), error(WireError::kTooLong));
  EXPECT_EQ(walk("7F818181 01"), error(WireError::kTooLong));
}

TEST(Tlv, FindsOnOneLevelOnly) {
  const auto input = bytes("A6 04 7F49 01 AA 5C 01 BB");
  EXPECT_EQ(hex(find_tlv(input, 0xA6).value()), "7F4901AA");
  EXPECT_EQ(hex(find_tlv(input, 0x5C).value()), "BB");
  EXPECT_EQ(find_tlv(input, 0x7F49).error(), WireError::kMalformed);
  EXPECT_EQ(find_tlv(bytes("A6 04 7F49"), 0x5C).error(), WireError::kTruncated);
}

TEST(Tlv, WritesWhatItReads) {
  for (const std::size_t length : {0U, 1U, 127U, 128U, 255U, 256U, 65535U}) {
    const std::vector<std::uint8_t> value(length, 0x42);
    for (const std::uint32_t tag : {0x5CU, 0x7F49U, 0x5F8101U, 0x1F818101U}) {
      std::vector<std::uint8_t> out;
      append_tlv(out, tag, value);
      TlvReader reader(out);
      const auto object = reader.next();
      ASSERT_TRUE(object.has_value()) << tag << ' ' << length;
      EXPECT_EQ(object->tag, tag);
      EXPECT_EQ(object->value.size(), length);
      EXPECT_TRUE(reader.empty());
    }
  }
}

}  // namespace
}  // namespace gokey::wire
