// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/vpcd.h"

#include <gtest/gtest.h>

#include "hex_bytes.h"

namespace gokey::wire {
namespace {

using testing::bytes;
using testing::hex;

// Every frame of the stream, which comes in pieces of `step` bytes.
std::vector<std::string> frames(std::string_view text, std::size_t step) {
  const auto stream = bytes(text);
  VpcdFrameParser parser;
  std::vector<std::string> out;
  for (std::size_t at = 0; at < stream.size(); at += step) {
    Bytes piece = Bytes(stream).subspan(at, std::min(step, stream.size() - at));
    while (const auto frame = parser.feed(piece)) out.push_back(hex(*frame));
    EXPECT_TRUE(piece.empty());
  }
  return out;
}

TEST(VpcdFrames, ComeOutWhateverThePieces) {
  constexpr auto kStream = "0001 01  0001 04  0005 00CA004F00  0000  0001 00  0003 AABB";
  const std::vector<std::string> expected{"01", "04", "00CA004F00", "", "00"};
  for (const std::size_t step : {1U, 2U, 3U, 7U, 100U}) EXPECT_EQ(frames(kStream, step), expected);
}

TEST(VpcdFrames, MeanWhatTheirLengthSays) {
  EXPECT_EQ(vpcd_request(bytes("00")), VpcdRequest::kPowerOff);
  EXPECT_EQ(vpcd_request(bytes("01")), VpcdRequest::kPowerOn);
  EXPECT_EQ(vpcd_request(bytes("02")), VpcdRequest::kReset);
  EXPECT_EQ(vpcd_request(bytes("04")), VpcdRequest::kGetAtr);
  EXPECT_EQ(vpcd_request(bytes("03")), VpcdRequest::kUnknown);
  EXPECT_EQ(vpcd_request({}), VpcdRequest::kUnknown);
  EXPECT_EQ(vpcd_request(bytes("0000")), VpcdRequest::kApdu);
}

TEST(VpcdFrames, ForgetsAnUnfinishedFrame) {
  VpcdFrameParser parser;
  const auto half = bytes("0005 AABB");
  Bytes input = half;
  EXPECT_FALSE(parser.feed(input));
  parser.reset();
  const auto whole = bytes("0001 04");
  input = whole;
  const auto frame = parser.feed(input);
  ASSERT_TRUE(frame.has_value());
  EXPECT_EQ(hex(*frame), "04");
}

TEST(VpcdFrames, LongestAndLongerAnswers) {
  const std::vector<std::uint8_t> longest(65535, 0x11);
  const auto frame = encode_vpcd_frame(longest);
  ASSERT_TRUE(frame.has_value());
  EXPECT_EQ(hex(Bytes(*frame).first(3)), "FFFF11");
  EXPECT_EQ(frame->size(), 65537U);
  EXPECT_EQ(encode_vpcd_frame(std::vector<std::uint8_t>(65536)).error(), WireError::kTooLong);
}

}  // namespace
}  // namespace gokey::wire
