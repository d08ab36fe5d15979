// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/ccid.h"

#include <gtest/gtest.h>

#include "hex_bytes.h"

namespace gokey::wire {
namespace {

using testing::bytes;
using testing::hex;

TEST(CcidMessages, AreLittleEndianAndWhole) {
  const auto raw = bytes("6F 03000000 01 07 AA0201 112233");
  const auto message = parse_ccid_message(raw);
  ASSERT_TRUE(message.has_value());
  EXPECT_EQ(message->header.type, ccid_command::kXfrBlock);
  EXPECT_EQ(message->header.slot, 1);
  EXPECT_EQ(message->header.sequence, 7);
  EXPECT_EQ(message->header.specific, (std::array<std::uint8_t, 3>{0xAA, 0x02, 0x01}));
  EXPECT_EQ(hex(message->data), "112233");
  EXPECT_EQ(parse_ccid_message(Bytes(raw).first(12)).error(), WireError::kTruncated);
  EXPECT_EQ(parse_ccid_message(bytes("6F 02000000 01 07 000000 112233")).error(),
            WireError::kMalformed);
  EXPECT_EQ(parse_ccid_message(bytes("6F FFFFFFFF 01 07 000000")).error(), WireError::kTruncated);
  EXPECT_EQ(parse_ccid_header(bytes("6F 03000000 01 07 0000")).error(), WireError::kTruncated);
  EXPECT_EQ(parse_ccid_header(bytes("6F 04030201 00 00 000000"))->length, 0x01020304U);
}

TEST(CcidMessages, AnswersCarryTheirStatus) {
  CcidResponse response;
  response.type = CcidAnswer::kDataBlock;
  response.sequence = 9;
  response.icc = IccStatus::kInactive;
  response.status = CcidCommandStatus::kFailed;
  response.error = ccid_error::kIccMute;
  EXPECT_EQ(hex(encode_ccid_response(response, {})), "8000000000000941FE00");
  EXPECT_EQ(ccid_answer_to(ccid_command::kEscape), CcidAnswer::kEscape);
  EXPECT_EQ(ccid_answer_to(0x00), CcidAnswer::kSlotStatus);
}

TEST(CcidParameters, AreReadFromTheAtr) {
  const auto ours = ccid_t1_parameters(bytes("3BDA18FF81B1FE751F030031F573C001E00090009C"));
  EXPECT_EQ(hex(*ours), "1810FF7500FE00");
  const auto hsm = ccid_t1_parameters(bytes("3BFE1800008131FE45803181544853"));
  EXPECT_EQ(hex(*hsm), "1810004500FE00") << "a SmartCard-HSM";
  EXPECT_EQ(ccid_t1_parameters(bytes("3B00")).error(), WireError::kUnsupported) << "T=0 alone";
  EXPECT_EQ(ccid_t1_parameters(bytes("3BF018")).error(), WireError::kTruncated);
  EXPECT_EQ(ccid_t1_parameters({}).error(), WireError::kTruncated);
}

}  // namespace
}  // namespace gokey::wire
